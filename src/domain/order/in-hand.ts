import { type Decision, refused } from '../decision.ts'
import type { Holder } from '../demand/event.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'

/** A demand whose lead has signed: lead and answer due are known. */
export type InHand = DemandState & { readonly lead: Holder; readonly dueAt: string }

/** Why the lead cannot act on what is not in hand: closed, answered before, or nothing signed. */
export function outOfHand(state: DemandState): Extract<Decision<never>, { refused: unknown }> {
  if (!isOpen(state)) return refused('demand.closed')
  return refused(state.status === 'answered' ? 'order.already-answered' : 'order.not-signed')
}

/** True while the lead has signed and not answered. */
export function isInHand(state: DemandState): state is InHand {
  // Who took over from a lead that stepped back after the answer has signed, and has nothing left to answer.
  const owed = isOpen(state) && state.status !== 'answered'
  return owed && state.orderState === 'signed' && state.lead !== null && state.dueAt !== null
}

/** True when worker and union were in live contact, or wrote to one another (面). */
export function wasReached({ contacts, messages }: DemandState): boolean {
  return contacts.person + contacts.video + contacts.call > 0 || (messages.union > 0 && messages.worker > 0)
}
