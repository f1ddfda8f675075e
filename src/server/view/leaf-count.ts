import type { ClientBase } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { Cluster } from '../../domain/issue/event.ts'
import { type Place, regionPrefix } from '../../domain/issue/place.ts'

/** What is counted: demands of a leaf in a place, below a union, submitted from one instant until before another. */
export type LeafAsked = {
  readonly unit: number
  readonly topic: string
  readonly place: Place
  readonly from: Date
  readonly to: Date
}

const counted = `from demand where topic = $2 and restricted is null and submitted_at >= $5 and submitted_at < $6
  and ($3::integer is null or employer = $3 or agency = $3) and ($4::text is null or starts_with(region, $4))
  and $1 = any (reach_units) and not ($1 = any (blocked_units))`

/**
 * How many there are, with the local days of the first and the last [demand_leaf]. An employer is named by where the work is
 * done or as the agency: both count. What one section alone may see never counts, nor what the union itself may not see; a
 * reader's own reach lies over it.
 */
export async function countLeaf(client: ClientBase, asked: LeafAsked): Promise<Cluster | null> {
  const { rows } = await client.query<{ n: number; first: Date | null; last: Date | null }>({
    name: 'leaf-count',
    text: `select count(*)::int as n, min(submitted_at) as first, max(submitted_at) as last ${counted}`,
    values: valuesOf(asked),
  })
  const { n = 0, first, last } = rows[0] ?? {}
  if (!first || !last) return null
  return { n, firstOn: localDateOf(first.getTime()), lastOn: localDateOf(last.getTime()) }
}

/**
 * What the same demands say of the employer they are counted at: whether one names it as the agency that hired the worker out,
 * and which units they are all hidden from.
 */
export async function leafParties(
  client: ClientBase,
  asked: LeafAsked,
): Promise<{ readonly agency: boolean; readonly hiddenFrom: readonly number[] }> {
  const { rows } = await client.query<{ agency: boolean; hidden: number[] }>({
    name: 'leaf-parties',
    text: `with found as (select agency, blocked_units ${counted})
      select coalesce(bool_or(agency = $3), false) as agency,
        array(select distinct u from found, unnest(blocked_units) as u order by u) as hidden from found`,
    values: valuesOf(asked),
  })
  const { agency = false, hidden = [] } = rows[0] ?? {}
  return { agency, hiddenFrom: hidden }
}

function valuesOf({ unit, topic, place, from, to }: LeafAsked): unknown[] {
  return [unit, topic, place.employer, place.region === null ? null : regionPrefix(place.region), from, to]
}
