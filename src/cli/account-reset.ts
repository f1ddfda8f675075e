import { resetPassword } from '../server/account/change-account.ts'
import { atDesk, need, passwordFrom } from './account-person.ts'
import type { Verb } from './verb.ts'

/** `account reset`: another password; sessions end, a lock is lifted. */
export const verb: Verb = {
  name: 'account reset',
  summary: 'give a person another password and end all sessions',
  usage: 'account reset --login LOGIN',
  options: {
    login: { type: 'string', help: 'whose' },
    'password-file': { type: 'string', value: 'FILE', help: 'file with the password; drawn and printed unless told' },
  },
  about:
    'Also lifts the wait after wrong tries. The reset is in the ledger; the password is printed once and stored nowhere.',
  async run(context) {
    const login = need(context, this.name, 'login')
    const password = passwordFrom(context)
    const oneTime = await atDesk(context, this.name, (desk) => resetPassword(desk, login, password))
    const said = oneTime === null ? '' : `\none-time password, shown only now: ${oneTime}`
    context.print(
      { login, ...(oneTime === null ? {} : { oneTimePassword: oneTime }) },
      `${login} has another password${said}`,
    )
  },
}
