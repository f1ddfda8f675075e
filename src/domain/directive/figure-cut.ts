import { briefMeasures } from '../measure/brief-measures.ts'
import type { Clause } from './command.ts'

const ofBriefs: ReadonlySet<string> = new Set(briefMeasures)

/** Whether a clause asks for receipts and plans: what unions did with the directive itself. */
export function asksForReceipts({ measure }: Pick<Clause, 'measure'>): boolean {
  return measure !== null && ofBriefs.has(measure)
}

/**
 * What the figure of a clause is cut by, `kind:code`; null for the whole. A clause on receipts counts those of its own
 * directive: those of all the others say nothing of whether this one arrived.
 */
export function figureCut(directive: string, { measure, cut }: Pick<Clause, 'measure' | 'cut'>): string | null {
  return asksForReceipts({ measure }) ? `directive:${directive}` : cut
}
