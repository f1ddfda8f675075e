import { type BatchContext, type BatchCounts, fault } from './import-context.ts'
import { index, type Known, match, taken } from './import-match.ts'
import type { ImportRow } from './import-row.ts'

type KnownEmployer = Known & { industry: string | null; size: string | null; ownership: string | null }
type Change = { id: number; row: ImportRow }

/** Creates enterprises, or changes the ones that are there in place: cases refer to their ids. Empty cells change nothing. */
export async function writeEmployers(
  context: BatchContext,
  rows: ImportRow[],
  realms: Map<string, number>,
): Promise<BatchCounts> {
  if (rows.length === 0) return { created: 0, updated: 0, unchanged: 0 }
  const known = index(await find(context, rows))
  const lines = new Map<number, number>()
  const fresh: ImportRow[] = []
  const changes: Change[] = []
  let unchanged = 0
  for (const row of rows) {
    const one = match(context, row, known)
    if (row.faults.length > 0 || (one && taken(context, row, one.id, lines))) continue
    if (!one) fresh.push(row)
    else if (differs(row, one)) changes.push({ id: one.id, row })
    else unchanged++
  }
  await create(context, fresh, realms)
  await change(context, changes, realms)
  return { created: fresh.length, updated: changes.length, unchanged }
}

function differs(row: ImportRow, one: KnownEmployer): boolean {
  const changed = (value: string | null, was: string | null) => value !== null && value !== was
  return (
    row.name !== one.name ||
    row.region !== one.region ||
    changed(row.uscc, one.uscc) ||
    changed(row.industry, one.industry) ||
    changed(row.size, one.size) ||
    changed(row.ownership, one.ownership)
  )
}

async function find({ client }: BatchContext, rows: ImportRow[]): Promise<KnownEmployer[]> {
  const { rows: found } = await client.query<KnownEmployer>(
    `select id, uscc, name, region, industry, size, ownership from employer
     where uscc = any ($1) and valid_to is null
     union
     select e.id, e.uscc, e.name, e.region, e.industry, e.size, e.ownership
     from unnest($2::text[], $3::text[]) as t (name, region)
     join employer e on e.name = t.name and e.region = t.region and e.valid_to is null`,
    [rows.flatMap((row) => row.uscc ?? []), rows.map((row) => row.name), rows.map((row) => row.region)],
  )
  return found
}

const columnsOf = (rows: ImportRow[], realms: Map<string, number>) => [
  rows.map((row) => row.name),
  rows.map((row) => row.uscc),
  rows.map((row) => row.region),
  rows.map((row) => realms.get(row.region)),
  rows.map((row) => row.industry),
  rows.map((row) => row.size),
  rows.map((row) => row.ownership),
  rows.map((row) => row.usccWarning),
]

async function create({ client, on }: BatchContext, rows: ImportRow[], realms: Map<string, number>): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into employer (name, uscc, region, realm, industry, size, ownership, uscc_warning, valid_from)
     select t.*, $9::date from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[]) as t`,
    [...columnsOf(rows, realms), on],
  )
}

async function change({ client }: BatchContext, changes: Change[], realms: Map<string, number>): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ row }) => row)
  await client.query(
    `update employer e set name = t.name, uscc = coalesce(t.uscc, e.uscc), region = t.region, realm = t.realm,
       industry = coalesce(t.industry, e.industry), size = coalesce(t.size, e.size),
       ownership = coalesce(t.ownership, e.ownership),
       uscc_warning = case when t.uscc is null then e.uscc_warning else t.warning end
     from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::integer[])
       as t (name, uscc, region, realm, industry, size, ownership, warning, id)
     where e.id = t.id`,
    [...columnsOf(rows, realms), changes.map(({ id }) => id)],
  )
}

/** The enterprise a union's row names, by code or by name; faults say what was wrong. One query for the whole batch. */
export async function resolveEmployers(context: BatchContext, rows: ImportRow[]): Promise<Map<ImportRow, number>> {
  const wanted = rows.filter((row) => row.employer !== null)
  const words = [...new Set(wanted.map((row) => row.employer as string))]
  const { rows: found } = await context.client.query<Known>(
    `select id, uscc, name, region from employer where uscc = any ($1) and valid_to is null
     union select id, uscc, name, region from employer where name = any ($1) and valid_to is null`,
    [words],
  )
  const byWord = new Map<string, Known[]>()
  for (const one of found) {
    for (const word of new Set([one.uscc, one.name])) {
      if (word !== null) byWord.set(word, [...(byWord.get(word) ?? []), one])
    }
  }
  const resolved = new Map<ImportRow, number>()
  for (const row of wanted) {
    const all = byWord.get(row.employer as string) ?? []
    const near = all.length > 1 ? all.filter((one) => one.region === row.region) : all
    const only = near.length === 1 ? near[0] : undefined
    if (only) resolved.set(row, only.id)
    else if (all.length === 0)
      fault(context, row, 'employer', row.employer, 'no such 用人单位 here or above in the file')
    else fault(context, row, 'employer', row.employer, `${all.length} 用人单位 are called so: give the code`)
  }
  return resolved
}
