import type pg from 'pg'
import type { RegionLevel } from '../region/edition.ts'
import { insertUnits, type NewUnit, takeUnitIds } from './insert-units.ts'
import { recomputeAncestors } from './reparent.ts'
import { type Standard, standardName } from './standard.ts'

/** A region in force in which a union may be seated. */
export type SeatRegion = { code: string; name: string; level: RegionLevel; parent: string | null; realm: number }

type Seat = { id: number; ancestors: number[] }

/**
 * Seats the standard union in each of the regions that has none yet, linked to the nearest above. Regions come top down,
 * all below the first. Runs inside the caller's transaction. `root` is the union of the first region.
 */
export async function seatUnions(
  client: pg.ClientBase,
  standard: Standard,
  regions: SeatRegion[],
  { on, federation }: { on: string; federation?: string },
): Promise<{ root: number; created: number; relinked: number }> {
  const seats = await seatsOf(client, regions)
  const empty = regions.filter((region) => !seats.has(region.code) && standardName(standard, region) !== null)
  const units = planUnits(standard, regions, seats, await takeUnitIds(client, empty.length), federation)
  await insertUnits(client, units, on)
  const relinked = await linkBelow(
    client,
    units.map(({ id }) => id),
  )
  const root = seats.get(regions[0]?.code ?? '') as Seat
  return { root: root.id, created: units.length, relinked }
}

/** Local unions in force by region: of the regions, and of the path above the first. */
async function seatsOf(client: pg.ClientBase, regions: SeatRegion[]): Promise<Map<string, Seat>> {
  const first = regions[0]?.code ?? ''
  const { rows: up } = await client.query<{ code: string; parent: string | null }>(
    `with recursive up (code, parent, step) as (
       select code, parent, 0 from region where code = $1 and valid_to is null
       union all
       select p.code, p.parent, up.step + 1 from up join region p on p.code = up.parent and p.valid_to is null
     ) select code, parent from up order by step desc`,
    [first],
  )
  const { rows: found } = await client.query<Seat & { region: string }>(
    `select distinct on (region) region, id, ancestors from unit
     where region = any ($1) and valid_to is null and kind = 'local' order by region, id`,
    [[...up, ...regions].map(({ code }) => code)],
  )
  const seats = new Map(found.map(({ region, id, ancestors }) => [region, { id, ancestors }]))
  // A region without a seat stands for the nearest seat above it.
  for (const { code, parent } of up) {
    const above = parent === null ? undefined : seats.get(parent)
    if (!seats.has(code) && above && code !== first) seats.set(code, above)
  }
  return seats
}

function planUnits(
  standard: Standard,
  regions: SeatRegion[],
  seats: Map<string, Seat>,
  ids: number[],
  federation: string | undefined,
): NewUnit[] {
  const units: NewUnit[] = []
  for (const [index, row] of regions.entries()) {
    if (seats.has(row.code)) continue
    const above = row.parent === null ? undefined : seats.get(row.parent)
    const name = standardName(standard, row)
    if (name === null) {
      if (above) seats.set(row.code, above)
      continue
    }
    const id = ids[units.length] as number
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

/** A county that was seated before its city hangs on nothing, or on what stands above the city, until the city comes. */
async function linkBelow(client: pg.ClientBase, created: number[]): Promise<number> {
  if (created.length === 0) return 0
  const { rows: linked } = await client.query<{ id: number }>(
    `with recursive fresh as (
       select id, ancestors from unit where id = any ($1::integer[])
     ), loose as (
       select u.id, u.region from unit u
       where u.valid_to is null and u.kind = 'local'
         and (u.parent is null or u.parent in (select unnest(ancestors[2:]) from fresh))
         and not exists (select from fresh where fresh.id = u.id)
     ), up (unit, region, step) as (
       select loose.id, r.parent, 1 from loose join region r on r.code = loose.region and r.valid_to is null
       union all
       select up.unit, r.parent, up.step + 1 from up join region r on r.code = up.region and r.valid_to is null
     ), nearest as (
       select distinct on (up.unit) up.unit, s.id as parent
       from up join unit s on s.region = up.region and s.valid_to is null and s.kind = 'local'
       order by up.unit, up.step, s.id
     )
     update unit u set parent = nearest.parent from nearest join fresh on fresh.id = nearest.parent
     where u.id = nearest.unit returning u.id`,
    [created],
  )
  await recomputeAncestors(
    client,
    linked.map((row) => row.id),
  )
  return linked.length
}
