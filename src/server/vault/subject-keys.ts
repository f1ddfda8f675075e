import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Keys } from '../keys-file.ts'
import { randomTake } from '../random.ts'
import { secretOf } from '../secret.ts'

/** Parts of a subject that are sealed and erased apart. */
export type Part = 'identity' | 'text'

/** A wrapped key as the database holds it. */
export type KeyRow = {
  readonly subject: string
  readonly part: Part
  readonly realm_key: number
  readonly wrapped: Buffer
}

type Unwrapped = { readonly wrapped: Buffer; readonly key: Buffer }

/**
 * Keys of the vault: key-encryption key (key file) → realm key → subject key. Rotation rewraps the realm keys, which are
 * hundreds. Unwrapped subject keys are kept in a bounded cache, because unwrapping costs tens of microseconds; erasing
 * drops the key from it.
 */
export class SubjectKeys {
  readonly #kek: Keys['kek']
  readonly #realm = new Map<number, { id: number; key: Buffer }>()
  readonly #older = new Map<string, Buffer>()
  readonly #cache = new Map<string, Unwrapped>()
  readonly #limit: number

  constructor(keys: Keys, limit = 20_000) {
    this.#kek = keys.kek
    this.#limit = limit
  }

  /** Current key of a realm, made when the realm has none. The caller holds the realm's lock. */
  async realmKey(client: ClientBase, realm: number, at: Date): Promise<{ id: number; key: Buffer }> {
    const known = this.#realm.get(realm)
    if (known) return known
    const { rows } = await client.query(
      'select id, kek, wrapped from realm_key where realm = $1 order by id desc limit 1',
      [realm],
    )
    const row = rows[0]
    if (row) {
      const found = { id: Number(row.id), key: this.#unwrapRealm(realm, row) }
      this.#realm.set(realm, found)
      return found
    }
    const key = randomTake(32)
    const kek = this.#kek.keys.get(this.#kek.current) as Buffer
    const wrapped = seal(kek, key, `realm ${realm} 1`)
    await client.query('insert into realm_key (realm, id, kek, wrapped, created_at) values ($1, 1, $2, $3, $4)', [
      realm,
      this.#kek.current,
      wrapped,
      at,
    ])
    // Not cached before the commit: a transaction that fails takes the key with it. The next batch reads it back.
    return { id: 1, key }
  }

  /** Whether the realm's key is at hand, so that asking for it asks nobody. */
  hasRealmKey(realm: number): boolean {
    return this.#realm.has(realm)
  }

  /**
   * Forgets a realm of which nothing is stored: what was read of it has gone with a database that fell before its disk had
   * it, and nobody could ever open what is sealed under a key that stands nowhere.
   */
  forgetRealm(realm: number): void {
    this.#realm.delete(realm)
    for (const name of this.#older.keys()) if (name.startsWith(`${realm} `)) this.#older.delete(name)
  }

  /** A new key for a subject and the row to store; the caller inserts the row in its transaction. */
  make(realm: number, subject: string, part: Part, realmKey: { id: number; key: Buffer }) {
    const key = randomTake(32)
    const wrapped = seal(realmKey.key, key, `subject ${realm} ${subject} ${part}`)
    return { key, row: { realm, subject, part, realm_key: realmKey.id, wrapped } }
  }

  /** Keys of subjects that exist. Erased ones are missing from the answer. */
  async find(
    client: ClientBase,
    realm: number,
    wanted: readonly { subject: string; part: Part }[],
  ): Promise<Map<string, Buffer>> {
    const { rows } = await client.query<KeyRow>(
      'select subject, part, realm_key, wrapped from subject_key where realm = $1 and subject = any($2::uuid[])',
      [realm, [...new Set(wanted.map(({ subject }) => subject))]],
    )
    return this.unwrap(client, realm, rows)
  }

  /**
   * Unwraps keys as they were read. The cache spares the unwrapping and nothing else: whether a key still is one, the
   * row says, for another process may have erased it and made a new one since.
   */
  async unwrap(client: ClientBase, realm: number, rows: readonly KeyRow[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>()
    for (const row of rows) {
      const name = nameOf(realm, row.subject, row.part)
      const known = this.#cache.get(name)
      if (known?.wrapped.equals(row.wrapped)) {
        found.set(name, known.key)
        continue
      }
      const outer = await this.#realmKeyById(client, realm, Number(row.realm_key))
      const key = unseal(outer, row.wrapped, `subject ${realm} ${row.subject} ${row.part}`)
      found.set(name, key)
      this.#remember(name, { wrapped: row.wrapped, key })
    }
    return found
  }

  /** Drops a key, at erasure. */
  forget(name: string): void {
    this.#cache.delete(name)
  }

  get size(): number {
    return this.#cache.size
  }

  /** The one unwrapped longest ago goes when the cache is full. */
  #remember(name: string, unwrapped: Unwrapped): void {
    this.#cache.delete(name)
    this.#cache.set(name, unwrapped)
    if (this.#cache.size > this.#limit) this.#cache.delete(this.#cache.keys().next().value as string)
  }

  async #realmKeyById(client: ClientBase, realm: number, id: number): Promise<Buffer> {
    const current = this.#realm.get(realm)
    if (current?.id === id) return current.key
    const name = `${realm} ${id}`
    const known = this.#older.get(name)
    if (known) return known
    const { rows } = await client.query('select id, kek, wrapped from realm_key where realm = $1 and id = $2', [
      realm,
      id,
    ])
    if (!rows[0]) throw new Error(`realm key ${id} of realm ${realm} is missing`)
    const key = this.#unwrapRealm(realm, rows[0])
    this.#older.set(name, key)
    return key
  }

  #unwrapRealm(realm: number, row: { id: number; kek: string; wrapped: Buffer }): Buffer {
    const kek = this.#kek.keys.get(row.kek)
    if (!kek) throw new Error(`the key file has no key-encryption key ${row.kek}; realm ${realm} needs it`)
    return unseal(kek, row.wrapped, `realm ${realm} ${row.id}`)
  }
}

/** Name of a subject key in caches. */
export function nameOf(realm: number, subject: string, part: Part): string {
  return `${realm} ${subject} ${part}`
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `context` is authenticated: a row moved elsewhere does not open. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomTake(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` sealed; throws when key, bytes or context differ. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
