import type { Session } from './session.ts'

/**
 * What a request read a moment ago, for at most a few seconds. `forget` acts at once in this process, also against a
 * reader that is under way: for a while nothing of that account is kept. Other processes hear of it when their few
 * seconds are over.
 */
export class SessionCache {
  readonly #holdMs: number
  readonly #limit: number
  readonly #held = new Map<string, { readonly session: Session; readonly until: number }>()
  readonly #distrusted = new Map<string, number>()

  constructor(options: { holdMs: number; limit?: number }) {
    this.#holdMs = options.holdMs
    this.#limit = options.limit ?? 10_000
  }

  get(key: string, atMs: number): Session | undefined {
    const held = this.#held.get(key)
    // A clock that was set back must not make a session immortal.
    if (held && held.until > atMs && held.until <= atMs + this.#holdMs) return held.session
    this.#held.delete(key)
    return undefined
  }

  put(session: Session, atMs: number): void {
    if (this.#holdMs === 0 || (this.#distrusted.get(session.account) ?? 0) > atMs) return
    this.#held.set(session.key, { session, until: atMs + this.#holdMs })
    if (this.#held.size > this.#limit) this.#held.delete(this.#held.keys().next().value as string)
  }

  /** Nothing of this account is believed, and for `untilMs` nothing read is kept: the change may not be committed yet. */
  forget(account: string, atMs: number): void {
    for (const [key, { session }] of this.#held) if (session.account === account) this.#held.delete(key)
    for (const [other, until] of this.#distrusted) if (until <= atMs) this.#distrusted.delete(other)
    this.#distrusted.set(account, atMs + 60_000)
  }
}
