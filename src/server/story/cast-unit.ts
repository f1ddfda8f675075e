import type pg from 'pg'
import { realmOfRegion } from '../../domain/id.ts'
import type { CastUnit } from '../../protocol/story.ts'
import { insertUnits, takeUnitIds } from '../organisation/insert-units.ts'
import { type Names, named } from './names.ts'

/**
 * A union of the cast. A local one takes the seat of its level in its region, so that a story may rename the county that
 * is there but never doubles it; a grassroots union is found by name, else made. Runs inside the caller's transaction.
 */
export async function seatCastUnit(client: pg.ClientBase, unit: CastUnit, names: Names, on: string): Promise<number> {
  const local = unit.level !== 'grassroots' && unit.level !== 'group'
  const employer = unit.employer === undefined ? null : named('employer', names.employers, unit.employer)
  const found = await client.query<{ id: number }>(
    local
      ? `select id from unit where region = $1 and level = $2 and kind = 'local' and valid_to is null order by id limit 1`
      : `select id from unit where region = $1 and level = $2 and valid_to is null and (name = $3 or employer = $4) order by id limit 1`,
    local ? [unit.region, unit.level] : [unit.region, unit.level, unit.name, employer],
  )
  const there = found.rows[0]?.id
  if (there !== undefined) {
    await client.query('update unit set name = $2 where id = $1 and name <> $2', [there, unit.name])
    await addSections(client, there, unit.sections ?? [])
    return there
  }
  const [id = 0] = await takeUnitIds(client, 1)
  const parent = await parentOf(client, unit, names)
  const made = {
    ...{ id, name: unit.name, level: unit.level, kind: local ? ('local' as const) : ('grassroots' as const) },
    ...{ region: unit.region, realm: realmOfRegion(unit.region), parent: parent?.id ?? null },
    ...{ ancestors: [id, ...(parent?.ancestors ?? [])], uscc: null, employer, claimedAt: null },
    sections: unit.sections ?? [],
  }
  await insertUnits(client, [made], on)
  return id
}

async function addSections(client: pg.ClientBase, unit: number, sections: readonly string[]): Promise<void> {
  await client.query(
    'insert into section (unit, section) select $1, * from unnest($2::text[]) on conflict do nothing',
    [unit, sections],
  )
}

type Above = { readonly id: number; readonly ancestors: number[] }

async function parentOf(client: pg.ClientBase, unit: CastUnit, names: Names): Promise<Above | undefined> {
  if (unit.parent !== undefined) {
    const id = named('unit', names.units, unit.parent)
    return (await client.query<Above>('select id, ancestors from unit where id = $1', [id])).rows[0]
  }
  const { region } = unit
  const path = [region, region.slice(0, 6), `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000']
  const { rows } = await client.query<Above>(
    `select u.id, u.ancestors from unit u where u.region = any ($1) and u.kind = 'local' and u.valid_to is null
     order by array_position($1, u.region), cardinality(u.ancestors) desc limit 1`,
    [unit.level === 'grassroots' || unit.level === 'group' ? path : path.filter((code) => code !== region)],
  )
  return rows[0]
}
