import * as z from 'zod/mini'
import { Id, Instant } from './shape.ts'

const nullable = z.nullable
const unit = z.object({ id: z.int(), name: z.string() })

/** One line of the meetings. */
export const MeetingRow = z.object({
  id: Id,
  unit,
  below: unit,
  title: z.string(),
  startAt: Instant,
  endAt: Instant,
  place: nullable(z.string()),
  video: z.boolean(),
  cancelled: z.boolean(),
  /** Raised by each change; the calendar entry carries it. */
  sequence: z.int(),
})
/** One line of the meetings. */
export type MeetingRow = z.infer<typeof MeetingRow>

/** A decision and what became of it. */
export const MeetingDecision = z.object({
  n: z.int(),
  what: z.string(),
  directive: nullable(Id),
  unit: nullable(unit),
  until: nullable(z.string()),
  done: z.boolean(),
  /** Whether the asker's unit may say that it is done. */
  mayDo: z.boolean(),
})

/** Views of meetings. */
export const meetingViews = {
  meetings: {
    doc: "Meetings the asker's union called, is invited to, or that were called below it, latest first; and the tasks of the asker's union that are not done.",
    who: ['staff'],
    params: z.strictObject({ after: z.optional(z.string().check(z.maxLength(80))) }),
    answer: z.object({
      rows: z.array(MeetingRow),
      after: nullable(z.string()),
      tasks: z.array(z.object({ meeting: Id, title: z.string(), ...MeetingDecision.shape })),
      mayCall: z.boolean(),
    }),
  },
  meeting: {
    doc: 'One meeting: agenda, papers, decisions, how many unions are invited and how many said who was there. `join` is the live room while it is open.',
    who: ['staff'],
    params: z.strictObject({ meeting: Id }),
    answer: z.object({
      meeting: MeetingRow,
      agenda: z.array(z.string()),
      papers: z.array(z.object({ n: z.int(), title: z.string(), text: z.string() })),
      decisions: z.array(MeetingDecision),
      /** Unions in force that are invited. */
      invited: z.int(),
      /** Of the asker's union and those below it: unions that said how many were there, and how many that makes. */
      attended: z.object({ units: z.int(), persons: z.int() }),
      /** What the asker's own union said; null when it said nothing. */
      own: nullable(z.int()),
      join: nullable(z.string()),
      verbs: z.array(z.string()),
    }),
  },
} as const
