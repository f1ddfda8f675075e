import * as z from 'zod/mini'
import { opinions } from '../domain/suggestion/command.ts'
import { Id } from './shape.ts'

const nullable = z.nullable
const Unit = z.object({ id: z.int(), name: z.string() })
const Day = z.string()
const said = { unit: Unit, opinion: z.enum(opinions), on: Day, late: z.boolean() }

/** One line of the list of suggestions. `late`: given, or still not given, after the day it was due. */
export const SuggestionRow = z.object({
  id: Id,
  unit: Unit,
  title: z.string(),
  issue: nullable(Id),
  raisedOn: Day,
  waits: nullable(z.object({ unit: Unit, dueOn: Day, late: z.boolean() })),
  said: z.array(z.object(said)),
  ended: nullable(z.object({ unit: Unit, as: z.enum(opinions), on: Day })),
  verbs: z.array(z.string()),
})
/** One line of the list of suggestions. */
export type SuggestionRow = z.infer<typeof SuggestionRow>

/** Views on policy suggestions, spread into the registry. */
export const suggestionViews = {
  suggestions: {
    doc: "Suggestions on whose way the asker's union lies, newest first: those that wait for it (`here`), all that wait somewhere, or those that were answered.",
    who: ['staff'],
    params: z.strictObject({
      list: z.optional(z.enum(['here', 'open', 'ended'])),
      after: z.optional(z.string().check(z.maxLength(120))),
    }),
    answer: z.object({ rows: z.array(SuggestionRow), after: nullable(z.string()) }),
  },
  suggestion: {
    doc: 'One suggestion with its words and the opinion of each level, the way it goes, and which levels were passed by.',
    who: ['staff'],
    params: z.strictObject({ suggestion: Id }),
    answer: z.object({
      suggestion: SuggestionRow,
      version: z.int(),
      text: nullable(z.string()),
      opinions: z.array(z.object({ ...said, text: nullable(z.string()) })),
      /** From who raised it up to the top. */
      way: z.array(Unit),
      passed: z.array(Unit),
    }),
  },
} as const
