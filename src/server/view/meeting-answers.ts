import type { PoolClient } from 'pg'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { walkBelow } from './units-below.ts'

type Of = ViewAnswer<'meeting'>['of']
type Answered = Of['whole']

/**
 * What a union and those below it answered to an invitation, by direct member [invitation_meeting]; only what is at or below
 * the asker's own can be looked at, and of it only who is invited counts. Unions and numbers, in the order of names.
 * Who is invited is walked to from the union asked for; only the few direct members are then looked up by name [unit_pkey].
 */
export async function answeredBy(
  client: PoolClient,
  { meeting, below, unit }: { readonly meeting: string; readonly below: number; readonly unit: number },
): Promise<Of> {
  const place = await client.query<{ id: number; name: string }>({
    name: 'meeting-place',
    text: `select id, name from unit where id = $1
      and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)`,
    values: [unit],
  })
  if (!place.rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  const { rows } = await client.query<Answered & { id: number | null; name: string | null }>({
    name: 'meeting-answered',
    text: `with recursive ${walkBelow('$3')}, asked as (
        select id, child from walk where $2 = any (ancestors) and valid_to is null
      ), told as (
        select a.child, count(*)::integer as invited, count(i.id)::integer as received,
          (count(*) filter (where i.persons > 0))::integer as units, coalesce(sum(i.persons), 0)::integer as persons
        from asked a left join invitation i on i.meeting = $1 and i.unit = a.id group by a.child
      ), named as (
        select t.child as id, (select name from unit c where c.id = t.child) as name, t.invited, t.received, t.units, t.persons
        from told t)
      select id, name, invited, received, units, persons from named order by name collate "C", id`,
    values: [meeting, below, unit],
  })
  const nobody: Answered = { invited: 0, received: 0, units: 0, persons: 0 }
  const whole = rows.reduce(
    (sum, each) => ({
      invited: sum.invited + each.invited,
      received: sum.received + each.received,
      units: sum.units + each.units,
      persons: sum.persons + each.persons,
    }),
    nobody,
  )
  const children = rows.flatMap(({ id, name, ...answered }) =>
    id === null ? [] : [{ unit: { id, name: name ?? '' }, ...answered }],
  )
  return { unit: place.rows[0], whole, children }
}

/** What the asker's own union answered. */
export async function ownInvitation(
  client: PoolClient,
  meeting: string,
  { unit, invited }: { readonly unit: number; readonly invited: boolean },
): Promise<ViewAnswer<'meeting'>['own']> {
  const { rows } = await client.query<{ received_at: Date; persons: number | null }>({
    name: 'own-invitation',
    text: 'select received_at, persons from invitation where meeting = $1 and unit = $2',
    values: [meeting, unit],
  })
  const [row] = rows
  return { invited, receivedAt: row?.received_at.toISOString() ?? null, persons: row?.persons ?? null }
}

/** Unions at and below one, by any part of the name; without a text itself and its direct members [unit_children]. */
export async function unionsBelow(client: PoolClient, unit: number, text: string): Promise<ViewAnswer<'unions-below'>> {
  const wanted = text.trim()
  const { rows } = await client.query({
    name: wanted === '' ? 'unions-next' : 'unions-below',
    text: `select id, name, level from unit where valid_to is null and ${
      wanted === '' ? '(id = $1 or parent = $1)' : '$1 = any (ancestors) and position($2 in name) > 0'
    } order by id <> $1, level, name collate "C", id limit 20`,
    values: wanted === '' ? [unit] : [unit, wanted],
  })
  return { rows }
}
