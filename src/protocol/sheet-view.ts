import * as z from 'zod/mini'
import { measures } from '../domain/measure/measure.ts'
import { Month } from './figure-view.ts'
import { Id } from './shape.ts'

const nullable = z.nullable
const Measure = z.enum(measures)
const After = z.optional(z.string().check(z.maxLength(80)))
const row = {
  id: Id,
  title: z.string(),
  /** The office that asked. */
  from: z.string(),
  askedOn: z.string(),
  dueOn: nullable(z.string()),
  /** Day it was first answered. */
  filledOn: nullable(z.string()),
  minutes: nullable(z.int()),
}

/** Views of tables 来表 and of who asked for them. */
export const sheetViews = {
  sheets: {
    doc: "Tables the asker's unit was asked for, newest first.",
    who: ['staff'],
    params: z.strictObject({ after: After }),
    answer: z.object({
      /** Whether the asker answers tables; where not, the list is empty. */
      rows: z.array(z.object(row)),
      after: nullable(z.string()),
      verbs: z.array(z.string()),
    }),
  },
  sheet: {
    doc: 'One table of the own unit: its columns with the measures they are taken for, as somebody confirmed or else as the words suggest, and the rows it will fill.',
    who: ['staff'],
    params: z.strictObject({ sheet: Id }),
    answer: z.object({
      ...row,
      name: z.string(),
      form: z.enum(['xlsx', 'csv']),
      confirmed: z.boolean(),
      fromMonth: nullable(Month),
      toMonth: nullable(Month),
      header: z.int(),
      rows: z.enum(['own', 'named']),
      columns: z.array(z.object({ column: z.int(), header: z.string(), measure: nullable(Measure) })),
      /** Rows that name one of the asker's unions, and rows that name something else. */
      known: z.int(),
      unknown: z.int(),
      verbs: z.array(z.string()),
    }),
  },
  asked: {
    doc: 'Who asked the unit and all below it for how many tables, and the minutes that were stated; by office, most tables first, a hundred at most.',
    who: ['staff'],
    params: z.strictObject({ unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) }),
    answer: z.object({
      unit: z.object({ id: z.int(), name: z.string() }),
      tables: z.int(),
      minutes: z.int(),
      rows: z.array(
        z.object({
          from: z.string(),
          tables: z.int(),
          answered: z.int(),
          /** How many unions were asked. */
          units: z.int(),
          minutes: z.int(),
          lastOn: z.string(),
        }),
      ),
    }),
  },
} as const
