import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { type Session, type SessionRow, sessionOf } from './session.ts'
import { SessionCache } from './session-cache.ts'
import type { SignInRules } from './sign-in-rules.ts'

/** A session that was just opened. The token goes into the cookie and is kept nowhere. */
export type Opened = { readonly token: string; readonly csrf: string }

const FIND = `select s.account, a.login, a.name, a.must_change, a.demo, s.csrf, s.seen_at, p.id as post, p.unit, p.section, p.role
  from session s
  join account a on a.id = s.account and a.disabled_at is null
  left join post p on p.id = s.post and p.account = s.account and p.valid_to is null
  where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3`

/**
 * Signed-in browsers, in the database. A session lives by the time of the machine, never by the clock of a story: a
 * story that steps a month must not sign everybody out.
 */
export class Sessions {
  readonly #writer: Pool
  readonly #clock: Clock
  readonly #rules: SignInRules['session']
  readonly #cache: SessionCache

  constructor(writer: Pool, clock: Clock, rules: SignInRules['session']) {
    this.#writer = writer
    this.#clock = clock
    this.#rules = rules
    this.#cache = new SessionCache({ holdMs: rules.cacheSeconds * 1000 })
  }

  /**
   * A new session with a new token, whatever the browser had. Null when the account was disabled or got another password
   * since `passwordHash` was checked. Acts in the post wished for or, where it is not held, the first one in force.
   */
  async open(account: string, passwordHash: string, wished: number | null = null): Promise<Opened | null> {
    const token = randomBytes(32).toString('base64url')
    const csrf = randomBytes(32).toString('base64url')
    const at = this.#clock.now()
    const ends = new Date(at.getTime() + this.#rules.absoluteMinutes * 60_000)
    // Whoever comes in sweeps: what has ended is kept by nobody's forgetting to sign out.
    await this.#writer.query('delete from session where expires_at <= $2 or (account = $1 and seen_at <= $3)', [
      account,
      at,
      this.#idleSince(at),
    ])
    const { rowCount } = await this.#writer.query(
      `insert into session (token_hash, account, post, csrf, created_at, seen_at, expires_at)
       select $1, a.id, (select p.id from post p where p.account = a.id and p.valid_to is null
           order by (p.id is not distinct from $4) desc, p.id limit 1), $3, $5, $5, $6
       from account a where a.id = $2 and a.disabled_at is null and a.password_hash = $7 for share of a`,
      [hashOf(token), account, csrf, wished, at, ends, passwordHash],
    )
    return rowCount === 1 ? { token, csrf } : null
  }

  /** The session of a cookie; null when there is none, it ended, it was idle too long or the account is disabled. */
  async find(token: string): Promise<Session | null> {
    if (!/^[\w-]{43}$/.test(token)) return null
    const hash = hashOf(token)
    const key = hash.toString('hex')
    const at = this.#clock.now()
    const held = this.#cache.get(key, at.getTime())
    if (held) return held
    const { rows } = await this.#writer.query<SessionRow>(FIND, [hash, at, this.#idleSince(at)])
    const row = rows[0]
    if (!row) return null
    if (at.getTime() - row.seen_at.getTime() >= this.#rules.touchSeconds * 1000)
      await this.#writer.query('update session set seen_at = greatest(seen_at, $2) where token_hash = $1', [hash, at])
    const session = sessionOf(key, row)
    this.#cache.put(session, at.getTime())
    return session
  }

  /** Acts in another of the own posts from now on; false when the person does not hold it. */
  async act(session: Session, post: number): Promise<boolean> {
    const { rowCount } = await this.#writer.query(
      `update session s set post = p.id from post p
       where s.token_hash = $1 and p.id = $2 and p.account = s.account and p.valid_to is null`,
      [Buffer.from(session.key, 'hex'), post],
    )
    this.forget(session.account)
    return rowCount === 1
  }

  /** Ends this one session. */
  async end(session: Session): Promise<void> {
    await this.#writer.query('delete from session where token_hash = $1', [Buffer.from(session.key, 'hex')])
    this.forget(session.account)
  }

  /** Ends every session of the account. How many there were. */
  async endAll(account: string): Promise<number> {
    const { rowCount } = await this.#writer.query('delete from session where account = $1', [account])
    this.forget(account)
    return rowCount ?? 0
  }

  /** Something about the account changed: the next request reads it anew. */
  forget(account: string): void {
    this.#cache.forget(account, this.#clock.now().getTime())
  }

  #idleSince(at: Date): Date {
    return new Date(at.getTime() - this.#rules.idleMinutes * 60_000)
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
