import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import type { Value } from './sheet.ts'

type Cells = ViewAnswer<'figures'>['whole']
/** A share as the rules define it. */
export interface RateRule {
  readonly code: string
  readonly counts: readonly string[]
  readonly of: readonly string[]
}

/**
 * A share of told counts in percent with one decimal; hidden where one of them is, or where it is of so few that it is held
 * against nothing (domain §2.9: no comparison below thirty).
 */
export function shareOf(cells: Cells | undefined, { counts, of }: RateRule, comparable: number): Value {
  if (!cells) return 'hidden'
  const all = (measures: readonly string[]) => measures.map((measure) => cells[measure as Measure])
  if (all(of).some((cell) => cell?.hidden || cell?.on)) return 'hidden'
  const total = (measures: readonly string[]) => all(measures).reduce((sum, cell) => sum + (cell?.n ?? 0), 0)
  if (total(of) < comparable) return 'hidden'
  return Math.round((total(counts) * 1000) / total(of)) / 10
}
