import type pg from 'pg'
import type { RegionLevel } from '../region/edition.ts'
import { changeDirectory } from './change-directory.ts'
import { insertUnits, type NewUnit, takeUnitIds } from './insert-units.ts'
import { recomputeAncestors } from './reparent.ts'
import { readStandard, type Standard, standardName } from './standard.ts'

/** `root`: the unit seated in the region itself. `relinked`: units without a parent that now have one. */
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

type Row = { code: string; name: string; level: RegionLevel; parent: string | null; realm: number }
type Seat = { id: number; ancestors: number[] }

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
    const seats = await seatsOf(client, regionCode)
    const units = planUnits(standard, rows, seats, await takeUnitIds(client, rows.length), options.federation)
    await insertUnits(client, units, options.on)
    options.onProgress?.(`${top.name}: ${units.length} unions seated`)
    const relinked = await linkRoots(client, rows)
    const root = seats.get(top.code) as Seat
    const result: Scaffolded = {
      region: top.code,
      root: root.id,
      regions: rows.length,
      created: units.length,
      existing: rows.filter((row) => standardName(standard, row) !== null).length - units.length,
      relinked,
    }
    return { result, changed: units.length + relinked > 0 }
  })
}

// Top down, so that a parent is always placed before its children.
async function subtree(client: pg.ClientBase, regionCode: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
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

/** Local unions in force by region, of the subtree and of the path above it. */
async function seatsOf(client: pg.ClientBase, regionCode: string): Promise<Map<string, Seat>> {
  const { rows } = await client.query<Seat & { region: string }>(
    `select distinct on (region) region, id, ancestors from unit
     where valid_to is null and kind = 'local' and level in ('nation', 'province', 'city', 'county', 'township')
     order by region, id`,
  )
  const seats = new Map(rows.map(({ region, id, ancestors }) => [region, { id, ancestors }]))
  const { rows: up } = await client.query<{ code: string; parent: string | null }>(
    `with recursive up (code, parent) as (
       select code, parent from region where code = $1 and valid_to is null
       union all select p.code, p.parent from up join region p on p.code = up.parent and p.valid_to is null
     ) select code, parent from up`,
    [regionCode],
  )
  // A region without a seat stands for the nearest seat above it.
  for (const { code, parent } of up.reverse()) {
    const above = parent === null ? undefined : seats.get(parent)
    if (!seats.has(code) && above && code !== regionCode) seats.set(code, above)
  }
  return seats
}

function planUnits(
  standard: Standard,
  rows: Row[],
  seats: Map<string, Seat>,
  ids: number[],
  federation: string | undefined,
): NewUnit[] {
  const units: NewUnit[] = []
  for (const [index, row] of rows.entries()) {
    if (seats.has(row.code)) continue
    const above = row.parent === null ? undefined : seats.get(row.parent)
    const name = standardName(standard, row)
    if (name === null) {
      if (above) seats.set(row.code, above)
      continue
    }
    const id = ids[index] as number
    const rule = standard.levels[row.level]
    const unit: NewUnit = {
      id,
      name: index === 0 && federation ? federation : name,
      level: rule.unit,
      kind: 'local',
      region: row.code,
      realm: row.realm,
      parent: above?.id ?? null,
      ancestors: [id, ...(above?.ancestors ?? [])],
      uscc: null,
      employer: null,
      claimedAt: null,
      sections: rule.sections,
    }
    seats.set(row.code, unit)
    units.push(unit)
  }
  return units
}

/** A county that was seated before its city hangs on nothing until the city comes. */
async function linkRoots(client: pg.ClientBase, rows: Row[]): Promise<number> {
  const { rows: linked } = await client.query<{ id: number }>(
    `with recursive up (unit, region, step) as (
       select u.id, r.parent, 1 from unit u join region r on r.code = u.region and r.valid_to is null
       where u.valid_to is null and u.kind = 'local' and u.parent is null and u.region = any ($1::text[])
       union all
       select up.unit, r.parent, up.step + 1 from up join region r on r.code = up.region and r.valid_to is null
     ), nearest as (
       select distinct on (up.unit) up.unit, s.id as parent
       from up join unit s on s.region = up.region and s.valid_to is null and s.kind = 'local' and s.id <> up.unit
       order by up.unit, up.step, s.id
     )
     update unit u set parent = nearest.parent from nearest where u.id = nearest.unit returning u.id`,
    [rows.map((row) => row.code)],
  )
  await recomputeAncestors(
    client,
    linked.map((row) => row.id),
  )
  return linked.length
}
