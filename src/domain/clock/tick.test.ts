import { describe, expect, test } from 'vitest'
import { life, outcome, people } from '../demand/given.fixture.ts'
import { isOpen, next } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { acts, but } from '../order/order.fixture.ts'
import { clockAt } from './due.ts'
import { askOn, bodiesOf, day, ladder, lived, punctual, type TimedStep, ticked, tickOn } from './timed.fixture.ts'

const { raise, triage, sign, call } = life
const raised: readonly TimedStep[] = [[0, raise]]
const offered: readonly TimedStep[] = [...raised, [0, triage]]
const signed: readonly TimedStep[] = [...offered, [0, sign]]
const called: readonly TimedStep[] = [...signed, [0, call]]

describe('silence', () => {
  test('signs an order, and nothing is due before or after', () => {
    const state = lived(...offered)
    expect(outcome(tickOn(0.49, state))).toBe('clock.nothing-due')
    expect(bodiesOf(tickOn(0.5, state), 'OrderSigned')).toEqual([{ unit: 20, auto: true }])
    const after = ticked(0.5, state)
    expect(after).toMatchObject({ status: 'inHand', orderState: 'signed', order: { autoSignAt: null } })
    expect(outcome(tickOn(0.5, after))).toBe('clock.nothing-due')
  })

  test('climbs from who should rule to the next that may, and at the top asks again', () => {
    const state = lived(...offered, [0.2, acts.object])
    expect(state.order.ruling).toMatchObject({ ruler: { unit: 10 }, rulingDueAt: day(1.7) })
    const up = ticked(1.7, state)
    expect(up.order.ruling).toMatchObject({ ruler: { unit: 5 }, rulingDueAt: day(3.2) })
    const top = ticked(3.2, up)
    expect(top.order.ruling).toMatchObject({ ruler: { unit: 1 } })
    expect(ticked(5, top).order.ruling).toMatchObject({ ruler: { unit: 1 }, rulingDueAt: day(6.5) })
  })

  test('climbs past whoever is unstaffed or blocked', () => {
    const state = lived(...offered, [0.2, acts.object])
    expect(bodiesOf(tickOn(1.7, state, { deciders: ladder(5) }), 'DecisionClimbed')).toMatchObject([
      { to: { unit: 1 } },
    ])
    const blocked: DemandState = { ...state, blocked: [5] }
    expect(bodiesOf(tickOn(1.7, blocked), 'DecisionClimbed')).toMatchObject([{ to: { unit: 1 } }])
  })

  test('climbs with a request and with an opinion asked for', () => {
    const asked = lived(...called, [1, acts.extend])
    expect(bodiesOf(tickOn(3, asked), 'DecisionClimbed')).toMatchObject([
      { what: 'request', to: { unit: 5 }, decideBy: day(5) },
    ])
    expect(ticked(3, asked).order.request).toMatchObject({ approver: { unit: 5 }, decideBy: day(5) })
    const escalated = lived(...called, [1, acts.escalate])
    expect(ticked(3, escalated).order.opinion).toMatchObject({ to: { unit: 5 }, dueAt: day(5) })
  })
})

describe('a due', () => {
  test('of triage is chased one level up and supervised by county or province', () => {
    const state = lived(...raised)
    expect(clockAt(state)).toBe(day(0.1))
    expect(bodiesOf(tickOn(0.1, state), 'ClockChased')).toMatchObject([
      { what: 'triage', to: { unit: 10 }, superviseAt: day(5.1) },
    ])
    const chased = ticked(0.1, state)
    expect(chased.clock.supervisors.map(({ unit }) => unit)).toEqual([10])
    expect(bodiesOf(tickOn(5.1, chased), 'ClockSupervised')).toMatchObject([{ what: 'triage', to: { unit: 1 } }])
    expect(clockAt(ticked(5.1, chased))).toBeNull()
  })

  test('of the answer warns the lead at 80 %, is chased when it passes, and supervised five days later, each once', () => {
    const state = lived(...called)
    expect(clockAt(state)).toBe(day(5.6))
    expect(bodiesOf(tickOn(5.6, state), 'ClockWarned')).toMatchObject([{ what: 'answer', to: { unit: 20 } }])
    const late = ticked(7, ticked(5.6, state))
    expect(late.clock.supervisors.map(({ unit }) => unit)).toEqual([10])
    expect(outcome(tickOn(11.9, late))).toBe('clock.nothing-due')
    expect(outcome(tickOn(12, late))).toEqual(['ClockSupervised'])
  })

  test('of which nobody took notice does everything at once, in its order', () => {
    expect(outcome(tickOn(12, lived(...offered)))).toEqual([
      ...['OrderSigned', 'ClockChased', 'ClockWarned', 'ClockChased'],
      ...['CallbackOpened', 'ClockSupervised'],
    ])
  })

  test('of the first contact is chased, unless the worker was called', () => {
    const silent = lived(...signed)
    expect(bodiesOf(tickOn(1, silent), 'ClockChased')).toMatchObject([{ what: 'contact', superviseAt: null }])
    expect(outcome(tickOn(1, lived(...called)))).toBe('clock.nothing-due')
  })

  test('is the unit’s own business where nobody is staffed above; who is blocked hears nothing', () => {
    const alone = { ladder: ladder(10, 5, 1) }
    expect(bodiesOf(tickOn(12, lived(...called), alone), 'ClockChased')).toMatchObject([{ to: { unit: 20 } }])
    expect(bodiesOf(tickOn(12, lived(...called), alone), 'ClockSupervised')).toMatchObject([{ to: { unit: 20 } }])
    const blocked: DemandState = { ...lived(...called), blocked: [10, 1] }
    expect(bodiesOf(tickOn(12, blocked), 'ClockChased')).toMatchObject([{ to: { unit: 5 } }])
    expect(bodiesOf(tickOn(12, blocked), 'ClockSupervised')).toMatchObject([{ to: { unit: 5 } }])
  })

  test('of joint units is chased once for all that are late, and not where they answered', () => {
    const both = lived(...called, [1, acts.joint], [1, acts.department])
    expect(bodiesOf(tickOn(6, both), 'ClockChased')).toMatchObject([{ what: 'joint' }])
    expect(ticked(6, both).order.joints.map(({ chased }) => chased)).toEqual([true, true])
    const answered = lived(...called, [1, acts.joint], [2, acts.joined])
    expect(bodiesOf(tickOn(6, answered), 'ClockChased')).toEqual([])
  })

  test('of a specially complex matter reports to the worker every so often, until its class asks no more', () => {
    const complex = lived(...raised, [0, but(triage, { difficulty: 'complex' })], [0, sign], [0, call])
    const told = { ...complex, clock: { ...complex.clock, interimAt: day(5) } }
    expect(bodiesOf(tickOn(5, told), 'InterimDue')).toEqual([{ nextAt: day(19) }])
    const plain = { ...told, difficulty: 'plain' }
    expect(ticked(5, plain).clock.interimAt).toBeNull()
  })
})

