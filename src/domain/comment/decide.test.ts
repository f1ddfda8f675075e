import { expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { life, ofWorker, plain, second, stranger, text, writer } from '../article/article.fixture.ts'
import { type CommentFacts, decide, write } from './decide.ts'
import type { CommentEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { CommentState } from './state.ts'

const article = 'a'
const system: Actor = { kind: 'system' }
const own: Actor = { kind: 'claimant', demand: 'c', assisted: true }
const facts = (actor: Actor, more: Partial<CommentFacts> = {}): CommentFacts => ({
  ...{ actor, allowed: true, mostCharacters: 20, reasonKnown: true, ...more },
})
const published = (blocks = plain, more: object = {}, release: object = {}) => {
  const one = life()
  one.send(writer, { kind: 'article.write', unit: 1, ...text(blocks, more) })
  one.send(writer, { kind: 'article.offer', article })
  one.send(second, { kind: 'article.release', article }, release)
  return one
}
const opened = () => {
  const one = published()
  expect(one.send(writer, { kind: 'article.comments', article, open: true })).toBe('CommentsOpened')
  return one.state
}
const say = (words: string, more: Partial<CommentFacts> = {}, on = opened()) =>
  write(on, { kind: 'comment.write', article, text: words, phone: '13900000000' }, facts(system, more))
const codeOf = (decision: ReturnType<typeof write>) =>
  'refused' in decision ? decision.refused.code : decision.accepted[0]?.kind
/** Folds what was decided; the code of a refusal otherwise. */
const then = (state: CommentState, decision: ReturnType<typeof write>): CommentState | string =>
  'refused' in decision
    ? decision.refused.code
    : decision.accepted.reduce<CommentState>(
        (so, draft) =>
          evolve(so, { ...draft, at: '2026-06-16T00:00:00Z', stream: 'c' } as CommentEvent & {
            at: string
            stream: string
          }),
        state,
      )
const waiting = (): CommentState => ({
  ...{ id: 'c', article, unit: 1, path: [1, 0], status: 'waiting', reason: null, publishedAt: null },
  writtenAt: '2026-06-15T00:00:00Z',
})

test('nobody comments before the federation and the editor of the article both allow it', () => {
  const shut = published()
  expect(codeOf(say('好', {}, shut.state))).toBe('comments.closed')
  expect(shut.send(writer, { kind: 'article.comments', article, open: true }, { commentsAllowed: false })).toBe(
    'comments.off',
  )
  expect(shut.send(stranger, { kind: 'article.comments', article, open: true })).toBe('article.unknown')
  expect(codeOf(say('好', { allowed: false }))).toBe('comments.closed')
  expect(codeOf(say('好'))).toBe('CommentWritten')
})

test('what is closed takes none, and what is open is not opened again', () => {
  const one = published()
  one.send(writer, { kind: 'article.comments', article, open: true })
  expect(one.send(writer, { kind: 'article.comments', article, open: true })).toBe('comments.so')
  // A federation that forbids them later does not stand in the way of closing.
  expect(one.send(second, { kind: 'article.comments', article, open: false }, { commentsAllowed: false })).toBe(
    'CommentsClosed',
  )
  expect(codeOf(say('好', {}, one.state))).toBe('comments.closed')
})

test('under what tells of a worker nobody comments: who knows them would name and judge them', () => {
  const consent = { name: true, picture: true }
  const of = published(ofWorker, { tells: 'worker', demand: 'd' }, { consent })
  expect(of.send(writer, { kind: 'article.comments', article, open: true })).toBe('comments.about-person')
  of.send(system, { kind: 'article.take-back', article })
  expect(of.state.public?.note).toBe('person')
  expect(of.send(writer, { kind: 'article.comments', article, open: true })).toBe('comments.about-person')
})

test('a comment is sent by the server alone, short, and holds nobody’s number', () => {
  const direct = write(opened(), { kind: 'comment.write', article, text: '好', phone: '1' }, facts({ kind: 'public' }))
  expect(codeOf(direct)).toBe('not-allowed')
  expect(codeOf(say('字'.repeat(20)))).toBe('CommentWritten')
  // Code points, not UTF-16 units.
  expect(codeOf(say('𠮷'.repeat(20)))).toBe('CommentWritten')
  expect(codeOf(say('字'.repeat(21)))).toBe('comment.too-long')
  expect(codeOf(say('打我１３８ ００１３ ８０００'))).toBe('comment.personal')
})

test('an editor of the paper publishes it or says why not; nobody else does', () => {
  const publish = { kind: 'comment.publish', comment: 'c' } as const
  const refuse = { kind: 'comment.refuse', comment: 'c', reason: 'insult' } as const
  expect(then(waiting(), decide(waiting(), publish, facts(stranger)))).toBe('comment.unknown')
  expect(then(waiting(), decide(waiting(), publish, facts(own)))).toBe('not-allowed')
  const read = then(waiting(), decide(waiting(), publish, facts(writer))) as CommentState
  expect(read).toMatchObject({ status: 'published', publishedAt: '2026-06-16T00:00:00Z' })
  expect(then(read, decide(read, publish, facts(writer)))).toBe('comment.over')
  expect(then(read, decide(read, refuse, facts(writer, { reasonKnown: false })))).toBe('reason.unknown')
  const off = then(read, decide(read, refuse, facts(writer))) as CommentState
  expect(off).toMatchObject({ status: 'refused', reason: 'insult', publishedAt: null })
  expect(then(off, decide(off, refuse, facts(writer)))).toBe('comment.over')
  // A restore repeats what was refused, perhaps by rules that knew other reasons; it publishes nothing.
  expect(then(waiting(), decide(waiting(), refuse, facts(system, { reasonKnown: false })))).toMatchObject({
    status: 'refused',
  })
  expect(then(waiting(), decide(waiting(), publish, facts(system)))).toBe('not-allowed')
})

test('its writer takes it back at any time, and nobody else', () => {
  const back = { kind: 'comment.withdraw', comment: 'c' } as const
  expect(then(waiting(), decide(waiting(), back, facts(writer)))).toBe('comment.writers-only')
  expect(then(waiting(), decide(waiting(), back, facts({ ...own, demand: 'another' } as Actor)))).toBe(
    'comment.writers-only',
  )
  for (const status of ['waiting', 'published', 'refused'] as const) {
    const state = { ...waiting(), status }
    const taken = decide(state, back, facts(own))
    // Not only hidden: the last event says that words and number are erased.
    expect('accepted' in taken && taken.accepted.at(-1)).toMatchObject({
      kind: 'ContentErased',
      body: { parts: ['identity', 'text'] },
    })
    const gone = then(state, taken) as CommentState
    expect(gone).toMatchObject({ status: 'withdrawn', publishedAt: null })
    expect(then(gone, decide(gone, back, facts(own)))).toBe('comment.over')
    expect(then(gone, decide(gone, { kind: 'comment.publish', comment: 'c' }, facts(writer)))).toBe('comment.over')
  }
})
