import type { InvitationCommand } from '../invitation/command.ts'

/** `meeting.call`: a union invites every union below one of its own to a mobilisation meeting 动员会. Its words are issued to all. */
export type CallMeeting = {
  readonly kind: 'meeting.call'
  readonly unit: number
  /** Every union from this one downward is invited; without it, from the caller's own. */
  readonly below?: number | undefined
  readonly campaign?: string | undefined
  readonly title: string
  /** Instants, ISO 8601 with an offset. */
  readonly startAt: string
  readonly endAt: string
  readonly agenda: readonly string[]
  readonly place?: string | undefined
  /** With a live room. */
  readonly video?: boolean | undefined
}

/** Commands on a meeting. Instants are ISO 8601 with an offset, days `YYYY-MM-DD`. */
export type MeetingCommand =
  | CallMeeting
  | {
      readonly kind: 'meeting.change'
      readonly meeting: string
      readonly title?: string | undefined
      readonly startAt?: string | undefined
      readonly endAt?: string | undefined
      readonly agenda?: readonly string[] | undefined
      readonly place?: string | undefined
      readonly video?: boolean | undefined
    }
  | { readonly kind: 'meeting.cancel'; readonly meeting: string }
  | { readonly kind: 'meeting.paper'; readonly meeting: string; readonly title: string; readonly text: string }
  | {
      readonly kind: 'meeting.decide'
      readonly meeting: string
      readonly what: string
      /** A draft of the same union, whose last clause it becomes; or else the unit whose task it becomes. */
      readonly directive?: string | undefined
      readonly unit?: number | undefined
      readonly until?: string | undefined
    }
  | { readonly kind: 'meeting.task-done'; readonly meeting: string; readonly n: number }

/** What a post may do with meetings: their commands, `meeting.read` list and page. */
export type MeetingVerb = MeetingCommand['kind'] | InvitationCommand['kind'] | 'meeting.read'
