import type pg from 'pg'

/**
 * What was read from the directory under one directory_version, bounded: the key not asked for longest goes first.
 * Absence is remembered too.
 */
export class DirectoryCache {
  readonly #limit: number
  readonly #entries = new Map<string, unknown>()
  #version: string | null = null

  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#entries.size
  }

  /** Compares one row and forgets everything when the directory changed since. */
  async refresh(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ n: number | string }>('select n from directory_version')
    this.seen(rows[0] ? String(rows[0].n) : null)
  }

  /** The same with a version that was read by somebody else, in the transaction that asks next. */
  seen(version: string | null): void {
    if (version !== this.#version || version === null) this.#entries.clear()
    this.#version = version
  }

  /**
   * The value under the key, read by `load` when it is not there. A failed read is not remembered, nor is anything
   * before a first `refresh` that saw the version: a reader without a scope sees nothing, which is no answer.
   */
  async get<T>(key: string, load: () => Promise<T>): Promise<T> {
    if (this.#entries.has(key)) {
      const value = this.#entries.get(key) as T
      this.#entries.delete(key)
      this.#entries.set(key, value)
      return value
    }
    const before = this.#version
    const value = await load()
    // A reader that started before a change must not leave its answer to those who come after it.
    if (before === null || this.#version !== before) return value
    this.#entries.set(key, value)
    if (this.#entries.size > this.#limit) this.#entries.delete(this.#entries.keys().next().value as string)
    return value
  }
}
