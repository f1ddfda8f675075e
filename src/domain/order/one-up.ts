import type { Holder } from '../demand/event.ts'
import { staffedAbove } from '../demand/ladder.ts'
import { inSection } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import { type Candidate, route } from '../routing.ts'

/** The nearest staffed unit above the lead; null where none is. `ladder`: the lead and the units above it, nearest first. */
export function oneUp(state: DemandState, ladder: readonly Candidate[]): Holder | null {
  const found = state.lead && staffedAbove(ladder, state.lead.unit, state.blocked)
  return found && inSection(state, found)
}

/** One level up; where nobody is staffed above, another post of the lead's own unit (§2.6, *Callback where few work*). */
export function oneUpOrSame(state: DemandState, ladder: readonly Candidate[]): Holder | null {
  const found = oneUp(state, ladder) ?? route(ladder, state.blocked)?.to
  return found ? inSection(state, found) : null
}

/** Who rules on an objection: above the lead, and the unit that sent the order or one above it (§2.6). Never the lead. */
export function rulerOf(state: DemandState, deciders: readonly Candidate[]): Holder | null {
  const lead = state.lead?.unit
  const over = deciders.filter(({ unit }) => unit === lead || state.triage.path.includes(unit))
  return oneUp(state, over)
}
