import type { PoolClient } from 'pg'
import { toldOf } from '../../protocol/told.ts'
import type { EventRow } from './events-of-demand.ts'

type Unit = { readonly id: number; readonly name: string; readonly level: string }

/** Events as their worker is told of them: parts named in `protocol/told.ts` alone, units by name [primary key of unit]. */
export async function toldRows(client: PoolClient, rows: readonly EventRow[]): Promise<EventRow[]> {
  const ids = rows.flatMap((row) => (toldOf(row.kind)?.units ?? []).map((key) => unitId(row.detail[key])))
  const found = await client.query<Unit>('select id, name, level from unit where id = any($1::int[])', [
    [...new Set(ids.filter((id) => id !== null))],
  ])
  const units = new Map(found.rows.map((unit) => [unit.id, unit]))
  return rows.flatMap((row) => {
    const told = toldOf(row.kind)
    if (!told) return []
    const facts = told.facts.filter((key) => Object.hasOwn(row.detail, key)).map((key) => [key, row.detail[key]])
    const named = told.units.map((key) => [key, units.get(unitId(row.detail[key]) ?? 0) ?? null])
    return [{ ...row, content: told.words ? row.content : null, detail: Object.fromEntries([...facts, ...named]) }]
  })
}

/** The id of a unit as a body holds it: alone, or in a holder. */
function unitId(value: unknown): number | null {
  if (typeof value === 'number') return value
  const held = value as { readonly unit?: unknown } | null | undefined
  return typeof held?.unit === 'number' ? held.unit : null
}
