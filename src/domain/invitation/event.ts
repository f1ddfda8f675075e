/** Events of one union's invitation to a meeting. Each carries all of it: whichever comes first begins the stream. */
export type InvitationEvent =
  | { readonly kind: 'InvitationReceived'; readonly body: Invited }
  | { readonly kind: 'MeetingAttended'; readonly body: Invited & { readonly persons: number } }

/** The union (`path`: itself first), the meeting, and the local day it began on when this was said. */
export type Invited = {
  readonly meeting: string
  readonly unit: number
  readonly path: readonly number[]
  readonly on: string
}
