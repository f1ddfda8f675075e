import type { PoolClient } from 'pg'
import { mayOnSheet, sheetVerbs } from '../../../domain/sheet/may.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { pathOf, type Staff } from '../line/reach.ts'

const pageSize = 50
const mostOffices = 100

/** Tables the asker's unit was asked for, newest first [sheet_unit]. */
export async function sheetsOf(
  client: PoolClient,
  actor: Staff,
  { after }: { readonly after?: string | undefined },
): Promise<ViewAnswer<'sheets'>> {
  const path = await pathOf(client, actor.unit)
  const verbs = [...sheetVerbs(actor, path)]
  if (mayOnSheet(actor, 'sheet.see', path) !== 'yes') return { rows: [], after: null, verbs }
  const place = readCursor(after)
  const { rows } = await client.query({
    name: 'sheets',
    text: `select id, title, asked_by as "from", asked_on::text as "askedOn", due_on::text as "dueOn",
        filled_on::text as "filledOn", minutes
      from sheet where unit = $1 and (asked_on, id) < ($2, $3) order by asked_on desc, id desc limit $4`,
    values: [actor.unit, place.on, place.id, pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return { rows: page, after: rows.length > pageSize && last ? `${last.askedOn}~${last.id}` : null, verbs }
}

function readCursor(text: string | undefined): { readonly on: string; readonly id: string } {
  if (text === undefined) return { on: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(\d{4}-\d\d-\d\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, id: found[2] as string }
}

/**
 * Who asked for how many tables, of a unit and all below: one scan of what was asked there. It is read at every level, so
 * that whoever asks sees what it costs (law 4).
 */
export async function askedOf(client: PoolClient, unit: number): Promise<ViewAnswer<'asked'>> {
  const place = await client.query({
    name: 'asked-unit',
    text: `select id, name from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)`,
    values: [unit],
  })
  if (!place.rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  const { rows } = await client.query({
    name: 'asked',
    text: `select asked_by as "from", count(*)::int as tables, count(filled_on)::int as answered,
        count(distinct unit)::int as units, coalesce(sum(minutes), 0)::int as minutes, max(asked_on)::text as "lastOn",
        sum(count(*)) over ()::int as all_tables, coalesce(sum(sum(minutes)) over (), 0)::int as all_minutes
      from sheet where $1 = any (path) group by asked_by order by count(*) desc, asked_by limit $2`,
    values: [unit, mostOffices],
  })
  return {
    unit: place.rows[0],
    tables: rows[0]?.all_tables ?? 0,
    minutes: rows[0]?.all_minutes ?? 0,
    rows: rows.map(({ all_tables: _, all_minutes: __, ...row }) => row),
  }
}
