import type { Holder } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import { above, staffedAbove } from '../demand/ladder.ts'
import { inSection } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import type { ClockWhat } from './event.ts'

/** Whose clock it is. */
export function lateOne(state: DemandState, what: ClockWhat): Holder {
  const lead = state.lead ?? state.triage
  switch (what) {
    case 'triage':
      return state.triage
    case 'protection':
      return state.watch.protection?.to ?? lead
    case 'callback':
      return state.callback ?? lead
    case 'contact':
    case 'answer':
    case 'joint':
      return lead
  }
}

/** 催办 (§2.6): the next staffed level above whoever is late hears of it; where none is, the late one itself. */
export function chasedBy(state: DemandState, what: ClockWhat, { ladder }: LadderFacts): Holder {
  const late = lateOne(state, what)
  return inSection(state, staffedAbove(ladder, late.unit, state.blocked) ?? late)
}

/**
 * 督办 (§2.6): the office of county or province above whoever was told by the chasing; where no such level is staffed above,
 * whoever is highest.
 */
export function supervisedBy(state: DemandState, what: ClockWhat, facts: LadderFacts): Holder {
  const told = chasedBy(state, what, facts)
  const may = facts.ladder.filter(({ unit, staffed }) => staffed && !state.blocked.includes(unit))
  const office = above(facts.ladder, told.unit).find(
    (one) => may.includes(one) && facts.needs.superviseLevels.includes(one.level),
  )
  return inSection(state, office ?? may.at(-1) ?? told)
}
