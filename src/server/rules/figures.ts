import { z } from 'zod'
import type { FigureRules, MeasureRule } from '../../domain/measure/figure-rules.ts'
import { countedThings, figureUnits, measures as known, type Measure } from '../../domain/measure/measure.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { code, count, names, said, some, text } from './schema-parts.ts'

const measure = z.enum(known)

/** `figures.yaml` */
export const figuresFile = z.strictObject({
  version: said,
  fewest: count,
  comparable: count,
  measures: z.array(
    z.strictObject({
      code: measure,
      of: z.enum(countedThings),
      unit: z.enum(figureUnits),
      private: z.boolean(),
      ...names,
      definition: text,
    }),
  ),
  rates: z.array(z.strictObject({ code, ...names, counts: some(measure), of: some(measure) })),
})
type File = RulesFile<z.infer<typeof figuresFile>>

// Domain §2.9 and §4 rule 5: a cell below five is shown to nobody.
const LEAST = 5
// Domain §2.9: no unit is compared where its share is of fewer.
const LEAST_COMPARED = 30

/** Refuses a measure without a definition, a share of something it is no part of, and showing fewer than the law of the house. */
export function buildFigures(file: File): FigureRules {
  const { fewest, comparable, measures, rates } = file.value
  if (comparable < LEAST_COMPARED)
    file.refuse(['comparable'], `${comparable} compares by too few; give ${LEAST_COMPARED} or more`)
  if (fewest < LEAST) file.refuse(['fewest'], `${fewest} shows too few; give ${LEAST} or more`)
  const told = refuseRepeats(file, ['measures'], measures, 'code')
  const missing = known.find((each) => !told.has(each))
  if (missing) file.refuse(['measures'], `${missing} is missing; name every measure and say what it counts`)
  refuseRepeats(file, ['rates'], rates, 'code')
  for (const [at, rate] of rates.entries()) {
    const stray = rate.counts.findIndex((each) => !rate.of.includes(each))
    if (stray >= 0)
      file.refuse(
        ['rates', at, 'counts', stray],
        `${rate.counts[stray]} is no part of what it is a share of; add it to of`,
      )
  }
  return {
    fewest,
    comparable,
    measures: Object.fromEntries(
      measures.map(({ code, zh, en, ...rule }) => [code, { ...rule, name: { zh, en } }]),
    ) as Record<Measure, MeasureRule>,
    rates: rates.map(({ code, zh, en, counts, of }) => ({ code, name: { zh, en }, counts, of })),
  }
}
