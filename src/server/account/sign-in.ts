import type { Pool } from 'pg'
import { asLogin, asPassword, type Weakness, weaknessOf } from '../../domain/account/password.ts'
import type { Clock } from '../clock.ts'
import type { PasswordHash } from './password-hash.ts'
import type { Session } from './session.ts'
import type { Opened, Sessions } from './sessions.ts'
import type { SignInRules } from './sign-in-rules.ts'
import { bucketOf, countTry, forgetTries } from './wrong-tries.ts'

/** What signing in needs. `key` hides which login a count of wrong tries belongs to. */
export type SignInContext = {
  readonly writer: Pool
  readonly clock: Clock
  readonly rules: SignInRules
  readonly passwords: PasswordHash
  readonly sessions: Sessions
  readonly key: Buffer
}

/** Why somebody does not get in. `wrong` is one answer for an unknown login, a disabled account and a wrong password. */
export type NotIn =
  | { readonly not: 'wrong' }
  | { readonly not: 'locked'; readonly waitSeconds: number }
  | { readonly not: 'here-only' }

type Row = { readonly id: string; readonly password_hash: string; readonly demo: boolean }

/** @param here the request comes from the machine itself: demo accounts accept no other. @throws PasswordsBusy */
export async function signIn(
  context: SignInContext,
  typed: { readonly login: string; readonly password: string },
  here: boolean,
): Promise<Opened | NotIn> {
  const { writer, passwords, sessions } = context
  const login = asLogin(typed.login)
  const bucket = bucketOf(context.key, login)
  const counted = await countTry(writer, bucket, context.clock.now(), context.rules.tries)
  if (counted.wait > 0) return { not: 'locked', waitSeconds: counted.wait }
  const { rows } = await writer.query<Row>(
    'select id, password_hash, demo from account where login = $1 and disabled_at is null',
    [login],
  )
  const account = rows[0]
  const password = asPassword(typed.password)
  const right = await passwords.fits(account?.password_hash ?? null, password)
  if (!account || !right) return { not: 'wrong' }
  if (account.demo && !here) return { not: 'here-only' }
  const hash = passwords.isStale(account.password_hash)
    ? await renew(context, account, await passwords.make(password))
    : account.password_hash
  const opened = await sessions.open(account.id, hash)
  if (!opened) return { not: 'wrong' }
  await forgetTries(writer, bucket)
  return opened
}

/** Only over the very hash that was checked: a password changed meanwhile stays changed. */
async function renew({ writer }: SignInContext, account: Row, hash: string): Promise<string> {
  const { rowCount } = await writer.query(
    'update account set password_hash = $2 where id = $1 and password_hash = $3',
    [account.id, hash, account.password_hash],
  )
  return rowCount === 1 ? hash : account.password_hash
}

/**
 * A new password in exchange for the old one. Every session ends, this one too, and a new one takes its place: a cookie
 * that was stolen is worth nothing afterwards. Tries with a wrong old password are counted like those at the door.
 */
export async function changePassword(
  context: SignInContext,
  session: Session,
  typed: { readonly old: string; readonly new: string },
): Promise<Opened | NotIn | { readonly not: 'weak'; readonly why: Weakness | 'same' }> {
  const { writer, passwords, sessions } = context
  const fresh = asPassword(typed.new)
  const why = fresh === asPassword(typed.old) ? 'same' : weaknessOf(fresh, session.login, context.rules.password)
  if (why) return { not: 'weak', why }
  const bucket = bucketOf(context.key, session.login)
  const counted = await countTry(writer, bucket, context.clock.now(), context.rules.tries)
  if (counted.wait > 0) return { not: 'locked', waitSeconds: counted.wait }
  const { rows } = await writer.query<Row>(
    'select id, password_hash, demo from account where id = $1 and disabled_at is null',
    [session.account],
  )
  const stored = rows[0]?.password_hash ?? null
  if (!(await passwords.fits(stored, asPassword(typed.old)))) return { not: 'wrong' }
  const hash = await passwords.make(fresh)
  const { rowCount } = await writer.query(
    'update account set password_hash = $2, must_change = false where id = $1 and password_hash = $3',
    [session.account, hash, stored],
  )
  if (rowCount !== 1) return { not: 'wrong' }
  await forgetTries(writer, bucket)
  await sessions.endAll(session.account)
  return (await sessions.open(session.account, hash, session.actor?.post ?? null)) ?? { not: 'wrong' }
}
