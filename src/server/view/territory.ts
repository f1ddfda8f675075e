import type { PoolClient } from 'pg'
import { Fault } from '../fault.ts'

/** A union within the asker's reach, and the enterprises it serves: those of its region, or of one enterprise its own. */
export type Territory = {
  readonly id: number
  readonly name: string
  readonly realm: number
  readonly path: number[]
  /** Region codes from `from` on and before `to`. */
  readonly from: string
  readonly to: string
  /** Null where the region counts. */
  readonly employer: number | null
}

/** What lies outside the reach of the post reads as not there [primary key of unit]. */
export async function territoryOf(client: PoolClient, unit: number): Promise<Territory> {
  const { rows } = await client.query({
    name: 'territory',
    text: `select id, name, realm, ancestors as path, region, kind, employer from unit where id = $1 and valid_to is null
      and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)`,
    values: [unit],
  })
  const found = rows[0]
  if (!found) throw new Fault(404, 'not-found', { field: 'unit' })
  const { id, name, realm, path } = found
  // GB/T 2260: trailing pairs of zeros stand for *all of it*.
  const prefix = found.region.length > 6 ? found.region : found.region.replace(/(00){1,3}$/, '')
  return { id, name, realm, path, from: prefix, to: `${prefix}~`, employer: found.employer }
}
