import { expect, test } from 'vitest'
import { life, outcome, times } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { acts } from '../order/order.fixture.ts'
import type { Times } from '../times.ts'
import { askOn, bodiesOf, day, folded, lived, type TimedStep, ticked } from './timed.fixture.ts'

const { raise, triage, sign, call, explain, unsolved, solved } = life
const signed: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
]
const called: readonly TimedStep[] = [...signed, [0, call]]

const plus = (at: string, n: number) => new Date(Date.parse(at) + n * 86_400_000).toISOString()
/** The official calendar has one day off more than the provisional one had. */
const official: Times = {
  ...times,
  contactDue: (of, at) => plus(times.contactDue(of, at), 1),
  answerDue: (of, at) => plus(times.answerDue(of, at), 1),
  extendedDue: (of, due) => plus(times.extendedDue(of, due), 1),
  reopenDue: (of, at) => plus(times.reopenDue(of, at), 1),
}
const again = (state: DemandState, by: Times = official) =>
  askOn(4, state, [{ kind: 'system' }, { kind: 'demand.recalculate', demand: 'd' }], { times: by })
const counted = (state: DemandState, by: Times = official) =>
  folded(state, again(state, by), day(4), { kind: 'system' })

test('an official calendar counts the dues again from the submission, once', () => {
  const state = lived(...signed)
  expect(bodiesOf(again(state), 'DueRecalculated')).toEqual([
    { contactDueAt: day(2), dueAt: day(8), warnAt: day(6.4), superviseAt: day(13), provisional: false },
  ])
  const next = counted(state)
  expect(next).toMatchObject({ dueAt: day(8), contactDueAt: day(2), callbacks: { opensAt: day(8) } })
  expect(outcome(again(next))).toBe('clock.nothing-due')
  expect(outcome(again(state, times))).toBe('clock.nothing-due')
})

test('takes away the mark of the provisional calendar, though the due stands', () => {
  const state = lived(...called)
  const marked: DemandState = { ...state, clock: { ...state.clock, provisional: true } }
  expect(counted(marked, times)).toMatchObject({ dueAt: day(7), clock: { provisional: false } })
})

test('counts an extension from what it extended, and a reopening from its day', () => {
  const extended = lived(...called, [1, acts.extend], [1, acts.grant])
  expect(extended.dueAt).toBe(day(14))
  expect(outcome(again(extended, times))).toBe('clock.nothing-due')
  expect(counted(extended).dueAt).toBe(day(16))
  const reopened = lived(...called, [1, explain], [2, unsolved])
  expect(outcome(again(reopened, times))).toBe('clock.nothing-due')
  expect(counted(reopened)).toMatchObject({ dueAt: day(6), contactDueAt: day(4) })
})

test('leaves what was agreed: after a pause and a change of class only the mark is looked at', () => {
  const raised = lived(...called, [1, acts.raise])
  expect(outcome(again(raised))).toBe('clock.nothing-due')
  const marked: DemandState = { ...raised, clock: { ...raised.clock, provisional: true } }
  const next = counted(marked)
  expect(next.dueAt).toBe(raised.dueAt)
  expect(next.clock.alarms).toEqual(raised.clock.alarms)
  const resumed = lived(...called, [1, acts.pause], [1, acts.grant], [2, acts.resume])
  expect(outcome(again(resumed))).toBe('clock.nothing-due')
})

test('has nothing to count before triage, in a pause, after the answer and after the end', () => {
  for (const state of [
    lived([0, raise]),
    lived(...called, [1, acts.pause], [1, acts.grant]),
    lived(...called, [1, explain]),
    lived(...called, [1, explain], [2, solved]),
  ])
    expect(outcome(again(state))).toBe('clock.nothing-due')
})

test('warns nobody a second time', () => {
  const warned = ticked(6, lived(...called))
  expect(warned.clock.alarms.map(({ act }) => act)).toEqual(['chase', 'supervise'])
  const next = folded(
    warned,
    askOn(6.5, warned, [{ kind: 'system' }, { kind: 'demand.recalculate', demand: 'd' }], { times: official }),
    day(6.5),
    { kind: 'system' },
  )
  expect(next.clock.alarms.map(({ act, at }) => [act, at])).toEqual([
    ['chase', day(8)],
    ['supervise', day(13)],
  ])
})
