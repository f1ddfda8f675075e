import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import type { DemandCommand } from '../demand/command.ts'
import { life, type Override, path, people, said } from '../demand/given.fixture.ts'
import { isOpen, next } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { acts, but } from '../order/order.fixture.ts'
import { clockAt } from './due.ts'
import { askOn, caller, day, folded, ladder, ticked, tickOn } from './timed.fixture.ts'

// Whatever people do and whenever, and whenever the runner comes by: time leaves nothing due undone.

type Sent = readonly [Actor, DemandCommand]
const on = { demand: 'd' } as const
const others: readonly Sent[] = [
  [people.triage, { ...on, kind: 'demand.answer-now', topic: 'Q01', nature: 'consultation', text: '可以这样' }],
  [people.triage, { ...on, kind: 'demand.redirect', outcome: 'legal-channel', reason: 'litigation', text: '去法院' }],
  [people.worker, { ...on, kind: 'verdict.give', solved: 'partly' }],
  [people.worker, { ...on, kind: 'demand.reopen', text: '又欠了' }],
  [people.worker, { ...on, kind: 'watch.answer', trouble: true }],
  [people.county, { ...on, kind: 'protection.answer', text: '已制止' }],
  [caller, { ...on, kind: 'callback.try', way: 'call' }],
  [caller, { ...on, kind: 'callback.try', way: 'sms' }],
  [caller, { ...on, kind: 'callback.record', way: 'call', solved: 'unsolved', meant: true }],
  [people.triage, { ...on, kind: 'demand.merge', master: 'm' }],
  [{ kind: 'system' }, { ...on, kind: 'demand.recalculate' }],
  [{ kind: 'system' }, { ...on, kind: 'claim.deed', deed: 'recovered-pay', text: '补发' }],
  [
    { kind: 'system' },
    {
      ...{ ...on, kind: 'claim.answer', claim: 'done', sameUnit: false, text: '已补发' },
      ...{ callback: { unit: 10, path: path.county, section: null }, callbackDueAt: day(20) },
    },
  ],
]
const { raise: _, ...lifeSteps } = life
const { lower: __, pause, promise, ...actSteps } = acts
const steps: readonly Sent[] = [...Object.values(lifeSteps), ...Object.values(actSteps), ...others]
/** What names a day names one soon after the day it is sent on. */
const stepsOn = (at: number): readonly Sent[] => {
  const soon = day(at + 3).slice(0, 10)
  return [...steps, but(pause, { until: soon }) as Sent, but(promise, { promisedOn: soon }) as Sent]
}
/** Most lives go on: what ends them is taken rarely. */
const isEnd = ([, { kind, ...body }]: Sent) =>
  /redirect|verdict|callback.record/.test(kind) || ('pressed' in body && !body.pressed)

const raised = fc.record({
  mode: fc.constantFrom('named' as const, 'confidential' as const, 'anonymous' as const),
  persons: fc.constantFrom(1, 12),
  danger: fc.boolean(),
  /** Days it was on its way: heard on a visit without a signal. */
  lateBy: fc.constantFrom(0, 0, 0, 0.5, 6, 9, 30),
})
const worlds: fc.Arbitrary<Override> = fc.record({
  ladder: fc.constantFrom(ladder(), ladder(10), ladder(10, 5, 1), ladder(20, 10, 5, 1)),
  deciders: fc.constantFrom(ladder(), ladder(5), ladder(10, 5, 1)),
})
const master = {
  ...{ id: 'm', number: 'SQ-m', open: true, lead: { unit: 10, path: path.county, section: null }, copies: [] },
  ...{ dueAt: day(9), master: null, blocked: [], topic: 'A03', restricted: null },
}
const handed: readonly Sent[] = [life.triage, life.sign, life.call]
/** How a life may begin, so that chance does not have to find the way to what takes many steps. */
const beginnings: readonly (readonly Sent[])[] = [
  [],
  handed,
  [...handed, but(pause, { until: day(3).slice(0, 10) }), acts.grant],
  [but(life.triage, { difficulty: 'complex' }), life.sign, life.call],
  [...handed, life.explain],
]
const lives = fc.record({
  raised,
  beginning: fc.constantFrom(...beginnings),
  world: worlds,
  // Days that pass before a step, and which of the possible steps is taken.
  steps: fc.array(fc.tuple(fc.constantFrom(0, 0, 0.1, 0.4, 1, 3, 11, 40), fc.noBias(fc.nat(5040))), {
    minLength: 1,
    maxLength: 25,
    size: 'max',
  }),
  passing: fc.constantFrom(0.3, 1, 4, 8, 16, 35, 100),
})
type Life = typeof lives extends fc.Arbitrary<infer L> ? L : never

