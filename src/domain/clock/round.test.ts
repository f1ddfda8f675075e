import { describe, expect, test } from 'vitest'
import { life, type Override, outcome, people, said } from '../demand/given.fixture.ts'
import { isOpen, next } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { acts } from '../order/order.fixture.ts'
import { clockAt } from './due.ts'
import {
  askOn,
  bodiesOf,
  caller,
  day,
  folded,
  ladder,
  lived,
  punctual,
  type TimedStep,
  ticked,
  tickOn,
} from './timed.fixture.ts'

const { raise, triage, sign, call, explain } = life
const called: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
  [0, call],
]
const tried = (at: number, way: 'call' | 'sms' = 'call'): TimedStep => [
  at,
  [caller, { kind: 'callback.try', demand: 'd', way }],
]
const answered: readonly TimedStep[] = [...called, [1, explain]]

describe('a callback', () => {
  test('opens on the due day, by the unit the answer named, however early the answer was', () => {
    const state = lived(...answered)
    expect(clockAt(state)).toBe(day(7))
    expect(bodiesOf(tickOn(7, state), 'CallbackOpened')).toMatchObject([
      { callback: { unit: 10 }, sameUnit: false, closeAt: day(17) },
    ])
    expect(ticked(7, state)).toMatchObject({ callback: { unit: 10 }, callbacks: { open: true, rounds: 1 } })
  })

  test('never ends before the worker was promised it would, and is counted from when it opened', () => {
    expect(ticked(9, lived(...answered)).callbacks.closeAt).toBe(day(19))
    const later: DemandState = { ...lived(...answered), callbackDueAt: day(30) }
    expect(ticked(7, later).callbacks.closeAt).toBe(day(30))
  })

  test('opens by the due day even without an answer, beside the lead, who stays responsible', () => {
    const state = ticked(7, lived(...called))
    expect(state).toMatchObject({ status: 'inHand', callback: { unit: 10 }, callbacks: { open: true } })
    expect(next(state)).toMatchObject({ unit: 20, what: 'answer', at: day(7) })
  })

  test('is made by the lead’s own unit, marked, only where nobody else is staffed', () => {
    const alone: Override = { ladder: ladder(10, 5, 1) }
    expect(bodiesOf(tickOn(7, lived(...called), alone), 'CallbackOpened')).toMatchObject([
      { callback: { unit: 20 }, sameUnit: true },
    ])
    const nobody: Override = { ladder: ladder(20, 10, 5, 1) }
    expect(bodiesOf(tickOn(7, lived(...called), nobody), 'CallbackOpened')).toMatchObject([
      { callback: { unit: 20 }, sameUnit: true },
    ])
  })

  test('passes from a unit that nobody staffs any more to one that somebody does', () => {
    expect(bodiesOf(tickOn(7, lived(...answered), { ladder: ladder(10) }), 'CallbackOpened')).toMatchObject([
      { callback: { unit: 5 } },
    ])
    const blocked: DemandState = { ...lived(...called), blocked: [10] }
    expect(bodiesOf(tickOn(7, blocked), 'CallbackOpened')).toMatchObject([{ callback: { unit: 5 } }])
  })
})

test('a callback for which nobody was ever named is made by whoever could be, first above who sorts it', () => {
  const state: DemandState = { ...lived(...called), lead: null, callback: null }
  expect(bodiesOf(tickOn(7, state), 'CallbackOpened')).toMatchObject([{ callback: { unit: 10 } }])
  const open = ticked(7, lived(...called))
  expect(bodiesOf(tickOn(17, { ...open, callback: null }), 'CallbackOpened')).toMatchObject([
    { callback: { unit: 10 } },
  ])
})

