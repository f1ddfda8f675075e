import type { Draft } from '../decision.ts'
import { endingOf } from '../demand/ending.ts'
import type { DemandEvent, Holder } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import { above, callbackUnit } from '../demand/ladder.ts'
import { inSection } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import { later } from '../order/answer-clock.ts'
import { route } from '../routing.ts'
import { chasedBy } from './call-in.ts'

/** The round in which nobody reached the worker for the second time: then silence is *unknown* (§2.8). */
const lastRound = 2

/** The callback opens by the due day, answered or not, and the day after a promise (§2.6, `ANSWERED or due passed→CALLBACK`). */
export function opening(state: DemandState, facts: LadderFacts): Draft<DemandEvent> {
  return opened(state, callerOf(state, facts), facts)
}

/**
 * The callback's time is over. An answer the worker was asked about often enough, or could not be asked about because nobody
 * knows who it is, ends as *unknown*, never as satisfied (law 2). Else the next unit above calls, once. What was never
 * answered is not ended by silence: the lead stays responsible (§2.6, *Overdue and unanswered*).
 */
export function ending(state: DemandState, endedAt: string, facts: LadderFacts): readonly Draft<DemandEvent>[] {
  const asked = triedEnough(state, facts) || state.mode === 'anonymous' || state.callbacks.rounds >= lastRound
  if (state.status === 'answered' && asked)
    return [{ kind: 'DemandClosed', body: { outcome: 'unknown', ...endingOf(state, facts) } }]
  const to = chasedBy(state, 'callback', facts)
  const superviseAt = facts.times.superviseAt(endedAt)
  const chased: Draft<DemandEvent> = { kind: 'ClockChased', body: { what: 'callback', to, superviseAt } }
  return [chased, opened(state, nextCaller(state, facts), facts)]
}

/** Tried on so many days and by so many ways (§2.8: three days, two channels). */
export function triedEnough({ callbacks }: DemandState, { needs }: LadderFacts): boolean {
  const days = new Set(callbacks.tries.map(({ on }) => on))
  const ways = new Set(callbacks.tries.map(({ way }) => way))
  return days.size >= needs.callbackTries && ways.size >= needs.callbackWays
}

function opened(state: DemandState, caller: Holder, { now, times }: LadderFacts): Draft<DemandEvent> {
  const closeAt = later(times.callbackCloseAt(now), state.callbackDueAt ?? now)
  const callback = inSection(state, caller)
  return { kind: 'CallbackOpened', body: { callback, sameUnit: callback.unit === state.lead?.unit, closeAt } }
}

/** Whom the answer named, while somebody is there; else whoever could be named now. Nobody staffed at all: the lead itself. */
function callerOf(state: DemandState, { ladder }: LadderFacts): Holder {
  const lead = state.lead ?? state.triage
  const named = state.callback
  const there = named && !ladder.some(({ unit, staffed }) => unit === named.unit && !staffed)
  if (there) return named
  return callbackUnit(ladder, lead.unit, state.blocked)?.callback ?? named ?? lead
}

function nextCaller(state: DemandState, facts: LadderFacts): Holder {
  if (!state.callback) return callerOf(state, facts)
  const higher = above(facts.ladder, state.callback.unit).filter(({ unit }) => unit !== state.lead?.unit)
  return route(higher, state.blocked)?.to ?? callerOf(state, facts)
}
