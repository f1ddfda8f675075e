import * as z from 'zod/mini'
import { Id, Instant, Int, LocalDay, Short, Text } from './shape.ts'

const nothing = z.object({})
const Title = Short.check(z.minLength(1))
const Agenda = z.array(Title).check(z.maxLength(60))

/** Commands on a mobilisation meeting 动员会. Its words are issued to everybody invited: no names in them. */
export const meetingCommands = {
  'meeting.call': {
    doc: 'Invite every union below one to a meeting; without `below`, every one below the own. With `video` there is a live room where one is set up.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({
      unit: Int,
      below: z.optional(Int),
      campaign: z.optional(Id),
      title: Title,
      startAt: Instant,
      endAt: Instant,
      agenda: Agenda,
      place: z.optional(Title),
      video: z.optional(z.boolean()),
    }),
    result: nothing,
  },
  'meeting.change': {
    doc: 'Change what is said of a meeting; what is left out stays. The calendar entry rises by one.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({
      meeting: Id,
      title: z.optional(Title),
      startAt: z.optional(Instant),
      endAt: z.optional(Instant),
      agenda: z.optional(Agenda),
      place: z.optional(Title),
      video: z.optional(z.boolean()),
    }),
    result: nothing,
  },
  'meeting.cancel': {
    doc: 'Cancel a meeting; its calendar entry says so.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({ meeting: Id }),
    result: nothing,
  },
  'meeting.paper': {
    doc: 'Add a paper to a meeting.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({ meeting: Id, title: Title, text: Text }),
    result: nothing,
  },
  'meeting.receive': {
    doc: "Give a receipt for the own unit's invitation.",
    noun: 'invitation',
    who: ['staff'],
    body: z.strictObject({ meeting: Id, unit: Int }),
    result: nothing,
  },
  'meeting.attend': {
    doc: 'Say how many of the own unit were there. A number, never names; nobody signs in.',
    noun: 'invitation',
    who: ['staff'],
    body: z.strictObject({ meeting: Id, unit: Int, persons: z.int().check(z.gte(0), z.lte(100_000)) }),
    result: nothing,
  },
  'meeting.decide': {
    doc: 'Record a decision: it becomes the last clause of a draft of the same unit, or the task of a unit until a day.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({
      meeting: Id,
      what: Text,
      directive: z.optional(Id),
      unit: z.optional(Int),
      until: z.optional(LocalDay),
    }),
    result: nothing,
  },
  'meeting.task-done': {
    doc: 'The unit says that its task is done.',
    noun: 'meeting',
    who: ['staff'],
    body: z.strictObject({ meeting: Id, n: Int }),
    result: nothing,
  },
} as const
