import { accountGrants } from '../../domain/account/may.ts'
import { asLogin, asPassword, isLogin, type PasswordRules, weaknessOf } from '../../domain/account/password.ts'
import { AccountRefused } from './account-refused.ts'
import { grantPost } from './change-account.ts'
import { type AccountDesk, type NewAccount, openAccount } from './open-account.ts'

/** One line that says why this cannot be the first administrator, or null: asked before anything is written. */
export function flawOfAdmin(rules: PasswordRules, login: string, password: string): string | null {
  if (!isLogin(asLogin(login))) return new AccountRefused('login.malformed', { login }).message
  const why = weaknessOf(asPassword(password), asLogin(login), rules)
  return why && new AccountRefused('password.weak', { why }).message
}

/** Whether somebody who may give posts is there: a real installation without one is not finished. */
export async function hasAdministrator(desk: AccountDesk): Promise<boolean> {
  const roles = accountGrants.filter((each) => each.verb === 'post.grant').map((each) => each.role)
  const { rowCount } = await desk.signIn.writer.query(
    'select from post where role = any($1::text[]) and valid_to is null limit 1',
    [roles],
  )
  return (rowCount ?? 0) > 0
}

/**
 * The first person of a real installation: administrator of the federation's own union, who can make all the others.
 * With a password of their own, or with one that is drawn, handed over once and changed at the first sign-in.
 * @throws AccountRefused
 */
export async function createFirstAdmin(
  desk: AccountDesk,
  admin: { readonly login: string; readonly name?: string; readonly unit: number; readonly password?: string },
): Promise<NewAccount & { readonly post: number }> {
  const { login, name = login, unit, password } = admin
  const made = await openAccount(desk, { login, name, unit, password, own: password !== undefined })
  const post = await grantPost(desk, made.account, { unit, role: 'admin', fullTime: true })
  return { ...made, post }
}
