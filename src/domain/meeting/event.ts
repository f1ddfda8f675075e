/** What a meeting is, as it was computed. Everything in it is issued to the invited, so it stands plain. */
export type MeetingTold = {
  readonly title: string
  /** Instants, ISO 8601 UTC. */
  readonly startAt: string
  readonly endAt: string
  readonly agenda: readonly string[]
  readonly place: string | null
  readonly video: boolean
}

/** A decision: what becomes of it is a clause of a directive, or a task of a unit until a day. */
export type Decided = {
  readonly n: number
  readonly what: string
  readonly directive: string | null
  /** Which clause of it, counted from 1. */
  readonly clause: number | null
  readonly unit: number | null
  readonly path: readonly number[]
  readonly until: string | null
}

/** Events of a meeting. Paths hold a unit with its ancestors, itself first; `sequence` is that of its calendar entry. */
export type MeetingEvent =
  | {
      readonly kind: 'MeetingCalled'
      readonly body: MeetingTold & {
        readonly unit: number
        readonly path: readonly number[]
        readonly below: number
        readonly belowPath: readonly number[]
        readonly campaign: string | null
      }
    }
  | { readonly kind: 'MeetingChanged'; readonly body: MeetingTold & { readonly sequence: number } }
  | { readonly kind: 'MeetingCancelled'; readonly body: { readonly sequence: number } }
  | {
      readonly kind: 'MeetingPaperAdded'
      readonly body: { readonly n: number; readonly title: string; readonly text: string }
    }
  | { readonly kind: 'MeetingDecided'; readonly body: Decided }
  | { readonly kind: 'MeetingTaskDone'; readonly body: { readonly n: number } }
