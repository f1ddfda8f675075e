import type { DemandAnswered, Holder, Outcome } from '../demand/event.ts'
import type { CommitmentMade } from '../order/event.ts'

/** Commands that tie demands together. Those of the system are sent by a follower, once per event. */
export type MergeCommand =
  /** Handle this claim under the master. Both must be in reach. */
  | { readonly kind: 'demand.merge'; readonly demand: string; readonly master: string }
  /** System, on the master. */
  | { readonly kind: 'claim.join'; readonly demand: string; readonly claim: string }
  | { readonly kind: 'claim.settle'; readonly demand: string; readonly claim: string; readonly outcome: Outcome | null }
  /** System, on a claim: what was done on the master was done for this worker too. */
  | { readonly kind: 'claim.deed'; readonly demand: string; readonly deed: string; readonly text: string }
  | {
      readonly kind: 'claim.promise'
      readonly demand: string
      readonly promisedOn: string
      readonly promisor: CommitmentMade['promisor']
      readonly text: string
    }
  /** The class and the due the master has now. */
  | {
      readonly kind: 'claim.reclass'
      readonly demand: string
      readonly urgency: string
      readonly difficulty: string
      readonly dueAt: string
    }
  | {
      readonly kind: 'claim.answer'
      readonly demand: string
      readonly claim: DemandAnswered['claim']
      readonly callback: Holder
      readonly sameUnit: boolean
      readonly callbackDueAt: string
      readonly text: string
    }
