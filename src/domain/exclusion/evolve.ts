import type { DemandEvent } from '../demand/event.ts'
import { type ExclusionState, noExclusion } from './state.ts'

/** Folds one event of the demand's stream. The worker's *no* that opens a matter again is the same word, not another one. */
export function evolveExclusion(
  exclusion: ExclusionState,
  event: DemandEvent & { readonly at: string },
): ExclusionState {
  switch (event.kind) {
    case 'VerdictGiven':
      return event.body.solved === 'clear' ? noExclusion : { ...noExclusion, wordAt: event.at }
    case 'DemandReopened':
      return exclusion.wordAt === event.at ? exclusion : { ...noExclusion, wordAt: event.at }
    case 'DemandArchived':
      // Its time is long over: nothing is offered any more. What was decided stands.
      return { ...exclusion, wordAt: null }
    case 'ExclusionAsked': {
      const { reason, judge, decideBy } = event.body
      return { ...exclusion, asked: { reason, judge, decideBy }, agreed: [] }
    }
    case 'ExclusionWeighed': {
      const { agree, post } = event.body
      return agree ? { ...exclusion, agreed: [...exclusion.agreed, post] } : exclusion
    }
    case 'ExclusionDecided':
      return { ...exclusion, asked: null, agreed: [], decided: event.body.excluded ? 'excluded' : 'kept' }
    default:
      return exclusion
  }
}

/** Whether the lead may still apply, as far as the time is not looked at. */
export function isContestable({ wordAt, asked, decided }: ExclusionState): boolean {
  return wordAt !== null && asked === null && decided === null
}
