import type { DemandEvent } from '../demand/event.ts'
import type { MergeState } from './state.ts'

/** Folds one event of the demand's stream into what it shares with others. */
export function evolveMerge(merge: MergeState, event: DemandEvent): MergeState {
  switch (event.kind) {
    case 'DemandMerged':
      return { ...merge, master: event.body.master, masterNumber: event.body.masterNumber }
    case 'ClaimJoined':
      return { ...merge, claims: [...merge.claims, { id: event.body.claim, outcome: null, reopened: false }] }
    case 'ClaimSettled':
      return { ...merge, claims: settled(merge, event.body.claim, event.body.outcome) }
    case 'ClaimReopened':
      return { ...merge, claims: settled(merge, event.body.claim, null) }
    default:
      return merge
  }
}

function settled(merge: MergeState, claim: string, outcome: MergeState['claims'][number]['outcome']) {
  return merge.claims.map((one) => (one.id === claim ? { ...one, outcome, reopened: outcome === null } : one))
}
