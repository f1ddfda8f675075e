import type { Guard } from './guard.ts'

const article = ['src/domain/article/decide']
const comment = ['src/domain/comment/decide']
const consent = ['src/domain/consent/decide']
const deed = ['src/domain/deed/decide']
const news = ['src/server/job/news.pg']

/** The news room, comments, consents to a story, deeds that stand by themselves. */
export const newsGuards: readonly Guard[] = [
  {
    name: 'who wrote it does not release it',
    file: 'src/domain/article/decide.ts',
    find: 'if (by === null || state.writers.includes(by))',
    instead: 'if (by === null)',
    tests: article,
  },
  {
    name: 'a worker is told about with a consent alone',
    file: 'src/domain/article/decide.ts',
    find: "if (state.head.tells === 'worker' && !consent) return refused('consent.missing')",
    instead: '',
    tests: article,
  },
  {
    name: 'a face needs its own yes',
    file: 'src/domain/article/decide.ts',
    find: "if (consent && !consent.picture && words.blocks.some(isFace)) return refused('consent.picture')",
    instead: '',
    tests: article,
  },
  {
    name: 'a name needs its own yes',
    file: 'src/domain/article/decide.ts',
    find: "if (first !== undefined && consent?.name !== true) return refused('consent.name', { block: first + 1 })",
    instead: '',
    tests: article,
  },
  {
    name: 'a name stands where it goes with the consent',
    file: 'src/domain/article/decide.ts',
    find: "return loose === undefined ? null : refused('article.unmarked', { block: loose + 1 })",
    instead: 'return null',
    tests: article,
  },
  {
    name: 'every finding is answered',
    file: 'src/domain/article/decide.ts',
    find: "if (open.length > 0) return refused('article.findings', { n: open.length })",
    instead: '',
    tests: article,
  },
  {
    name: 'nobody tells on another union’s consent',
    file: 'src/server/command/news-facts.ts',
    find: 'release ? state.unit : undefined',
    instead: 'undefined',
    tests: news,
  },
  {
    name: 'what was taken back is not read, followers or not',
    file: 'src/server/command/noun-demand.ts',
    find: "await client.query('update published set held = false where demand = $1', [demand])",
    instead: 'void [client, demand]',
    tests: news,
  },
  {
    name: 'a withdrawal waits for the copy that is being written',
    file: 'src/server/command/noun-demand.ts',
    find: "await client.query('select from consent where realm = $1 and demand = $2 for update', mine)",
    instead: 'void mine',
    tests: news,
  },
  {
    name: 'who writes the copy holds the consent meanwhile',
    file: 'src/server/job/published-follower.ts',
    find: "consentOf(client, demand, undefined, 'for share')",
    instead: 'consentOf(client, demand)',
    tests: news,
  },
  {
    name: 'the handler does not ask while the case is open',
    file: 'src/domain/consent/decide.ts',
    find: "if (state.status !== 'closed') return refused('consent.while-open')",
    instead: '',
    tests: consent,
  },
  {
    name: 'only the worker agrees',
    file: 'src/domain/consent/decide.ts',
    find: "if (actor.kind !== 'claimant') return refused('consent.workers-only')\n  if (state.status",
    instead: 'if (state.status',
    tests: consent,
  },
  {
    name: 'no comments where the federation takes none',
    file: 'src/domain/article/decide.ts',
    find: "if (!facts.commentsAllowed) return refused('comments.off')",
    instead: '',
    tests: comment,
  },
  {
    name: 'nobody comments on a worker',
    file: 'src/domain/article/state.ts',
    find: "told.head.tells === 'nobody' && told.note !== 'person'",
    instead: "told.head.tells === 'nobody'",
    tests: comment,
  },
  {
    name: 'a number that reaches a person is no comment',
    file: 'src/domain/comment/decide.ts',
    find: "if (findPersonal(command.text).length > 0) return refused('comment.personal')",
    instead: '',
    tests: comment,
  },
  {
    name: 'a comment is taken back by its writer alone',
    file: 'src/domain/comment/decide.ts',
    find: "actor.kind === 'claimant' && actor.demand === state.id",
    instead: "actor.kind === 'claimant'",
    tests: comment,
  },
  {
    name: 'what is taken back of a comment is erased',
    file: 'src/domain/comment/decide.ts',
    find: "    { kind: 'ContentErased', body: { parts: ['identity', 'text'], reason: 'withdrawn' } },",
    instead: '',
    tests: comment,
  },
  {
    name: 'who proposes a deed does not sign for it',
    file: 'src/domain/deed/may.ts',
    find: 'return account !== deed.by && !deed.approvals',
    instead: 'return !deed.approvals',
    tests: deed,
  },
  {
    name: 'nobody signs twice',
    file: 'src/domain/deed/may.ts',
    find: '!deed.approvals.some(({ by }) => by === account)',
    instead: 'true',
    tests: deed,
  },
  {
    name: 'money has a source',
    file: 'src/domain/deed/decide.ts',
    find: "if (amountFen > 0 && fund === null) return refused('deed.fund-missing')",
    instead: '',
    tests: deed,
  },
  {
    name: 'aid is not given while its notice runs',
    file: 'src/domain/deed/decide.ts',
    find: 'if (state.noticeTo !== null && on <= state.noticeTo)',
    instead: 'if (state.noticeTo !== null && on < state.noticeTo)',
    tests: deed,
  },
  {
    name: 'a notice holds no whole name',
    file: 'src/domain/deed/decide.ts',
    find: "if (name >= 0) return refused('deed.surname-whole', { n: name + 1 })",
    instead: '',
    tests: deed,
  },
  {
    name: 'an enterprise’s slip says nothing for workers',
    file: 'src/domain/deed/decide.ts',
    find: "if (shown?.side !== 'workers') return refused('deed.by-slip-only')",
    instead: "if (!shown) return refused('deed.by-slip-only')",
    tests: deed,
  },
]
