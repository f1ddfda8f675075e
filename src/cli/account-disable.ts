import { accountOf, disableAccount } from '../server/account/change-account.ts'
import { atDesk, need, unstaffedRemark } from './account-person.ts'
import type { Verb } from './verb.ts'

/** `account disable`: ends posts, sessions and the account; for good. */
export const verb: Verb = {
  name: 'account disable',
  summary: "end a person's posts, sessions and account",
  usage: 'account disable --login LOGIN',
  options: { login: { type: 'string', help: 'whose' } },
  about: 'For good: a person who comes back gets a new account. What was done under the old one stays in the ledger.',
  async run(context) {
    const login = need(context, this.name, 'login')
    const { account, leavesUnstaffed } = await atDesk(context, this.name, async (desk) => {
      const found = await accountOf(desk, login)
      return { account: found, ...(await disableAccount(desk, found)) }
    })
    if (leavesUnstaffed) context.say(unstaffedRemark)
    context.print({ login, account, disabled: true, leavesUnstaffed }, `${login} is disabled`)
  },
}
