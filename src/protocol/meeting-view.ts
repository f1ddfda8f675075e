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
  directive: nullable(z.object({ id: Id, number: z.string(), campaign: Id })),
  /** Which clause of it, from 1. */
  clause: nullable(z.int()),
  unit: nullable(unit),
  until: nullable(z.string()),
  done: z.boolean(),
  /** Whether the asker's unit may say that it is done. */
  mayDo: z.boolean(),
})

/** Unions of a part of the tree: how many are invited, gave a receipt, said that somebody was there, and how many people. */
const answered = z.object({ invited: z.int(), received: z.int(), units: z.int(), persons: z.int() })

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
    doc: 'One meeting: agenda, papers, decisions; of a union (the own unless `unit` says one below) and those below it, how many are invited, gave a receipt, were there. Unions and numbers, never people. `join` is the live room while it is open.',
    who: ['staff'],
    params: z.strictObject({ meeting: Id, unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) }),
    answer: z.object({
      meeting: MeetingRow,
      agenda: z.array(z.string()),
      papers: z.array(z.object({ n: z.int(), title: z.string(), text: z.string() })),
      decisions: z.array(MeetingDecision),
      campaign: nullable(z.object({ id: Id, title: z.string() })),
      /** Unions in force that are invited. */
      invited: z.int(),
      /** Of the union looked at and those below it; then by direct member, in the order of names. */
      of: z.object({ unit, whole: answered, children: z.array(z.object({ unit, ...answered.shape })) }),
      /** The asker's own union: whether it is invited, gave its receipt, how many it said were there. */
      own: z.object({ invited: z.boolean(), receivedAt: nullable(Instant), persons: nullable(z.int()) }),
      /** Drafts a decision may become a clause of; empty for whoever decides nothing here. */
      drafts: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
      join: nullable(z.string()),
      verbs: z.array(z.string()),
    }),
  },
  'unions-below': {
    doc: "Unions in force at and below the asker's own, found by any part of the name, twenty at most; without a text the own and its direct members.",
    who: ['staff'],
    params: z.strictObject({ text: z.optional(z.string().check(z.maxLength(40))) }),
    answer: z.object({ rows: z.array(z.object({ id: z.int(), name: z.string(), level: z.string() })) }),
  },
} as const
