import { expect, test } from 'vitest'
import type { DemandCommand } from '../demand/command.ts'
import { ask, given, life, type Override, outcome, people, type Step, said } from '../demand/given.fixture.ts'
import { acts, onward, signed } from '../order/order.fixture.ts'

const on = <C extends object>(command: C) => ({ demand: 'd', ...command }) as unknown as DemandCommand
const propose: Step = [people.handler, on({ kind: 'approach.propose', text: '周五下午找人事，只说加班工资怎么算' })]
const yes: Step = [people.worker, on({ kind: 'approach.answer', yes: true })]
const no: Step = [people.worker, on({ kind: 'approach.answer', yes: false, text: '先不要' })]
const noted = (way: 'call' | 'person', agrees = true): Step => [
  people.handler,
  on({ kind: 'approach.record', yes: agrees, way }),
]
const letter = { ...{ consentText: { version: 1, hash: 'h' } }, toEmployer: true }
const step = (state: ReturnType<typeof given>, [actor, command]: Step) =>
  outcome(ask(state, actor, command, letter as Override))
const inHand = given(...signed)
const asked = onward(inHand, propose)

test('nothing goes to the employer before the worker said yes', () => {
  expect(step(inHand, acts.letter)).toBe('approach.not-agreed')
  expect(step(asked, acts.letter)).toBe('approach.not-agreed')
  expect(step(onward(asked, no, letter), acts.letter)).toBe('approach.not-agreed')
  expect(step(onward(asked, yes, letter), acts.letter)).toEqual(['LetterSent'])
  // Another proposal is another question: another day, other words.
  expect(step(onward(onward(asked, yes, letter), propose), acts.letter)).toBe('approach.not-agreed')
  const elsewhere = outcome(ask(inHand, ...acts.letter, { toEmployer: false }))
  expect(elsewhere).toEqual(['LetterSent'])
})

test('danger to life does not wait for a word', () => {
  const [actor, raise] = life.raise
  const danger = given([actor, { ...raise, ...said, danger: true } as DemandCommand], life.sign)
  expect(danger.urgency).toBe('P0')
  expect(step(danger, acts.letter)).toEqual(['LetterSent'])
})

test('the word is the worker’s, and changes as often as the worker does', () => {
  expect(step(inHand, yes)).toBe('approach.not-proposed')
  expect(step(asked, [people.handler, yes[1]])).toBe('approach.workers-only')
  const agreed = onward(asked, yes, letter)
  expect(agreed.approach).toEqual({ n: 1, answer: 'yes', via: 'receipt' })
  expect(step(agreed, yes)).toBe('approach.as-it-is')
  expect(onward(agreed, no, letter).approach.answer).toBe('no')
  expect(step(onward(agreed, life.withdraw), no)).toBe('demand.closed')
})

test('what was agreed to stands in the event, word for word by its hash', () => {
  const decision = ask(asked, ...yes, letter)
  expect('accepted' in decision && decision.accepted[0]?.body).toMatchObject({
    ...{ n: 1, yes: true, via: 'receipt', assisted: false, consent: { version: 1, hash: 'h' } },
  })
  const against = ask(asked, ...no, letter)
  expect('accepted' in against && against.accepted[0]?.body).toMatchObject({ yes: false, consent: null })
})

test('a word said aloud is noted after such a talk, marked, and never against a no under the receipt', () => {
  expect(step(asked, noted('call'))).toBe('approach.not-spoken')
  const called = onward(asked, life.call)
  expect(step(called, noted('person'))).toBe('approach.not-spoken')
  const agreed = onward(called, noted('call'), letter)
  expect(agreed.approach).toEqual({ n: 1, answer: 'yes', via: 'call' })
  expect(step(agreed, acts.letter)).toEqual(['LetterSent'])
  const refused = onward(called, no, letter)
  expect(step(refused, noted('call'))).toBe('approach.said-no')
  expect(step(onward(refused, propose), noted('call'))).toEqual(['ApproachAnswered'])
})

test('a matter taken up again is asked about again', () => {
  const agreed = onward(onward(asked, yes, letter), life.call)
  const answered = onward(onward(agreed, life.explain), life.unsolved)
  expect(answered.reopened).toBe(1)
  expect(answered.approach.answer).toBe('none')
  expect(step(answered, yes)).toBe('approach.not-proposed')
})
