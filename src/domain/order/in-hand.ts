import { type Decision, refused } from '../decision.ts'
import type { Holder } from '../demand/event.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'

/** A demand whose lead has signed: lead and answer due are known. */
export type InHand = DemandState & { readonly lead: Holder; readonly dueAt: string }

/** Why the lead cannot act: closed, nothing signed, or answered before; null where the order is signed. */
export function notInHand(state: DemandState): Extract<Decision<never>, { refused: unknown }> | null {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.status === 'answered') return refused('order.already-answered')
  return isInHand(state) ? null : refused('order.not-signed')
}

/** True while the lead has signed and not answered. */
export function isInHand(state: DemandState): state is InHand {
  return isOpen(state) && state.orderState === 'signed' && state.lead !== null && state.dueAt !== null
}

/** True when worker and union were in live contact, or wrote to one another (面). */
export function wasReached({ contacts, messages }: DemandState): boolean {
  return contacts.person + contacts.video + contacts.call > 0 || (messages.union > 0 && messages.worker > 0)
}
