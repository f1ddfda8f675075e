import { asLogin } from '../../domain/account/password.ts'
import { type Id, realmOfId } from '../../domain/id.ts'
import { AccountRefused } from './account-refused.ts'
import { type AccountDesk, handOut, order } from './open-account.ts'
import { bucketOf, forgetTries } from './wrong-tries.ts'

/** A post to be given. */
export type NewPost = {
  readonly unit: number
  readonly section?: string | undefined
  readonly role: string
  readonly fullTime: boolean
}

/** Gives a post and returns its number. @throws AccountRefused */
export async function grantPost(desk: AccountDesk, account: Id, post: NewPost): Promise<number> {
  const { section, ...given } = post
  const body = { account, ...given, ...(section === undefined ? {} : { section }) }
  const accepted = await order(desk, realmOfId(account), 'post.grant', body)
  desk.signIn.sessions.forget(account)
  return Number(accepted.post)
}

/** What goes with posts that end: true where a union has nobody left for something it could do. Never silent (law 10). */
export type Ended = { readonly leavesUnstaffed: boolean }

/** Ends a post; who acts in it acts no more. @throws AccountRefused */
export async function endPost(desk: AccountDesk, account: Id, post: number): Promise<Ended> {
  const accepted = await order(desk, realmOfId(account), 'post.end', { account, post })
  desk.signIn.sessions.forget(account)
  return { leavesUnstaffed: accepted.leavesUnstaffed === true }
}

/** Hands a post over to another person in one step and returns its new number. @throws AccountRefused */
export async function handOverPost(desk: AccountDesk, account: Id, post: number, to: Id): Promise<number> {
  const accepted = await order(desk, realmOfId(account), 'post.hand-over', { account, post, to })
  for (const each of [account, to]) desk.signIn.sessions.forget(each)
  return Number(accepted.post)
}

/** Ends posts, sessions and the account. @throws AccountRefused */
export async function disableAccount(desk: AccountDesk, account: Id): Promise<Ended> {
  const accepted = await order(desk, realmOfId(account), 'account.disable', { account })
  desk.signIn.sessions.forget(account)
  return { leavesUnstaffed: accepted.leavesUnstaffed === true }
}

/**
 * Another password, given or drawn, which must be changed at the next sign-in; every session ends and a lock is lifted.
 * It is booked first: a password that was changed and not booked would be worse than one booked and not changed.
 * @returns the drawn password, which stands nowhere else; null when one was given
 * @throws AccountRefused
 */
export async function resetPassword(desk: AccountDesk, login: string, password?: string): Promise<string | null> {
  const { signIn } = desk
  const account = await accountOf(desk, login)
  const { hash, oneTime } = await handOut(signIn, asLogin(login), password)
  await order(desk, realmOfId(account), 'account.reset', { account })
  await signIn.writer.query('update account set password_hash = $2, must_change = true where id = $1', [account, hash])
  await signIn.sessions.endAll(account)
  await forgetTries(signIn.writer, bucketOf(signIn.key, asLogin(login)))
  return oneTime
}

/** The account of a login. @throws AccountRefused `login.unknown` */
export async function accountOf(desk: AccountDesk, login: string): Promise<Id> {
  const { rows } = await desk.signIn.writer.query<{ id: Id }>('select id from account where login = $1', [
    asLogin(login),
  ])
  if (!rows[0]) throw new AccountRefused('login.unknown', { login: asLogin(login) })
  return rows[0].id
}
