import type { Draft } from '../decision.ts'
import { answerClock, earlier } from '../order/answer-clock.ts'
import type { DemandEvent, Holder } from './event.ts'
import type { LadderFacts } from './facts.ts'
import { staffedAbove } from './ladder.ts'
import { copiesTo, inSection } from './offer.ts'
import type { DemandState } from './state.ts'
import { textSlot } from './text-slot.ts'

/**
 * CALLBACK→REOPENED and by right (§2.6, §2.8): half the class limit from now, at the same lead. After as many times as the
 * rules say it goes one level up, copied to the level above that; where nobody is staffed above it stays. One count for both.
 */
export function reopening(state: DemandState, facts: LadderFacts, text?: string): Draft<DemandEvent> {
  const { now, times, needs } = facts
  const dueAt = times.reopenDue(state, now)
  const contactDueAt = earlier(times.contactDue(state, now), dueAt)
  const up = state.reopened >= needs.reopenTimes ? levelUp(state, facts) : {}
  return {
    kind: 'DemandReopened',
    body: { n: state.reopened + 1, contactDueAt, ...answerClock(now, dueAt, times), ...up },
    seal: textSlot('reopening', text),
  }
}

/** Whether it may be opened again at all: at the same level, and once above it. */
export function mayReopen(state: DemandState, { needs }: LadderFacts): boolean {
  return state.lead !== null && state.reopened <= needs.reopenTimes
}

function levelUp(state: DemandState, { ladder }: LadderFacts): { lead?: Holder; copies?: readonly Holder[] } {
  const higher = state.lead && staffedAbove(ladder, state.lead.unit, state.blocked)
  if (!higher) return {}
  const lead = inSection(state, higher)
  return { lead, copies: copiesTo(lead, staffedAbove(ladder, lead.unit, state.blocked), state.blocked) }
}
