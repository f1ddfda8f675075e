import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'
import { daysOf } from './figures.ts'

/** More unions than this below one are opened level by level. */
const mostUnions = 2000
const pageSize = 50

/**
 * The demands under a figure, newest first [tally_list], as far as the asker may see them: the table of grants decides each
 * row as on every list, so that opening a number shows nobody more than was theirs to see.
 */
export async function countedUnder(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
  asked: Omit<ViewParams<'counted'>, 'unit'> & { readonly unit: number },
): Promise<ViewAnswer<'counted'>> {
  const below = await client.query({
    name: 'counted-units',
    text: `select id from unit where $1 = any (ancestors)
      and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors) order by id <> $1 limit $2`,
    values: [asked.unit, mostUnions + 1],
  })
  // Above one's own union there is nothing to open, though part of it lies below that.
  if (!below.rows.some(({ id }) => id === asked.unit)) throw new Fault(404, 'not-found', { field: 'unit' })
  if (below.rows.length > mostUnions) return { rows: [], after: null, deeper: true }
  const days = daysOf(asked)
  const after = readCursor(asked.after)
  const { rows } = await client.query({
    name: 'counted',
    text: `select ${demandColumns}, t.counted_on from tally t
      join demand d on d.realm = t.realm and d.id = t.stream ${demandJoins}
      where t.unit = any ($1) and t.measure = $2 and t.counted_on between $3 and $4
        and ($5::text is null or $5 = any (t.cuts)) and (t.counted_on, t.realm, t.stream) < ($6, $7, $8)
      order by t.counted_on desc, t.realm desc, t.stream desc limit $9`,
    values: [
      below.rows.map(({ id }) => id),
      asked.measure,
      ...[days.from, days.to],
      asked.cut ?? null,
      ...[after.on, after.realm, after.id],
      pageSize + 1,
    ],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ on: row.counted_on, demand: demandRow(row, actor) })),
    after: rows.length > pageSize && last ? `${last.counted_on}~${last.realm}~${last.id}` : null,
    deeper: false,
  }
}

function readCursor(text: string | undefined): { on: string; realm: number; id: string } {
  if (text === undefined) return { on: 'infinity', realm: 2147483647, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(20\d\d-[01]\d-[0-3]\d)~(\d{1,5})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, realm: Number(found[2]), id: found[3] as string }
}
