import { type BatchContext, fault } from './import-context.ts'
import type { ImportRow } from './import-row.ts'

/** A row in force that a row of the file may be. */
export type Known = { id: number; uscc: string | null; name: string; region: string }

/** Rows in force by code, and by name and region. */
export type KnownRows<T extends Known> = { byUscc: Map<string, T>; byName: Map<string, T[]> }

export const nameKey = (row: { name: string; region: string }) => `${row.region} ${row.name}`

export function index<T extends Known>(found: T[]): KnownRows<T> {
  const byUscc = new Map<string, T>()
  const byName = new Map<string, T[]>()
  for (const one of found) {
    if (one.uscc !== null) byUscc.set(one.uscc, one)
    const same = byName.get(nameKey(one))
    if (same) same.push(one)
    else byName.set(nameKey(one), [one])
  }
  return { byUscc, byName }
}

/**
 * The row in force that this one is: the one with its code; else the one of its name and region that has no other code.
 * Undefined when it is new; a fault, and undefined, when it could be several.
 */
export function match<T extends Known>(context: BatchContext, row: ImportRow, known: KnownRows<T>): T | undefined {
  const coded = row.uscc === null ? undefined : known.byUscc.get(row.uscc)
  if (coded) return coded
  const named = (known.byName.get(nameKey(row)) ?? []).filter((one) => row.uscc === null || one.uscc === null)
  if (named.length > 1)
    fault(context, row, 'name', row.name, `${named.length} of this name are in the region: give the code`)
  return named.length === 1 ? named[0] : undefined
}

/** Two rows of one batch that are the same row in force: the second is named. */
export function taken(context: BatchContext, row: ImportRow, id: number, lines: Map<number, number>): boolean {
  const line = lines.get(id)
  if (line !== undefined) fault(context, row, 'name', row.name, `is the same one as line ${line}`)
  else lines.set(id, row.line)
  return line !== undefined
}
