import type pg from 'pg'
import { changeDirectory } from './change-directory.ts'
import { type SeatRegion, seatUnions } from './seat.ts'
import { readStandard, standardName } from './standard.ts'

/** `root`: the unit seated in the region itself. `relinked`: units that were there and now hang on one of the new ones. */
export type Scaffolded = {
  region: string
  root: number
  regions: number
  created: number
  existing: number
  relinked: number
}

export type ScaffoldOptions = {
  /** From when the units are valid: local date of the caller's clock. */
  on: string
  /** Name of the union seated in the region itself, where it is not the standard one. */
  federation?: string
  onProgress?: (line: string) => void
}

/** Thrown when the region is not in force, is no seat of a union, or is not loaded. The message is one line. */
export class NoSuchSeat extends Error {
  override readonly name = 'NoSuchSeat'
}

/**
 * Seats the standard union in the region and in every region below it, each *not yet claimed*, linked to the nearest
 * union above, up to the nation where it is present. What is there stays as it is; a second run changes nothing.
 */
export async function scaffoldUnits(
  client: pg.ClientBase,
  regionCode: string,
  options: ScaffoldOptions,
): Promise<Scaffolded> {
  const standard = await readStandard()
  return changeDirectory(client, async () => {
    const rows = await subtree(client, regionCode)
    const top = rows[0]
    if (!top) throw new NoSuchSeat(`region ${regionCode} is not in force: load the regions, or look the code up`)
    if (standardName(standard, top) === null) {
      throw new NoSuchSeat(`region ${regionCode} ${top.name} is no seat of a union: name the province or the county`)
    }
    options.onProgress?.(`${top.name}: ${rows.length} regions`)
    const { root, created, relinked } = await seatUnions(client, standard, rows, options)
    options.onProgress?.(`${top.name}: ${created} unions seated`)
    const seats = rows.filter((row) => standardName(standard, row) !== null).length
    const result = { region: top.code, root, regions: rows.length, created, existing: seats - created, relinked }
    return { result, changed: created + relinked > 0 }
  })
}

// Top down, so that a parent is always placed before its children.
async function subtree(client: pg.ClientBase, regionCode: string): Promise<SeatRegion[]> {
  const { rows } = await client.query<SeatRegion>(
    `with recursive down (code, name, level, parent, realm, step) as (
       select code, name, level, parent, realm, 0 from region where code = $1 and valid_to is null
       union all
       select c.code, c.name, c.level, c.parent, c.realm, down.step + 1
       from down join region c on c.parent = down.code and c.valid_to is null
     )
     select code, name, level, parent, realm from down order by step, code`,
    [regionCode],
  )
  return rows
}
