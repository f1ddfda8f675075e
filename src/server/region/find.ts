import type pg from 'pg'
import type { RegionLevel } from './edition.ts'

/** A node in force. `children`: whether a picker may open it further. */
export type Region = { code: string; name: string; level: RegionLevel; realm: number; children: boolean }

/** A node found by words, with the names above it from the province down (no nation), for telling namesakes apart. */
export type FoundRegion = Region & { path: string[] }

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

/**
 * Nodes in force whose own name or code begins or contains the words. Of several words one must be in the node's own
 * name and the others anywhere on its path (`江湾 柳荫`). Best first: same name, begins with it, higher level, code.
 */
export async function findRegions(client: pg.ClientBase, text: string, limit: number): Promise<FoundRegion[]> {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  // A scan of some 45,000 short rows (about 15 ms). An index by trigram would be lost under a policy and finds no
  // Chinese name of two characters anyway.
  const { rows } = await client.query<FoundRegion>(
    `select ${COLUMNS},
       array_remove(array[p4.name, p3.name, p2.name, p1.name], (select name from region where code = '000000' and valid_to is null)) as path
     from region r
     left join region p1 on p1.code = r.parent and p1.valid_to is null
     left join region p2 on p2.code = p1.parent and p2.valid_to is null
     left join region p3 on p3.code = p2.parent and p3.valid_to is null
     left join region p4 on p4.code = p3.parent and p4.valid_to is null
     where r.valid_to is null
       and exists (select from unnest($1::text[]) w where position(w in r.name) > 0 or starts_with(r.code, w))
       and not exists (select from unnest($1::text[]) w where position(w in concat_ws(' ', r.code, r.name, p1.name, p2.name, p3.name, p4.name)) = 0)
     order by (r.name = any ($1)) desc,
       exists (select from unnest($1::text[]) w where starts_with(r.name, w)) desc, length(r.code),
       array_position(array['nation', 'province', 'prefecture', 'county', 'township'], r.level), r.code
     limit $2`,
    [words, limit],
  )
  return rows.map((row) => ({ ...row, path: row.path.filter((name) => name !== null) }))
}
