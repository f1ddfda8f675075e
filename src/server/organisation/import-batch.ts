import type pg from 'pg'
import { type BatchContext, type BatchCounts, fault } from './import-context.ts'
import { writeEmployers } from './import-employers.ts'
import type { ImportRow } from './import-row.ts'
import type { Column } from './import-rules.ts'
import { writeUnions } from './import-unions.ts'

/** Rows already taken from this file, so that one that comes twice is named; lives in the session, not in our memory. */
export async function openSeen(client: pg.ClientBase): Promise<void> {
  await client.query(
    'create temp table if not exists organisation_import_seen (key text collate "C" primary key, line integer)',
  )
  await client.query('truncate organisation_import_seen')
}

export async function closeSeen(client: pg.ClientBase): Promise<void> {
  await client.query('drop table if exists organisation_import_seen')
}

/** Resolves and writes one batch inside the caller's transaction. Enterprises first: unions of the batch may name them. */
export async function writeBatch(context: BatchContext, rows: ImportRow[]): Promise<BatchCounts> {
  const realms = await checkRegions(context, rows)
  await checkSeen(context, rows)
  const employers = await writeEmployers(
    context,
    rows.filter((row) => row.kind === 'employer'),
    realms,
  )
  const unions = await writeUnions(
    context,
    rows.filter((row) => row.kind === 'union'),
    realms,
  )
  await keepSeen(
    context,
    rows.filter((row) => row.faults.length === 0),
  )
  return {
    created: employers.created + unions.created,
    updated: employers.updated + unions.updated,
    unchanged: employers.unchanged + unions.unchanged,
  }
}

async function checkRegions(context: BatchContext, rows: ImportRow[]): Promise<Map<string, number>> {
  const codes = [...new Set(rows.map((row) => row.region))].filter((code) => /^(\d{6}|\d{9})$/.test(code))
  const found = await context.client.query<{ code: string; realm: number }>(
    'select code, realm from region where code = any ($1) and valid_to is null',
    [codes],
  )
  const realms = new Map(found.rows.map(({ code, realm }) => [code, realm]))
  for (const row of rows) {
    if (codes.includes(row.region) && !realms.has(row.region))
      fault(context, row, 'region', row.region, 'no such region is in force')
  }
  return realms
}

type Key = { key: string; column: Column }

// A code says it all. A row without one is the row of its name and region, so it must be the only one there.
function keysOf(row: ImportRow): { looked: Key[]; kept: string[] } {
  const code = `${row.kind} uscc ${row.uscc}`
  const alone = `${row.kind} alone ${row.region} ${row.name}`
  const coded = `${row.kind} coded ${row.region} ${row.name}`
  return row.uscc === null
    ? {
        looked: [
          { key: alone, column: 'name' },
          { key: coded, column: 'name' },
        ],
        kept: [alone],
      }
    : {
        looked: [
          { key: code, column: 'uscc' },
          { key: alone, column: 'name' },
        ],
        kept: [code, coded],
      }
}

async function checkSeen(context: BatchContext, rows: ImportRow[]): Promise<void> {
  const keys = rows.flatMap((row) => keysOf(row).looked.map(({ key }) => key))
  const { rows: found } = await context.client.query<{ key: string; line: number }>(
    'select key, line from organisation_import_seen where key = any ($1)',
    [keys],
  )
  const seen = new Map(found.map(({ key, line }) => [key, line]))
  for (const row of rows) {
    const { looked, kept } = keysOf(row)
    const twice = looked.find(({ key }) => seen.has(key))
    if (twice) {
      const value = twice.column === 'uscc' ? row.uscc : row.name
      fault(context, row, twice.column, value, `stands in line ${seen.get(twice.key)} already`)
    }
    if (row.faults.length > 0) continue
    for (const key of kept) if (!seen.has(key)) seen.set(key, row.line)
  }
}

async function keepSeen(context: BatchContext, rows: ImportRow[]): Promise<void> {
  const keys = rows.flatMap((row) => keysOf(row).kept.map((key) => ({ key, line: row.line })))
  await context.client.query(
    'insert into organisation_import_seen select * from unnest($1::text[], $2::integer[]) on conflict do nothing',
    [keys.map(({ key }) => key), keys.map(({ line }) => line)],
  )
}
