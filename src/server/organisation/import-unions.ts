import { type BatchContext, type BatchCounts, fault } from './import-context.ts'
import { resolveEmployers } from './import-employers.ts'
import { index, type Known, match, taken } from './import-match.ts'
import { type Parent, Parents } from './import-parents.ts'
import type { ImportRow } from './import-row.ts'
import { insertUnits, takeUnitIds } from './insert-units.ts'
import { recomputeAncestors } from './reparent.ts'

type KnownUnion = Known & { parent: number | null; employer: number | null; ancestors: number[]; seat: boolean }
type Plan = { row: ImportRow; one: KnownUnion | undefined; parent: Parent | null }

/**
 * Creates grassroots unions, or changes the ones that are there in place: holders, posts and cases refer to their ids.
 * A parent may stand in the same batch, so rows are written in rounds until none waits for another.
 */
export async function writeUnions(
  context: BatchContext,
  rows: ImportRow[],
  realms: Map<string, number>,
): Promise<BatchCounts> {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  if (rows.length === 0) return counts
  const employers = await resolveEmployers(context, rows)
  const known = index(await find(context, rows))
  const lines = new Map<number, number>()
  let waiting: Plan[] = []
  for (const row of rows) {
    const one = match(context, row, known)
    if (one?.seat) keepSeat(context, row, one)
    if (one && row.faults.length === 0 && taken(context, row, one.id, lines)) continue
    waiting.push({ row, one, parent: null })
  }
  for (let stuck = false; waiting.length > 0; ) {
    const parents = await Parents.read(
      context.client,
      waiting.map(({ row }) => row),
    )
    const { now, later } = round(context, waiting, parents, stuck)
    const good = now.filter(({ row }) => row.faults.length === 0)
    await create(
      context,
      good.filter(({ one }) => !one),
      employers,
      realms,
    )
    const changed = good.filter((plan) => plan.one && differs(plan, employers))
    await change(context, changed, employers, realms)
    const created = good.filter(({ one }) => !one).length
    counts.created += created
    counts.updated += changed.length
    counts.unchanged += good.length - created - changed.length
    stuck = later.length === waiting.length
    waiting = later
  }
  return counts
}

// Whole subtrees hang on a local union: an enterprise given to it would hide its county's matters from all below it.
function keepSeat(context: BatchContext, row: ImportRow, one: KnownUnion): void {
  const why = `${one.name} is a local union: an import gives it a code or a name, nothing else`
  if (row.region !== one.region) fault(context, row, 'region', row.region, why)
  for (const column of ['parent', 'employer'] as const) {
    if (row[column] !== null) fault(context, row, column, row[column], why)
  }
}

/** Splits the rows that can be written now from those that wait for a row of this batch. `stuck`: waiting brings nothing. */
function round(
  context: BatchContext,
  waiting: Plan[],
  parents: Parents,
  stuck: boolean,
): { now: Plan[]; later: Plan[] } {
  const coming = new Set(waiting.flatMap(({ row, one }) => (one || row.faults.length > 0 ? [] : [row.name, row.uscc])))
  const moving = new Set(waiting.flatMap(({ row, one }) => (one && row.parent !== null ? [one.id] : [])))
  const now: Plan[] = []
  const later: Plan[] = []
  for (const plan of waiting) {
    const { row, one } = plan
    const found = one && (one.seat || row.parent === null) ? null : parents.of(row)
    const waitsForRow = found !== null && 'missing' in found && row.parent !== row.name && coming.has(row.parent)
    const waitsForMove =
      found !== null && 'id' in found && found.ancestors.some((id) => moving.has(id) && id !== one?.id)
    if (!stuck && (waitsForRow || waitsForMove)) {
      later.push(plan)
      continue
    }
    if (stuck && waitsForMove && now.length > 0) {
      later.push(plan)
      continue
    }
    if (found !== null && 'missing' in found) fault(context, row, 'parent', row.parent, found.missing)
    else if (found !== null && one && found.ancestors.includes(one.id)) {
      fault(context, row, 'parent', row.parent, 'stands below this union itself')
    } else plan.parent = found
    now.push(plan)
  }
  return { now, later }
}

function differs({ row, one, parent }: Plan, employers: Map<ImportRow, number>): boolean {
  if (!one) return true
  const employer = employers.get(row) ?? one.employer
  return (
    row.name !== one.name ||
    row.region !== one.region ||
    (row.uscc ?? one.uscc) !== one.uscc ||
    (parent?.id ?? one.parent) !== one.parent ||
    employer !== one.employer
  )
}

async function find({ client }: BatchContext, rows: ImportRow[]): Promise<KnownUnion[]> {
  const { rows: found } = await client.query<KnownUnion>(
    `select id, uscc, name, region, parent, employer, ancestors, kind <> 'grassroots' as seat from unit where uscc = any ($1) and valid_to is null
     union
     select u.id, u.uscc, u.name, u.region, u.parent, u.employer, u.ancestors, u.kind <> 'grassroots'
     from unnest($2::text[], $3::text[]) as t (name, region)
     join unit u on u.name = t.name and u.region = t.region and u.valid_to is null`,
    [rows.flatMap((row) => row.uscc ?? []), rows.map((row) => row.name), rows.map((row) => row.region)],
  )
  return found
}

async function create(
  context: BatchContext,
  plans: Plan[],
  employers: Map<ImportRow, number>,
  realms: Map<string, number>,
) {
  if (plans.length === 0) return
  const ids = await takeUnitIds(context.client, plans.length)
  const units = plans.map(({ row, parent }, at) => {
    const id = ids[at] as number
    return {
      id,
      name: row.name,
      level: 'grassroots' as const,
      kind: 'grassroots' as const,
      region: row.region,
      realm: realms.get(row.region) as number,
      parent: parent?.id ?? null,
      ancestors: [id, ...(parent?.ancestors ?? [])],
      uscc: row.uscc,
      employer: employers.get(row) ?? null,
      claimedAt: null,
      sections: context.rules.grassrootsSections,
    }
  })
  await insertUnits(context.client, units, context.on)
}

async function change(
  { client }: BatchContext,
  plans: Plan[],
  employers: Map<ImportRow, number>,
  realms: Map<string, number>,
) {
  if (plans.length === 0) return
  const rows = plans.map(({ row }) => row)
  await client.query(
    `update unit u set name = t.name, uscc = coalesce(t.uscc, u.uscc), region = t.region, realm = t.realm,
       parent = coalesce(t.parent, u.parent), employer = coalesce(t.employer, u.employer)
     from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::integer[])
       as t (id, name, uscc, region, realm, parent, employer)
     where u.id = t.id`,
    [
      plans.map(({ one }) => one?.id),
      rows.map((row) => row.name),
      rows.map((row) => row.uscc),
      rows.map((row) => row.region),
      rows.map((row) => realms.get(row.region)),
      plans.map(({ parent }) => parent?.id ?? null),
      rows.map((row) => employers.get(row) ?? null),
    ],
  )
  const moved = plans.filter(({ one, parent }) => one && parent && parent.id !== one.parent)
  await recomputeAncestors(
    client,
    moved.map(({ one }) => one?.id as number),
  )
}
