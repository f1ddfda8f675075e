/** Commands on the invitation a union has to a meeting. Meeting and unit name its stream; the union says it of itself. */
export type InvitationCommand =
  | { readonly kind: 'meeting.receive'; readonly meeting: string; readonly unit: number }
  | {
      readonly kind: 'meeting.attend'
      readonly meeting: string
      readonly unit: number
      /** How many were there; never who. */
      readonly persons: number
    }
