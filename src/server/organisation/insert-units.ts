import type pg from 'pg'
import type { UnitLevel } from './standard.ts'

/** A unit to be written; `ancestors` itself first. Dates are local dates `YYYY-MM-DD`. */
export type NewUnit = {
  id: number
  name: string
  level: UnitLevel
  kind: 'local' | 'industrial' | 'organ' | 'joint' | 'grassroots'
  region: string
  realm: number
  parent: number | null
  ancestors: number[]
  uscc: string | null
  employer: number | null
  claimedAt: Date | null
  sections: readonly string[]
}

// Bounds the size of one statement's parameters; larger was not faster.
const ROWS_PER_STATEMENT = 5000

/** Takes `count` ids ahead of the insert, because a unit's ancestors begin with itself. */
export async function takeUnitIds(client: pg.ClientBase, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('unit', 'id'))::integer as id from generate_series(1, $1::integer)`,
    [count],
  )
  return rows.map((row) => row.id)
}

/** Writes units with their sections. Parents must come before their children. */
export async function insertUnits(client: pg.ClientBase, units: NewUnit[], validFrom: string): Promise<void> {
  for (let at = 0; at < units.length; at += ROWS_PER_STATEMENT) {
    const some = units.slice(at, at + ROWS_PER_STATEMENT)
    await client.query(
      `insert into unit (id, name, level, kind, region, realm, parent, ancestors, uscc, employer, claimed_at, valid_from)
       select id, name, level, kind, region, realm, parent, ancestors::integer[], uscc, employer, claimed_at, $12::date
       from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[], $8::text[],
         $9::text[], $10::integer[], $11::timestamptz[])
         as t (id, name, level, kind, region, realm, parent, ancestors, uscc, employer, claimed_at)`,
      [
        some.map((unit) => unit.id),
        some.map((unit) => unit.name),
        some.map((unit) => unit.level),
        some.map((unit) => unit.kind),
        some.map((unit) => unit.region),
        some.map((unit) => unit.realm),
        some.map((unit) => unit.parent),
        some.map((unit) => `{${unit.ancestors.join(',')}}`),
        some.map((unit) => unit.uscc),
        some.map((unit) => unit.employer),
        some.map((unit) => unit.claimedAt),
        validFrom,
      ],
    )
    await client.query('insert into section (unit, section) select * from unnest($1::integer[], $2::text[])', [
      some.flatMap((unit) => unit.sections.map(() => unit.id)),
      some.flatMap((unit) => unit.sections),
    ])
  }
}
