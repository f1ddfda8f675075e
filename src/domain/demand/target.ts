import type { Target } from '../reach.ts'
import { holdersOf, next } from './next.ts'
import type { DemandState } from './state.ts'

/** A folded demand as the table of grants looks at it. The demand table holds the same columns. */
export function targetOf(state: DemandState): Target {
  const holders = holdersEver(state).map(({ holder }) => holder)
  return {
    id: state.id,
    status: state.status,
    orderState: state.orderState,
    mode: state.mode,
    nextUnit: next(state)?.unit ?? null,
    leadUnit: state.lead?.unit ?? null,
    leadSection: state.lead?.section ?? null,
    holderUnits: [...new Set(holders.map((h) => h.unit))].sort((a, b) => a - b),
    reachUnits: [...new Set(holders.flatMap((h) => h.path))].sort((a, b) => a - b),
    blockedUnits: [...state.blocked].sort((a, b) => a - b),
    reopened: state.reopened,
    understandings: state.understandings,
    understood: state.understood,
    erased: state.erased,
  }
}

/**
 * Who holds the demand, and the triage unit, which keeps sight of what it sent on: bit 32, where it holds it no more. Who
 * may see a demand and in whose lists it stands both follow from this.
 */
export function holdersEver(state: DemandState): ReturnType<typeof holdersOf> {
  const holders = holdersOf(state)
  const triages = holders.some(({ duty }) => duty === 1)
  return triages ? holders : [...holders, { holder: state.triage, duty: 32 }]
}
