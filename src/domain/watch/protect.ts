import type { Draft } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import { staffedAbove } from '../demand/ladder.ts'
import { inSection } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import type { DemandClass } from '../times.ts'

/** Retaliation is urgent whatever the matter was (§2.7, §4 rule 18). */
const retaliation: DemandClass = { urgency: 'P1', difficulty: 'plain', nature: null }

/**
 * The worker was pressed or given trouble: the next staffed level above the lead, before there is one above the triage,
 * protects. While one protection waits for its answer a second word adds to it and opens no other.
 */
export function protection(
  state: DemandState,
  cause: 'pressed' | 'watch',
  { ladder, times, now }: LadderFacts,
): readonly Draft<DemandEvent>[] {
  if (state.watch.protection && !state.watch.protection.answered) return []
  const below = state.lead ?? state.triage
  const to = inSection(state, staffedAbove(ladder, below.unit, state.blocked) ?? below)
  return [{ kind: 'ProtectionOpened', body: { cause, to, dueAt: times.answerDue(retaliation, now) } }]
}