describe('a pause', () => {
  const paused = lived(...called, [1, acts.pause], [1, acts.grant])
  const until = paused.order.pause?.untilAt ?? ''

  test('stops the answer clock and ends by itself on its day, however late somebody looks', () => {
    expect(until).toBe('2026-06-18T15:59:59.000Z')
    expect(clockAt(paused)).toBe(until)
    const on = ticked(until, paused)
    const late = ticked(5, paused)
    expect(on.order.pause).toBeNull()
    expect(on.dueAt).toBe(late.dueAt)
    expect(Date.parse(on.dueAt ?? '')).toBe(Date.parse(day(7)) + Date.parse(until) - Date.parse(day(1)))
    expect(on.callbacks.opensAt).toBe(on.dueAt)
    expect(on.clock.alarms.map(({ act }) => act)).toEqual(['warn', 'chase', 'supervise'])
  })
})

describe('after the end', () => {
  const closed = lived(...called, [1, life.explain], [2, life.solved])

  test('the watch asks on its days and the archive takes it on its own', () => {
    expect(isOpen(closed)).toBe(false)
    expect(clockAt(closed)).toBe(day(32))
    const asked = ticked(32, closed)
    expect(asked.watch).toMatchObject({ asked: 30, asks: [{ day: 90 }] })
    const archived = ticked(33, asked)
    expect(archived.clock).toMatchObject({ archived: true, archiveAt: null, reopenUntil: null })
    expect(clockAt(archived)).toBe(day(92))
    expect(clockAt(ticked(92, archived))).toBeNull()
  })

  test('a protection that nobody answered is chased one level above who protects, even when the matter is closed', () => {
    const pressed = lived(...called, [1, life.pressed], [2, life.withdraw])
    expect(pressed.watch.protection).toMatchObject({ to: { unit: 10 }, dueAt: day(8) })
    expect(bodiesOf(tickOn(8, pressed), 'ClockChased')).toMatchObject([
      { what: 'protection', to: { unit: 5 }, superviseAt: null },
    ])
    const answered = askOn(3, pressed, [people.county, { kind: 'protection.answer', demand: 'd', text: '已制止' }])
    expect(outcome(answered)).toEqual(['ProtectionAnswered'])
  })

  test('what is owed a hundredfold is done in several ticks, and then nothing is left', () => {
    const asks = Array.from({ length: 300 }, (_, n) => ({ day: n, at: day(3) }))
    const state: DemandState = { ...closed, watch: { ...closed.watch, asks } }
    const once = ticked(4, state)
    expect(once.watch.asks).toHaveLength(100)
    expect(ticked(4, once).watch.asks).toHaveLength(0)
  })
})

test('a merged claim waits for the master and is asked by its own due', () => {
  const master = {
    ...{ id: 'm', number: 'SQ', open: true, lead: lived(...offered).lead, copies: [], dueAt: day(9) },
    ...{ master: null, blocked: [], topic: 'A03', restricted: null },
  }
  const merged = lived(...offered, [
    0.1,
    [people.handler, { kind: 'demand.merge', demand: 'd', master: 'm' }],
    { master },
  ])
  expect(merged).toMatchObject({ orderState: 'signed', dueAt: day(7), order: { autoSignAt: null } })
  expect(clockAt(merged)).toBe(day(7))
  expect(outcome(tickOn(7, merged))).toEqual(['CallbackOpened'])
  expect(next(punctual(merged, day(40)))).toMatchObject({ unit: 20 })
})
