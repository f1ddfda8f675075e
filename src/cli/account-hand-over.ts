import { accountOf, handOverPost } from '../server/account/change-account.ts'
import { postsOf } from '../server/account/person-posts.ts'
import { atDesk, need, postNumber } from './account-person.ts'
import type { Verb } from './verb.ts'

/** `account hand-over`: one person's post goes on as another's, in one step. */
export const verb: Verb = {
  name: 'account hand-over',
  summary: "hand a person's post over to another person in one step",
  usage: 'account hand-over --login LOGIN --post POST --to LOGIN',
  options: {
    login: { type: 'string', help: 'who holds the post now' },
    post: { type: 'string', value: 'POST', help: 'number of the post, as account post lists it' },
    to: { type: 'string', value: 'LOGIN', help: 'who goes on with it' },
  },
  about:
    'The same union, section and role, at the same instant. What the post held stays with the union, and its duties on\n' +
    'the roster go along. Both are changed or neither.',
  async run(context) {
    const [login, to] = [need(context, this.name, 'login'), need(context, this.name, 'to')]
    const post = postNumber(this.name, 'post', need(context, this.name, 'post'))
    const { number, posts } = await atDesk(context, this.name, async (desk, database) => {
      const receiver = await accountOf(desk, to)
      const given = await handOverPost(desk, await accountOf(desk, login), post, receiver)
      return { number: given, posts: await postsOf(database.db.writer, receiver) }
    })
    const now = posts.find((each) => each.post === number)
    const where = now ? `${now.role} at ${now.unit.name}${now.section ? `, ${now.section}` : ''}` : ''
    context.print({ from: login, to, ended: post, post: number }, `post ${number} of ${to}: ${where}`)
  },
}
