import type { Draft } from '../decision.ts'
import type { DemandEvent, Holder } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import { staffedAbove } from '../demand/ladder.ts'
import { inSection } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import { lapsed } from '../exclusion/decide.ts'
import { resumed } from '../order/pause.ts'
import { chasedBy, lateOne, supervisedBy } from './call-in.ts'
import type { Due } from './due.ts'
import { isSpared, spared } from './late-arrival.ts'
import { ending, opening } from './round.ts'
import type { Alarm } from './state.ts'

type Drafts = readonly Draft<DemandEvent>[]

/** What time does about one thing that is due. Each leaves that thing done, or due again later than now: nothing is due twice. */
export function actOf(state: DemandState, due: Due, facts: LadderFacts): Drafts {
  const { times, now } = facts
  const { ruling, request, opinion } = state.order
  switch (due.what) {
    case 'pause':
      // By itself on the day agreed, whenever the runner comes by.
      return [standing('pause', resumed(state, 'time', due.at, times))]
    case 'sign':
      // DISPATCHED → SIGNED (§2.6): silence cannot stop the clock.
      return [{ kind: 'OrderSigned', body: { unit: lateOne(state, 'answer').unit, auto: true } }]
    case 'ruling':
      return [climbed(state, 'ruling', standing('ruling', ruling).ruler, times.rulingDue(now), facts)]
    case 'request':
      return [climbed(state, 'request', standing('request', request).approver, times.approvalDue(now), facts)]
    case 'opinion':
      return [climbed(state, 'opinion', standing('opinion', opinion).to, times.approvalDue(now), facts)]
    case 'interim':
      return [{ kind: 'InterimDue', body: { nextAt: times.interimAt(state, now) } }]
    case 'alarm':
      return isSpared(state, due.alarm) ? spared(state, due.alarm, facts) : [rung(state, due.alarm, facts)]
    case 'callback-opens':
      return [opening(state, facts)]
    case 'callback-ends':
      return ending(state, due.at, facts)
    case 'watch':
      return state.watch.asks.slice(0, 1).map(({ day }) => ({ kind: 'WatchAsked', body: { day } }))
    case 'exclusion':
      return [lapsed()]
    case 'archive':
      // CLOSED → ARCHIVED (§2.6): day 31.
      return [{ kind: 'DemandArchived', body: {} }]
  }
}

/** What is due stands: who acts on another thing than `firstDue` named has made a mistake. */
function standing<T>(what: Due['what'], one: T | null): T {
  if (one === null) throw new Error(`there is no ${what} that could be due`)
  return one
}

/**
 * Silence climbs one level (§2.7): to the next staffed unit that may decide, with a time of its own. Where nobody stands
 * above, the same one has to decide again, so that nothing ever starves.
 */
function climbed(
  state: DemandState,
  what: 'ruling' | 'request' | 'opinion',
  silent: Holder,
  decideBy: string,
  { deciders }: LadderFacts,
): Draft<DemandEvent> {
  const higher = staffedAbove(deciders, silent.unit, state.blocked)
  return { kind: 'DecisionClimbed', body: { what, to: higher ? inSection(state, higher) : silent, decideBy } }
}

/** 80 %: the head of the unit; 100 %: the level above (催办); five working days on: county or province (督办) (§2.6). */
function rung(state: DemandState, { act, what, at }: Alarm, facts: LadderFacts): Draft<DemandEvent> {
  switch (act) {
    case 'warn':
      return { kind: 'ClockWarned', body: { what, to: lateOne(state, what) } }
    case 'chase': {
      // The answer has its alarm since its due was fixed; contact and joint work are part of it; protection climbs once.
      const superviseAt = what === 'triage' ? facts.times.superviseAt(at) : null
      return { kind: 'ClockChased', body: { what, to: chasedBy(state, what, facts), superviseAt } }
    }
    case 'supervise':
      return { kind: 'ClockSupervised', body: { what, to: supervisedBy(state, what, facts) } }
  }
}
