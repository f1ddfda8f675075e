import { z } from 'zod'
import type { Law } from '../../domain/entitlement/law.ts'
import { findLaw } from '../../domain/entitlement/law.ts'
import type { EntitlementRules } from '../../domain/entitlement/owed.ts'
import type { HelpRules } from '../../domain/help-rules.ts'
import type { PhoneLine } from '../../domain/rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { code, count, day, named, names, said, some, text } from './schema-parts.ts'

/** `laws.yaml` */
export const lawsFile = z.strictObject({
  version: said,
  laws: some(z.strictObject({ code, ...names, version: day, inForce: day })),
})

const percent = count.max(1000)

/** `entitlements.yaml` */
export const entitlementsFile = z.strictObject({
  version: said,
  paidDays: z.string().regex(/^[1-9]\d?(\.\d{1,2})?$/, 'must be a number of days in quotes, such as 21.75'),
  hoursADay: count.max(24),
  overtime: z.strictObject({ workday: percent, restDay: percent, holiday: percent }),
  leave: z.strictObject({
    bands: some(z.strictObject({ fromYears: count, days: count })),
    beside: percent,
    yearDays: z.int().min(365).max(366),
  }),
  noContract: z.strictObject({ freeMonths: count.max(12), untilMonths: count.max(24) }),
  severance: z.strictObject({
    capTimes: count,
    capYears: count,
    wholeFromMonths: count.max(12),
    unlawfulTimes: count,
    since: day,
  }),
  late: z.strictObject({ from: percent, to: percent }),
})

const span = z.union(
  [
    z.strictObject({ years: count.max(20) }),
    z.strictObject({ days: count.max(400) }),
    z.strictObject({ workingDays: count.max(200) }),
  ],
  'must be exactly one of years, days, workingDays with a whole number above 0',
)
const law = some(said)

/** `help.yaml` */
export const helpFile = z.strictObject({
  version: said,
  evidence: some(named.extend({ law, items: some(text) })),
  deadlines: some(
    named.extend({
      whose: z.enum(['worker', 'others']),
      starts: text,
      what: text,
      law,
      clock: code,
      span,
      moves: z.boolean(),
    }),
  ),
  places: some(named.extend({ for: text, how: text, law, phones: z.array(said) })),
})

/** What files that help refers to know. */
export type HelpKnown = {
  readonly legalClocks: ReadonlySet<string>
  readonly phones: readonly Pick<PhoneLine, 'number'>[]
}

/** Refuses a law that stands twice and one that holds before it was written. */
export function buildLaws(file: RulesFile<z.infer<typeof lawsFile>>): readonly Law[] {
  refuseRepeats(file, ['laws'], file.value.laws, 'code')
  return file.value.laws.map(({ code, zh, en, version, inForce }) => ({ code, name: { zh, en }, version, inForce }))
}

/** Refuses bands of leave out of order, of which the later would never be reached. */
export function buildEntitlements(file: RulesFile<z.infer<typeof entitlementsFile>>): EntitlementRules {
  const { version: _, ...rules } = file.value
  rules.leave.bands.forEach(({ fromYears, days }, at) => {
    const before = rules.leave.bands[at - 1]
    if (before && (before.fromYears >= fromYears || before.days >= days))
      file.refuse(['leave', 'bands', at], 'is not above the band before; put fewest years first')
  })
  if (rules.late.from > rules.late.to) file.refuse(['late', 'to'], 'is below from; turn them round')
  return rules
}

/** Refuses codes that stand twice and names of laws, clocks and numbers that are not there. */
export function buildHelp(
  file: RulesFile<z.infer<typeof helpFile>>,
  laws: readonly Law[],
  { legalClocks, phones }: HelpKnown,
): HelpRules {
  const { evidence, deadlines, places } = file.value
  refuseRepeats(file, ['evidence'], evidence, 'code')
  refuseRepeats(file, ['deadlines'], deadlines, 'code')
  refuseRepeats(file, ['places'], places, 'code')
  for (const [list, entries] of Object.entries({ evidence, deadlines, places }))
    for (const [at, entry] of entries.entries()) refuseLaws(file, [list, at, 'law'], entry.law, laws)
  for (const [at, { clock }] of deadlines.entries())
    if (!legalClocks.has(clock))
      file.refuse(['deadlines', at, 'clock'], `${clock} is no clock of legal-clocks.yaml; correct it`)
  for (const [at, place] of places.entries())
    for (const [n, number] of place.phones.entries())
      if (!phones.some((line) => line.number === number))
        file.refuse(['places', at, 'phones', n], `${number} is no number of emergency.yaml; correct it or add it there`)
  const name = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en })
  return {
    evidence: evidence.map((each) => ({ code: each.code, name: name(each), law: each.law, items: each.items })),
    deadlines: deadlines.map(({ zh, en, ...rest }) => ({ ...rest, name: { zh, en } })),
    places: places.map(({ zh, en, for: why, ...rest }) => ({ ...rest, why, name: { zh, en } })),
  }
}

/** Refuses references to laws that laws.yaml does not name. */
export function refuseLaws(
  file: RulesFile<unknown>,
  at: readonly PropertyKey[],
  references: readonly string[],
  laws: readonly Law[],
): void {
  for (const [n, reference] of references.entries())
    if (!findLaw(laws, reference))
      file.refuse([...at, n], `${reference} is no law of laws.yaml; correct it or add it there`)
}
