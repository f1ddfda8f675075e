import type { Holder, Outcome } from '../demand/event.ts'

/**
 * 并案 (domain §2.6, §2.8): every claim keeps its own stream, receipt, seals, verdict and privacy; one of them is the
 * master, where the work is done. What one stream must know of the other is told by a follower, event by event; the
 * master's deeds and its answer reach a claim as events of the usual kinds, sent by the system.
 */
export type MergeEvent =
  /** On the claim: handled together with the master, by the master's lead, until the master's due. */
  | { readonly kind: 'DemandMerged'; readonly body: DemandMerged }
  /** On the master: one more claim. */
  | { readonly kind: 'ClaimJoined'; readonly body: { readonly claim: string } }
  /** On the master: what became of a claim. */
  | { readonly kind: 'ClaimSettled'; readonly body: { readonly claim: string; readonly outcome: Outcome } }
  /** On the master: a claim opened again. */
  | { readonly kind: 'ClaimReopened'; readonly body: { readonly claim: string } }

/** Lead and dues as the claim has them from now on: the master's, or its own where that is earlier. */
export type DemandMerged = {
  readonly master: string
  readonly masterNumber: string
  readonly lead: Holder
  readonly copies: readonly Holder[]
  readonly dueAt: string
  /** Own unions of either employer: what is said for all is read with every claim (§0.3). Absent before it was asked. */
  readonly blocked?: readonly number[]
}
