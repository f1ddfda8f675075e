import * as z from 'zod/mini'
import { isLocalDate } from '../domain/calendar/local-time.ts'
import { crossedMeasures, measures } from '../domain/measure/measure.ts'
import { Id } from './shape.ts'

const Measure = z.enum(measures)
/** A month, YYYY-MM, Asia/Shanghai. */
export const Month = z.string().check(z.regex(/^(20\d\d)-(0[1-9]|1[0-2])$/))
/** A local day, YYYY-MM-DD. */
const Day = z.string().check(
  z.refine((text: unknown) => typeof text === 'string' && isLocalDate(text) && text.startsWith('20'), {
    error: 'is no day',
  }),
)
/**
 * A cut of a figure, `kind:code`: a group of topics by its letter (`topic:A`), a group of workers (`group:migrant`);
 * both at once are told by the view `crossing` alone.
 */
export const Cut = z.string().check(z.regex(/^(?!cross:)[a-z]{1,20}:[A-Za-z0-9][A-Za-z0-9-]{0,39}$/))

const unit = z.object({ id: z.int(), name: z.string(), level: z.string() })
/** A count, or why it is not shown: fewer than the fewest; or one that is few, itself or another, would follow from it. */
export const FigureCell = z.object({
  n: z.nullable(z.int()),
  hidden: z.nullable(z.enum(['few', 'difference'])),
  /** Of `asOf`: the earlier day whose end it stood so at, where the day asked for would tell too much. */
  on: z.optional(z.string()),
})
/** A count, or why it is not shown. */
export type FigureCell = z.infer<typeof FigureCell>

/** Counts by measure; a measure that is left out is zero. */
const cells = z.partialRecord(Measure, FigureCell)

/**
 * Parameters of `figures`. Without a unit the asker's own; months inclusive, the running one when left out. `asOf`: a day
 * gone by, at the end of which the figures are told; of whole years up to it, and not by cut.
 */
export const FiguresParams = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))),
  from: z.optional(Month),
  to: z.optional(Month),
  cut: z.optional(Cut),
  asOf: z.optional(Day),
})

/**
 * The figures of a union with everything below it. `children`: its direct members, by name; `own`: what it leads itself.
 * Parts add up to the whole, `months` to the period; what is hidden does not follow from this or from any other answer
 * (docs/adr/0024): of the two smallest parts and of what is small by itself nothing is told by month or cut, and of cuts
 * only whole years. `rates` are in per mille of their own `of`, null where one of their counts is hidden. `waiting`: events that are in the ledger and not counted yet.
 */
export const Figures = z.object({
  unit,
  above: z.array(unit),
  period: z.object({ from: Month, to: Month }),
  cut: z.nullable(z.string()),
  asOf: z.nullable(z.string()),
  fewest: z.int(),
  whole: cells,
  own: cells,
  children: z.array(z.object({ unit, cells })),
  cuts: z.array(z.object({ cut: z.string(), cells })),
  months: z.array(z.object({ month: Month, cells })),
  rates: z.array(
    z.object({ rate: z.string(), perMille: z.nullable(z.int()), n: z.nullable(z.int()), of: z.nullable(z.int()) }),
  ),
  waiting: z.int(),
})

/** Parameters of `crossing`. Without a unit the asker's own; without a year the running one. */
export const CrossingParams = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))),
  year: z.optional(z.string().check(z.regex(/^20\d\d$/))),
  measure: z.enum(crossedMeasures),
})

/**
 * Topics × groups of workers in one year: `topics` and `groups` are the edges, as `figures` tells them of that year, `all` the year, `crossed`
 * a cell for each pair that both lists name; what is left out of the lists is zero. Groups overlap and do not add up.
 */
export const Crossing = z.object({
  ...{ unit, year: z.int(), measure: z.enum(crossedMeasures), fewest: z.int() },
  all: FigureCell,
  topics: z.array(z.extend(FigureCell, { code: z.string() })),
  groups: z.array(z.extend(FigureCell, { code: z.string() })),
  crossed: z.array(z.extend(FigureCell, { topic: z.string(), group: z.string() })),
})

/** Parameters of `counted`. `asOf`: what stood under the figure at the end of that day. */
export const CountedParams = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))),
  measure: Measure,
  from: Month,
  to: Month,
  cut: z.optional(Cut),
  asOf: z.optional(Day),
  after: z.optional(z.string().check(z.maxLength(80))),
})

/**
 * What stands under a figure of anything but demands: a stream of its noun that the asker may know of, the union it counts
 * for. Its page, where there is one, says the rest.
 */
export const CountedOther = z.object({ noun: z.string(), stream: Id, unit })
