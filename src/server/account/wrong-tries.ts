import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import type { SignInRules } from './sign-in-rules.ts'

/** A try was counted and may go on, or the login waits for so many seconds. */
export type Counted = { readonly wait: 0; readonly tries: number } | { readonly wait: number }

/** Under which row the tries of a login are counted: nobody reads from it which login, or whether there is one. */
export function bucketOf(key: Buffer, login: string): Buffer {
  return createHmac('sha256', key).update(`sign-in\0${login}`).digest()
}

/**
 * Counts a try before the password is looked at, in one statement: many tries at once get no more than the free ones.
 * What comes while the login waits is neither looked at nor counted, so that a stranger cannot make the wait grow.
 */
export async function countTry(writer: Pool, bucket: Buffer, at: Date, rules: SignInRules['tries']): Promise<Counted> {
  await writer.query('delete from guess where expires_at <= $1', [at])
  const { rows } = await writer.query<{ fails: number }>(
    // Before the lock no instant at all: of tries that come together an earlier one may be counted later.
    `insert into guess as g (bucket, fails, wait_until, expires_at)
     values ($1, 1, case when $3 <= 1 then $2::timestamptz + $4 * interval '1 second' else '-infinity' end,
       $2::timestamptz + $6 * interval '1 hour')
     on conflict (bucket) do update set
       fails = g.fails + 1,
       wait_until = case when g.fails + 1 < $3 then '-infinity'
         else $2::timestamptz + least($5, $4 * power(2, least(g.fails + 1 - $3, 30))) * interval '1 second' end,
       expires_at = excluded.expires_at
     where g.wait_until <= $2
     returning fails`,
    [bucket, at, rules.free, rules.firstWaitSeconds, rules.longestWaitSeconds, rules.forgetAfterHours],
  )
  const counted = rows[0]
  if (counted) return { wait: 0, tries: counted.fails }
  const locked = await writer.query<{ wait_until: Date }>('select wait_until from guess where bucket = $1', [bucket])
  const until = locked.rows[0]?.wait_until.getTime() ?? at.getTime()
  return { wait: Math.max(1, Math.ceil((until - at.getTime()) / 1000)) }
}

/** The right password, or a reset: what was counted is forgotten. */
export async function forgetTries(writer: Pool, bucket: Buffer): Promise<void> {
  await writer.query('delete from guess where bucket = $1', [bucket])
}