describe('silence', () => {
  const open = ticked(7, lived(...answered))

  test('is followed by a second round, by the next unit above, and only then is unknown', () => {
    expect(outcome(tickOn(17, open))).toEqual(['ClockChased', 'CallbackOpened'])
    const second = ticked(17, open)
    expect(second).toMatchObject({ callback: { unit: 5 }, callbacks: { rounds: 2, tries: [], closeAt: day(27) } })
    expect(second.clock.supervisors.map(({ unit }) => unit)).toContain(5)
    const over = punctual(second, day(27))
    expect(over).toMatchObject({ status: 'closed', outcome: 'unknown', verdict: null })
    expect(over.clock).toMatchObject({ reopenUntil: day(57), archiveAt: day(58) })
    expect(over.watch.asks).toEqual([
      { day: 30, at: day(57) },
      { day: 90, at: day(117) },
    ])
  })

  test('is unknown at once after tries on three days by two ways, and only then', () => {
    const silent = (...tries: TimedStep[]) => outcome(tickOn(17, ticked(7, lived(...answered, ...tries))))
    expect(silent(tried(2), tried(3), tried(4, 'sms'))).toEqual(['DemandClosed'])
    expect(silent(tried(2), tried(3), tried(4))).toEqual(['ClockChased', 'CallbackOpened'])
    expect(silent(tried(2), tried(2, 'sms'), tried(3))).toEqual(['ClockChased', 'CallbackOpened'])
  })

  test('of a worker nobody knows is unknown after one round', () => {
    const anonymous = lived([0, [people.public, { ...said, mode: 'anonymous' }]], ...answered.slice(1))
    expect(outcome(tickOn(17, ticked(7, anonymous)))).toEqual(['DemandClosed'])
  })

  test('names no employer, asks about no trouble', () => {
    const { employer: _, ...plain } = said
    const over = punctual(ticked(7, lived([0, [people.public, plain]], ...answered.slice(1))), day(27))
    expect(over).toMatchObject({ outcome: 'unknown', watch: { asks: [] } })
  })

  test('ends nothing that was never answered: it is chased again and again, and the clock moves on', () => {
    let state = ticked(7, lived(...called))
    for (const at of [17, 27, 37]) {
      state = punctual(state, day(at))
      expect(isOpen(state)).toBe(true)
      expect(clockAt(state)).toBe(day(at + 5))
    }
    expect(state.callbacks.rounds).toBe(4)
    expect(next(state)).toMatchObject({ unit: 20, what: 'answer' })
  })

  test('is asked anew about an answer that came when the callback was open', () => {
    const open = ticked(17, ticked(7, lived(...called)))
    expect(open.callbacks.rounds).toBe(2)
    const state = folded(open, askOn(18, open, explain), day(18), people.handler)
    expect(state.callbacks).toMatchObject({ open: true, rounds: 1, tries: [], closeAt: day(28) })
    expect(outcome(tickOn(28, state))).toContain('CallbackOpened')
    expect(punctual(state, day(38))).toMatchObject({ status: 'closed', outcome: 'unknown' })
  })
})

describe('a promise', () => {
  const promised: readonly TimedStep[] = [...answered, [2, acts.promise]]
  const dayAfter = '2026-07-08T16:00:00.000Z'

  test('moves the callback to the day after it, and then it is due', () => {
    const state = lived(...promised)
    expect(clockAt(state)).toBe(dayAfter)
    const due = ticked(dayAfter, state)
    expect(due).toMatchObject({ callbacks: { open: true }, order: { commitment: { due: true } } })
    expect(next(due)).toMatchObject({ unit: 10, what: 'callback' })
  })

  test('holds the callback whatever moves the answer due meanwhile', () => {
    const state = lived(...called, [2, acts.promise], [3, acts.extend], [4, acts.grant])
    expect(state.dueAt).toBe(day(14))
    expect(state.callbacks.opensAt).toBe(dayAfter)
    const paused = lived(...called, [2, acts.promise], [2, acts.pause], [2, acts.grant])
    expect(paused.callbacks.opensAt).toBe(dayAfter)
  })

  test('that the worker never gave gives back the clock it took off', () => {
    const state = lived(...promised, [3, acts.contradict])
    expect(state).toMatchObject({ status: 'inHand', callbacks: { opensAt: day(7), heldUntil: null } })
    expect(state.clock.alarms.map(({ act, at }) => [act, at])).toEqual([
      ['warn', day(5.6)],
      ['chase', day(7)],
      ['supervise', day(12)],
    ])
    expect(ticked(8, state).callbacks.open).toBe(true)
  })
})
