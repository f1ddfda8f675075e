import type { InvitationEvent, Invited } from './event.ts'

/** An event of an invitation as it stands in the ledger. */
export type RecordedInvitationEvent = InvitationEvent & { readonly stream: string; readonly at: string }

/** One union's invitation: when it gave a receipt, and how many it said were there; null while it said nothing. */
export type InvitationState = Invited & {
  readonly id: string
  readonly receivedAt: string | null
  readonly persons: number | null
}

/** Folds one event into the state. Whoever says how many were there has the invitation, too. */
export function evolve(state: InvitationState | null, event: RecordedInvitationEvent): InvitationState {
  const { persons = null, receivedAt = null } = state ?? {}
  switch (event.kind) {
    case 'InvitationReceived':
      return { ...event.body, id: event.stream, receivedAt: event.at, persons }
    case 'MeetingAttended':
      return { ...event.body, id: event.stream, receivedAt: receivedAt ?? event.at }
  }
}
