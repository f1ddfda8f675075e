import type pg from 'pg'
import { type FindNames, type FoundRegion, indexNames, type Region, type RegionRow } from './names.ts'

export type { FoundRegion, Region } from './names.ts'

const COLUMNS = `r.code, r.name, r.level, r.realm,
  exists (select from region c where c.parent = r.code and c.valid_to is null) as children`

/** Nodes directly below, in code order. Index: region_children. */
export async function childrenOfRegion(client: pg.ClientBase, code: string): Promise<Region[]> {
  const { rows } = await client.query<Region>(
    `select ${COLUMNS} from region r where r.parent = $1 and r.valid_to is null order by r.code`,
    [code],
  )
  return rows
}

/** The node in force and everything above it, nation first; empty when no such node is in force. Index: region_in_force. */
export async function regionPath(client: pg.ClientBase, code: string): Promise<Region[]> {
  const { rows } = await client.query<Region>(
    `with recursive up (code, parent, step) as (
       select code, parent, 0 from region where code = $1 and valid_to is null
       union all
       select p.code, p.parent, up.step + 1 from up join region p on p.code = up.parent and p.valid_to is null
       where up.step < 8
     )
     select ${COLUMNS} from up join region r on r.code = up.code and r.valid_to is null order by up.step desc`,
    [code],
  )
  return rows
}

/** Nodes in force found by words, best first (names.ts says which). */
export async function findRegions(client: pg.ClientBase, text: string, limit: number): Promise<FoundRegion[]> {
  if (text.trim() === '') return []
  const { rows } = await client.query<{ editions: string | null }>(
    `select string_agg(edition || ' ' || sha256 || ' ' || loaded_at, ',' order by edition) as editions from region_edition`,
  )
  // Who may not read the division is not told which editions there are, and finds nothing.
  const editions = rows[0]?.editions
  return editions ? (await namesOf(client, editions))(text, limit) : []
}

let known: { readonly editions: string; readonly find: FindNames } | undefined

/** The index of the editions in force, built by who asks first after one was loaded. */
async function namesOf(client: pg.ClientBase, editions: string): Promise<FindNames> {
  if (known?.editions === editions) return known.find
  const { rows } = await client.query<RegionRow>(
    'select code, name, level, realm, parent from region where valid_to is null',
  )
  known = { editions, find: indexNames(rows) }
  return known.find
}
