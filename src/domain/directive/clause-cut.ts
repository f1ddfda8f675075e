import { refused } from '../decision.ts'
import { cutKindsOf } from '../measure/cut-kinds.ts'
import type { Clause } from './command.ts'

/**
 * Whether every clause asks for a figure that can be told. Refused: `clause.cut-misfit` (the measure is not counted by that,
 * or the clause asks for nothing that is counted), `clause.cut-unknown` (no such topic, group, kind of deed or plan). Both
 * name the clause, counted from 1, and the field. Null where all fit.
 * @param known those of the cuts written that there are
 */
export function strangeCut(clauses: readonly Clause[] | undefined, known: readonly string[]) {
  for (const [at, { measure, cut }] of (clauses ?? []).entries()) {
    if (cut === null) continue
    const named = { clause: at + 1, field: 'cut', cut }
    const kinds: readonly string[] = measure === null ? [] : cutKindsOf(measure)
    if (!kinds.includes(cut.slice(0, cut.indexOf(':')))) return refused('clause.cut-misfit', named)
    if (!known.includes(cut)) return refused('clause.cut-unknown', named)
  }
  return null
}
