import { describe, expect, test } from 'vitest'
import { life, outcome, people, said } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { clockAt } from './due.ts'
import { askOn, bodiesOf, day, folded, punctual, ticked, tickOn } from './timed.fixture.ts'

/** Heard on a visit without a signal so many days before it arrived on day 0. */
function arrived(lateBy: number, persons = 1): DemandState {
  const command = { ...said, persons, visit: 'v', madeAt: day(-lateBy) }
  return folded(null, askOn(0, null, [people.handler, command], { visitFrom: day(-99) }), day(0), people.handler)
}
const then = (state: DemandState, at: number, step: (typeof life)[keyof typeof life]) =>
  folded(state, askOn(at, state, step), day(at), step[0])
const kinds = (state: DemandState) => state.clock.alarms.map(({ act, what, at }) => [act, what, at])

describe('a matter that arrives late', () => {
  test('past its triage warns once, marked, and calls nobody in before the limit has passed since the arrival', () => {
    const state = arrived(3)
    const decision = tickOn(0, state)
    expect(outcome(decision)).toEqual(['ClockWarned', 'ClockSpared'])
    expect(bodiesOf(decision, 'ClockWarned')).toMatchObject([{ what: 'triage', to: { unit: 20 }, late: true }])
    const told = ticked(0, state)
    expect(told.clock.supervisors).toEqual([])
    expect(clockAt(told)).toBe(day(0.1))
    expect(outcome(tickOn(0.1, told))).toEqual(['ClockChased'])
  })

  test('past every threshold by more than its whole limit warns no second time when it is sorted', () => {
    const state = then(ticked(0, arrived(20)), 0.05, life.triage)
    // Its due stays where the worker's waiting puts it: over. What calls in is counted from the arrival.
    expect(state.dueAt).toBe(day(-13))
    const decision = tickOn(0.05, state)
    expect(bodiesOf(decision, 'ClockWarned')).toEqual([])
    expect(bodiesOf(decision, 'ClockChased')).toEqual([])
    expect(kinds(ticked(0.05, state))).toEqual([
      ['chase', 'contact', day(1)],
      ['warn', 'answer', day(5.6)],
      ['chase', 'answer', day(7)],
      ['supervise', 'answer', day(12)],
    ])
  })

  test('warns once however the runner and the triage fall', () => {
    // Sorted before the runner came by: the one warning is of what is over first.
    const sorted = then(arrived(20), 0, life.triage)
    const decision = tickOn(0, sorted)
    expect(bodiesOf(decision, 'ClockWarned')).toMatchObject([{ what: 'contact', late: true }])
    expect(bodiesOf(decision, 'ClockChased')).toEqual([])
    // Of a group all is fixed when it is raised.
    const group = tickOn(0, arrived(20, 12))
    expect(bodiesOf(group, 'ClockWarned')).toHaveLength(1)
    expect(bodiesOf(group, 'ClockChased')).toEqual([])
  })

  test('that nobody takes up is chased and supervised all the same, its time counted from the arrival', () => {
    // 5 hears of the callback that nobody made.
    const after = punctual(ticked(0.05, then(ticked(0, arrived(20)), 0.05, life.triage)), day(12))
    expect(after.clock.supervisors.map(({ unit }) => unit)).toEqual([10, 5, 1])
    expect(kinds(after).map(([, what]) => what)).toEqual(['callback'])
  })

  test('past one threshold alone keeps the others', () => {
    const state = then(ticked(0, arrived(2)), 0.05, life.triage)
    expect(kinds(ticked(0.05, state))).toEqual([
      ['warn', 'answer', day(3.6)],
      ['chase', 'answer', day(5)],
      ['supervise', 'answer', day(10)],
      ['chase', 'contact', day(1)],
    ])
  })
})
