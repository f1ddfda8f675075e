import type { DeliveredSeal, DemandState, MetSeal, Seals, UnderstoodSeal } from './state.ts'

/**
 * The three seals of a demand (product.md). Deeds may be recorded at any time; only the seal waits for the seals before
 * it. An anonymous worker is never said to have been met: at most by thread or call.
 */
export function sealsOf(state: DemandState): Seals {
  const met = metSeal(state)
  const understood = met === 'none' ? 'none' : understoodSeal(state)
  return { met, understood, delivered: understood === 'none' ? claimedOnly(state) : deliveredSeal(state) }
}

function metSeal(state: DemandState): MetSeal {
  const live = state.contacts.person + state.contacts.video > 0
  if (live && state.mode !== 'anonymous') return 'person'
  if (state.contacts.call > 0 || live) return 'call'
  return state.messages.union > 0 && state.messages.worker > 0 ? 'thread' : 'none'
}

function understoodSeal(state: DemandState): UnderstoodSeal {
  if (state.understood === 'yes' || state.understood === 'inPerson') return state.understood
  return state.verdict === 'solved' ? 'affirmed' : 'none'
}

function deliveredSeal(state: DemandState): DeliveredSeal {
  if (state.deeds > 0 && state.verdict === 'solved') return 'yes'
  return claimedOnly(state)
}

/** The outline: the union says done, the worker has not said so. */
function claimedOnly(state: DemandState): DeliveredSeal {
  return state.claim === 'done' && state.deeds > 0 ? 'claimed' : 'none'
}
