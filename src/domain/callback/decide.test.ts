import { describe, expect, test } from 'vitest'
import { askOn, bodiesOf, caller, day, folded, lived, type TimedStep, ticked } from '../clock/timed.fixture.ts'
import type { DemandCommand } from '../demand/command.ts'
import { life, outcome, people } from '../demand/given.fixture.ts'
import { sealsOf } from '../demand/seals.ts'
import { acts } from '../order/order.fixture.ts'

const { raise, triage, sign, call, understand, deed, answer, explain, solved, no } = life
const signed: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
]
const tries: readonly TimedStep[] = [
  [0, life.try],
  [0, life.try],
  [0, life.try],
]
const answered: readonly TimedStep[] = [...signed, [0, call], [0, deed], [1, answer]]
const record = (more: object = {}) =>
  [
    caller,
    { kind: 'callback.record', demand: 'd', way: 'call', solved: 'solved', ...more } as unknown as DemandCommand,
  ] as const
const attempt = [caller, { kind: 'callback.try', demand: 'd', way: 'sms' } as DemandCommand] as const

describe('a try', () => {
  test('is written down with its way and its local day', () => {
    const late = '2026-06-17T16:30:00.000Z'
    expect(bodiesOf(askOn(late, lived(...answered), attempt), 'CallbackTried')).toEqual([
      { way: 'sms', on: '2026-06-18' },
    ])
    expect(lived(...answered, [2, attempt], [3, attempt]).callbacks.tries).toHaveLength(2)
  })
})

describe('a callback that reached the worker', () => {
  test('is a live contact and the worker’s own word, assisted', () => {
    const decision = askOn(2, lived(...answered), record({ satisfied: 'fairly', contacted: true, text: '好' }))
    expect(outcome(decision)).toEqual(['CallbackMade', 'ContactLogged', 'VerdictGiven', 'DemandClosed'])
    expect(bodiesOf(decision, 'VerdictGiven')).toEqual([
      { solved: 'solved', satisfied: 'fairly', contacted: true, assisted: true, via: 'callback' },
    ])
    expect(bodiesOf(decision, 'ContactLogged')).toEqual([{ way: 'call', settles: false, via: 'callback' }])
    expect(decision).toMatchObject({ accepted: [{}, {}, { seal: { text: { value: '好' } } }, {}] })
  })
  test('earns 面 where nobody had reached the worker before, in person by a visit', () => {
    const state = lived(...signed, ...tries, [1, explain])
    expect(sealsOf(state).met).toBe('none')
    for (const [way, met] of [
      ['call', 'call'],
      ['visit', 'person'],
    ]) {
      const done = folded(state, askOn(2, state, record({ way, solved: 'partly' })), day(2), caller)
      expect(sealsOf(done).met).toBe(met)
    }
  })
  test('earns 心 where the worker says that this was meant, and it had not been answered', () => {
    const asked = lived(...answered.slice(0, -1), [0, understand], [1, answer])
    const yes = askOn(2, asked, record({ meant: true, solved: 'partly' }))
    expect(bodiesOf(yes, 'UnderstandingAnswered')).toEqual([{ yes: true, assisted: true }])
    expect(sealsOf(folded(asked, yes, day(2), caller)).understood).toBe('inPerson')
    expect(bodiesOf(askOn(2, asked, record({ meant: false })), 'UnderstandingAnswered')).toEqual([])
    expect(bodiesOf(askOn(2, asked, record()), 'UnderstandingAnswered')).toEqual([])
    expect(bodiesOf(askOn(2, lived(...answered), record({ meant: true })), 'UnderstandingAnswered')).toEqual([])
    const corrected = lived(...answered.slice(0, -1), [0, understand], [0, no], [1, answer])
    expect(bodiesOf(askOn(2, corrected, record({ meant: true })), 'UnderstandingAnswered')).toEqual([])
  })
  test('opens it again by unsolved, as the worker’s own receipt does', () => {
    const decision = askOn(2, lived(...answered), record({ solved: 'unsolved' }))
    expect(outcome(decision).at(-1)).toBe('DemandReopened')
  })
  test('is judged from the due on, though nobody answered', () => {
    const late = ticked(7, lived(...signed))
    expect(outcome(askOn(8, late, record()))).toContain('DemandClosed')
  })
  test('does not make the caller one who handled it', () => {
    const decision = askOn(2, lived(...answered), record({ solved: 'unsolved' }))
    const again = folded(lived(...answered), decision, day(2), caller)
    expect(again.acts.filter(({ post }) => caller.kind === 'staff' && post === caller.post)).toEqual([
      { duty: 'callback', post: 50 },
    ])
  })
})

describe('nobody calls back', () => {
  test.each([
    ['try', attempt],
    ['record', record()],
  ] as const)(
    '(%s) who handled it under any post, before it is open, before a promise is due, after the end',
    (_, step) => {
      const [, command] = step
      expect(outcome(askOn(2, lived(...answered), [people.handler, command]))).toBe('callback.not-the-handler')
      expect(outcome(askOn(2, lived(...answered), step, { actorPosts: [50, people.handler.post] }))).toBe(
        'callback.not-the-handler',
      )
      expect(outcome(askOn(2, lived(...signed), step))).toBe('callback.not-open')
      expect(outcome(askOn(3, lived(...answered, [2, acts.promise]), step))).toBe('commitment.not-due')
      expect(outcome(askOn(3, lived(...signed, [0, call], [2, acts.promise]), step))).toBe('commitment.not-due')
      expect(outcome(askOn(3, lived(...answered, [2, solved]), step))).toBe('demand.closed')
    },
  )
  test('and takes down *clear* for what is no consultation', () => {
    expect(outcome(askOn(2, lived(...answered), record({ solved: 'clear' })))).toBe('verdict.clear-is-for-consultation')
  })
  test('but once the day of the promise has passed, somebody does', () => {
    const due = ticked('2026-07-08T16:00:00.000Z', lived(...answered, [2, acts.promise]))
    expect(outcome(askOn(24, due, record()))).toContain('CommitmentKept')
    expect(outcome(askOn(24, due, record({ solved: 'unsolved' })))).toContain('CommitmentUnmet')
  })
})
