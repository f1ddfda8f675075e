import type { Draft } from '../decision.ts'
import type { DemandEvent, Holder } from './event.ts'
import type { DemandFacts } from './facts.ts'
import type { DemandState } from './state.ts'

/** Who gets an order and why: code of the step that gave it. */
export type Offer = {
  readonly lead: Holder
  readonly copies: readonly Holder[]
  readonly why: 'triage' | 'danger' | 'group' | 'ruling' | 'recusal' | 'escalated'
  readonly urgency: string
}

/**
 * An order (§2.6): silence signs it at `autoSignAt`. Only what triage sent may be objected to; what the rules, a ruling or
 * the level above gave is final.
 */
export function offered({ lead, copies, why, urgency }: Offer, facts: DemandFacts): Draft<DemandEvent> {
  const { times, now } = facts
  const autoSignAt = times.autoSignAt(now, urgency)
  const objectUntil = why === 'triage' ? times.objectUntil(now) : null
  return { kind: 'OrderOffered', body: { lead, copies, why, autoSignAt, objectUntil } }
}

/** 双派单: the unit that supervises gets a copy unless it leads itself, does not stand above the lead, or may not see it. */
export function copiesTo(lead: Holder, copy: Holder | null, blocked: readonly number[]): readonly Holder[] {
  if (!copy || copy.unit === lead.unit || !lead.path.includes(copy.unit)) return []
  return blocked.includes(copy.unit) ? [] : [copy]
}

/** The copies as they are when the order goes up to another lead. */
export function copiesBeside(state: DemandState, lead: Holder): readonly Holder[] {
  return state.copies.filter(({ unit }) => unit !== lead.unit)
}

/** Whoever takes part in a matter that one section alone may see is of that section (§4 rule 7). */
export function inSection(state: DemandState, { unit, path, section }: Holder): Holder {
  return { unit, path, section: state.restricted ?? section }
}
