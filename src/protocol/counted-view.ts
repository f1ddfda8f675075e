import * as z from 'zod/mini'
import { DemandRow } from './demand-row.ts'
import { CountedOther, CountedParams, Crossing, CrossingParams, Figures, FiguresParams } from './figure-view.ts'

const nullable = z.nullable

/** Views on what is counted and what stands under a figure, spread into the registry. */
export const countedViews = {
  figures: {
    doc: 'What is counted of a union and everything below it, by measure, with its parts. No part can be computed that is not shown.',
    who: ['staff'],
    params: FiguresParams,
    answer: Figures,
  },
  crossing: {
    doc: 'Topics × groups of workers of a union in a year, by one measure: one table, suppressed in both directions and against its edges.',
    who: ['staff'],
    params: CrossingParams,
    answer: Crossing,
  },
  counted: {
    doc: 'What stands under a figure, newest first, as far as the asker may see it: `demand` of a measure of demands, `other` of any other noun. `deeper`: too many unions, open one below. `sealed`: a list that is shown to nobody: by group of workers, or of what workers said of the handling.',
    who: ['staff'],
    params: CountedParams,
    answer: z.object({
      rows: z.array(z.object({ on: z.string(), demand: nullable(DemandRow), other: nullable(CountedOther) })),
      after: nullable(z.string()),
      deeper: z.boolean(),
      sealed: z.boolean(),
    }),
  },
} as const
