import { deedMeasures } from './deed-measures.ts'
import { issueMeasures } from './issue-measures.ts'
import { demandMeasures, type Measure } from './measure.ts'

/** What a figure can be cut by: the word before the colon of a cut. */
export type CutKind = 'topic' | 'group' | 'deed' | 'plan'

const kinds: ReadonlyMap<string, readonly CutKind[]> = new Map<string, readonly CutKind[]>([
  ...demandMeasures.map((measure) => [measure, ['topic', 'group']] as const),
  ...issueMeasures.map((measure) => [measure, ['topic']] as const),
  ...deedMeasures.map((measure) => [measure, ['deed']] as const),
  ['trained', ['plan']],
])

/**
 * What a clause may cut this measure by: exactly what is counted of it (`count-*.ts`), so that no clause asks for a figure
 * that is nothing for ever. Empty where the measure is told whole only. Receipts are cut by their own directive, which is
 * never written (`figureCut`).
 */
export function cutKindsOf(measure: Measure): readonly CutKind[] {
  return kinds.get(measure) ?? []
}
