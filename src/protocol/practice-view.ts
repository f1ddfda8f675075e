import * as z from 'zod/mini'
import { measures } from '../domain/measure/measure.ts'
import { FigureCell } from './figure-view.ts'
import { Id } from './shape.ts'

const nullable = z.nullable
const Unit = z.object({ id: z.int(), name: z.string() })
const Day = z.string()

/** One line of the list of practices. `places`: how many unions try it, `adopted`: how many of them took it up from others. */
export const PracticeRow = z.object({
  id: Id,
  unit: Unit,
  title: z.string(),
  since: Day,
  measure: z.enum(measures),
  cut: nullable(z.string()),
  places: z.int(),
  adopted: z.int(),
  describedOn: Day,
  endedOn: nullable(Day),
  verbs: z.array(z.string()),
})
/** One line of the list of practices. */
export type PracticeRow = z.infer<typeof PracticeRow>

/** A count over whole months; `running`: they are not over. */
const Counted = z.object({ from: Day, to: Day, cell: FigureCell, running: z.boolean() })

/** Views on practices, spread into the registry. */
export const practiceViews = {
  practices: {
    doc: 'Practices of every union, newest first: those that are tried, or those that are over.',
    who: ['staff'],
    params: z.strictObject({
      list: z.optional(z.enum(['running', 'ended'])),
      after: z.optional(z.string().check(z.maxLength(120))),
    }),
    answer: z.object({ rows: z.array(PracticeRow), after: nullable(z.string()) }),
  },
  practice: {
    doc: 'One practice and the unions that try it, by name, each against its own past alone. Counts are null where the figures of a union are not the asker’s to see.',
    who: ['staff'],
    params: z.strictObject({ practice: Id }),
    answer: z.object({
      practice: PracticeRow,
      version: z.int(),
      text: z.string(),
      /** Whole months on either side. */
      months: z.int(),
      /** Small counts of its measure are hidden. */
      private: z.boolean(),
      places: z.array(
        z.object({
          unit: Unit,
          since: Day,
          adoptedOn: nullable(Day),
          before: nullable(Counted),
          after: nullable(Counted),
        }),
      ),
    }),
  },
} as const