/** A life up to some instant; the runner came by only where `runs` says so. */
function play({ raised: how, beginning, world, steps: taken, passing }: Life, runs: boolean) {
  const more = { ...world, master }
  const { lateBy, ...words } = how
  const onWay = lateBy > 0 ? { visit: 'v', madeAt: day(-lateBy) } : {}
  const command: DemandCommand = { ...said, ...words, ...onWay }
  const who = lateBy > 0 ? people.handler : people.public
  let at = 0
  let state = folded(null, askOn(0, null, [who, command], { ...more, visitFrom: day(-99) }), day(0), who)
  for (const step of beginning) {
    const decision = askOn(0, state, step, more)
    if ('accepted' in decision) state = folded(state, decision, day(0), step[0])
  }
  for (const [days, which] of taken) {
    at += days
    const due = clockAt(state)
    if (runs && due !== null && due <= day(at)) state = ticked(at, state, more)
    const all = stepsOn(at).filter((one) => isEnd(one) === (which % 5 === 0))
    // The first that is possible, from a place that chance chose.
    const step = [...all.slice(which % all.length), ...all].find((one) => 'accepted' in askOn(at, state, one, more))
    if (step) state = folded(state, askOn(at, state, step, more), day(at), step[0])
  }
  return { state, at, until: at + passing, more }
}

const always = (check: (one: ReturnType<typeof play>) => void, numRuns = 200) =>
  fc.assert(
    fc.property(lives, fc.boolean(), (one, runs) => check(play(one, runs))),
    { numRuns },
  )

describe('after a tick', () => {
  test('nothing is due any more, and ticking again is refused', () => {
    always(({ state, until, more }) => {
      const due = clockAt(state)
      const decision = tickOn(until, state, more)
      if (due === null || due > day(until)) {
        expect(decision).toMatchObject({ refused: {} })
        return
      }
      const next = ticked(until, state, more)
      const then = clockAt(next)
      expect(then === null || then > day(until), `${then}`).toBe(true)
      expect(tickOn(until, next, more)).toEqual({ refused: { code: 'clock.nothing-due', params: {} } })
    })
  })

  test('who is responsible and until when is known as before, and nobody who is blocked was called in', () => {
    always(({ state, until, more }) => {
      const due = clockAt(state)
      if (due === null || due > day(until)) return
      const after = ticked(until, state, more)
      if (isOpen(after)) expect(next(after)).not.toBeNull()
      for (const { unit } of [...after.clock.supervisors, after.triage]) expect(after.blocked).not.toContain(unit)
      for (const holder of [after.callback, after.order.ruling?.ruler, after.order.request?.approver])
        if (holder) expect(after.blocked).not.toContain(holder.unit)
    })
  })

  test('only silence about an answer has closed anything, and never as solved', () => {
    always(({ state, until, more }) => {
      const due = clockAt(state)
      if (due === null || due > day(until)) return
      const after = ticked(until, state, more)
      expect(after.verdict).toBe(state.verdict)
      if (isOpen(state) && !isOpen(after)) {
        expect([state.status, after.outcome]).toEqual(['answered', 'unknown'])
        expect(after.clock.archiveAt === null).toBe(after.clock.archived)
      }
    })
  })
})

/** The runner is punctual from here on, until the day named. */
function punctually(from: DemandState, until: string, more: Override): { state: DemandState; ticks: number } {
  let state = from
  let ticks = 0
  for (let at = clockAt(state); at !== null && at <= until; at = clockAt(state)) {
    state = ticked(at > day(0) ? at : day(0), state, more)
    ticks++
    expect(ticks).toBeLessThan(500)
  }
  return { state, ticks }
}

test('a runner that comes late leaves what a punctual one leaves', () => {
  always(({ state, at, until, more }) => {
    const due = clockAt(state)
    if (due === null || due > day(until)) return
    // Both have done what was due before the life stopped; then one sleeps.
    const awake = due <= day(at) ? ticked(at, state, more) : state
    const slow = clockAt(awake) !== null && (clockAt(awake) ?? '') <= day(until) ? ticked(until, awake, more) : awake
    const quick = punctually(awake, day(until), more).state
    // What stands whenever the runner came: signed, resumed, the due, asked and archived.
    expect(slow.order.autoSignAt).toBe(quick.order.autoSignAt)
    expect(slow.order.pause).toEqual(quick.order.pause)
    expect(slow.dueAt).toBe(quick.dueAt)
    if (isOpen(quick)) {
      expect(slow.orderState).toBe(quick.orderState)
      expect(slow.status).toBe(quick.status)
      expect(slow.callbacks.open).toBe(quick.callbacks.open)
    }
    if (!isOpen(awake)) {
      expect(slow.clock).toEqual(quick.clock)
      expect(slow.watch).toEqual(quick.watch)
    }
    // The worker's time to be called runs from the call, so the late one ends later, but as the same.
    const ended = [slow, quick].map((one) => punctually(one, day(until + 400), more).state)
    const [late, early] = ended.map((one) => [
      one.status,
      one.outcome,
      one.orderState,
      one.clock.archived,
      one.callbacks.open,
    ])
    expect(late).toEqual(early)
  }, 150)
})

test('these lives get everywhere time does', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(lives, fc.boolean(), (one, runs) => {
      const { state, until, more } = play(one, runs)
      const decision = tickOn(until, state, more)
      if ('accepted' in decision) for (const { kind } of decision.accepted) kinds.add(kind)
    }),
    { numRuns: 400, seed: 18 },
  )
  expect([...kinds].sort()).toEqual([
    ...['CallbackOpened', 'ClockChased', 'ClockSpared', 'ClockSupervised', 'ClockWarned', 'DecisionClimbed'],
    ...['DemandArchived', 'DemandClosed', 'InterimDue', 'OrderSigned', 'PauseEnded', 'WatchAsked'],
  ])
})
