import { accountOf, endPost, grantPost } from '../server/account/change-account.ts'
import { postsOf } from '../server/account/person-posts.ts'
import { atDesk, need, postNumber, unitOf, unstaffedRemark } from './account-person.ts'
import { UsageError, type Verb } from './verb.ts'

/** `account post`: gives a post, ends one, or lists those in force. */
export const verb: Verb = {
  name: 'account post',
  summary: 'give a person a post, end one, or list them',
  usage: 'account post --login LOGIN [--grant ROLE --unit UNION | --end POST]',
  options: {
    login: { type: 'string', help: 'whose' },
    grant: { type: 'string', value: 'ROLE', help: 'agent, triage, handler, head, custodian, auditor or admin' },
    unit: { type: 'string', value: 'UNION', help: 'with --grant: number, social credit code (USCC) or full name' },
    section: { type: 'string', help: 'with --grant: section of the union; the whole union unless told' },
    'part-time': { type: 'boolean', help: 'with --grant: held beside other work' },
    end: { type: 'string', value: 'POST', help: 'number of the post to end' },
  },
  about: 'Who acts in a post that is ended acts no more, at once. What the post held stays with the union.',
  async run(context) {
    const login = need(context, this.name, 'login')
    const [role, ended] = [context.text('grant'), context.text('end')]
    if (role !== undefined && ended !== undefined)
      throw new UsageError(`${this.name}: --grant or --end, not both; zhagen ${this.name} --help explains`)
    if (ended !== undefined) postNumber(this.name, 'end', ended)
    const unitName = role === undefined ? '' : need(context, this.name, 'unit')
    const posts = await atDesk(context, this.name, async (desk, database) => {
      const account = await accountOf(desk, login)
      if (ended !== undefined && (await endPost(desk, account, Number(ended))).leavesUnstaffed)
        context.say(unstaffedRemark)
      if (role !== undefined) {
        const unit = await unitOf(database, unitName)
        const given = { unit: unit.id, section: context.text('section'), role, fullTime: !context.flag('part-time') }
        await grantPost(desk, account, given)
      }
      return postsOf(database.db.writer, account)
    })
    const lines = posts.map(
      ({ post, role: held, unit, section }) => `post ${post}: ${held} at ${unit.name}${section ? `, ${section}` : ''}`,
    )
    context.print({ login, posts }, lines.length > 0 ? lines.join('\n') : `${login} holds no post`)
  },
}
