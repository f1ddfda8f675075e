import type { Actor, Role } from '../../domain/actor.ts'

/** A signed-in browser. `actor` is null while no post in force is acted in. */
export type Session = {
  /** SHA-256 of the cookie, in hex: what the session is called inside. */
  readonly key: string
  readonly account: string
  readonly login: string
  readonly name: string
  /** The password was given by somebody else and must be changed before anything else. */
  readonly mustChange: boolean
  /** Signs in on the machine itself only. */
  readonly demo: boolean
  readonly csrf: string
  readonly actor: Extract<Actor, { kind: 'staff' }> | null
}

/** A session as the database tells it, with the post it acts in where that is still in force. */
export type SessionRow = {
  readonly account: string
  readonly login: string
  readonly name: string
  readonly must_change: boolean
  readonly demo: boolean
  readonly csrf: string
  readonly seen_at: Date
  readonly post: number | null
  readonly unit: number | null
  readonly section: string | null
  readonly role: Role | null
}

/** A post that ended since, or belongs to somebody else, is no post: the join left it out and nobody acts in it. */
export function sessionOf(key: string, row: SessionRow): Session {
  const { account, login, name, demo, csrf, post, unit, section, role } = row
  const acting = post !== null && unit !== null && role !== null
  const actor = acting ? ({ kind: 'staff', account, post, unit, section, role } as const) : null
  return { key, account, login, name, mustChange: row.must_change, demo, csrf, actor }
}
