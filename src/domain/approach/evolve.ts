import type { DemandEvent } from '../demand/event.ts'
import type { ApproachEvent } from './event.ts'

/** Where the question stands: `n` proposals so far, and the word on the last one, with how it came. */
export type ApproachState = {
  readonly n: number
  readonly answer: 'none' | 'asked' | 'yes' | 'no'
  readonly via: Extract<ApproachEvent, { kind: 'ApproachAnswered' }>['body']['via'] | null
}

/** Before anything was asked. */
export const noApproach: ApproachState = { n: 0, answer: 'none', via: null }

/** Folds one event of the demand's stream. A matter taken up again is asked about again: time, place and words are others. */
export function evolveApproach(approach: ApproachState, event: DemandEvent): ApproachState {
  switch (event.kind) {
    case 'ApproachProposed':
      return { n: event.body.n, answer: 'asked', via: null }
    case 'ApproachAnswered':
      return { ...approach, answer: event.body.yes ? 'yes' : 'no', via: event.body.via }
    case 'DemandReopened':
      return { ...approach, answer: 'none', via: null }
    default:
      return approach
  }
}
