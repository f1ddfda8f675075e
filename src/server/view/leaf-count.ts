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

/** What was counted, and what it says of the place. */
export type LeafCount = {
  readonly n: number
  readonly cluster: Cluster
  /** At least one names the employer as the agency that hired the worker out. */
  readonly agency: boolean
  /** Units that these matters are hidden from. */
  readonly hiddenFrom: readonly number[]
}

/**
 * How many there are, with the local days of the first and the last [demand_leaf]. An employer is named by where the work is
 * done or as the agency: both count. What one section alone may see never counts, nor what the union itself may not see; a
 * reader's own reach lies over it.
 */
export async function countLeaf(client: ClientBase, asked: LeafAsked): Promise<LeafCount | null> {
  const { unit, topic, place, from, to } = asked
  const { rows } = await client.query<{
    n: number
    first: Date | null
    last: Date | null
    agency: boolean
    hidden: number[]
  }>({
    name: 'leaf-count',
    text: `with found as (
        select submitted_at, agency, blocked_units from demand
        where topic = $2 and restricted is null and submitted_at >= $5 and submitted_at < $6
          and ($3::integer is null or employer = $3 or agency = $3) and ($4::text is null or starts_with(region, $4))
          and $1 = any (reach_units) and not ($1 = any (blocked_units)))
      select count(*)::int as n, min(submitted_at) as first, max(submitted_at) as last,
        coalesce(bool_or(agency = $3), false) as agency,
        array(select distinct u from found, unnest(blocked_units) as u order by u) as hidden from found`,
    values: [unit, topic, place.employer, place.region === null ? null : regionPrefix(place.region), from, to],
  })
  const { n = 0, first, last, agency = false, hidden = [] } = rows[0] ?? {}
  if (!first || !last) return null
  const cluster = { n, firstOn: localDateOf(first.getTime()), lastOn: localDateOf(last.getTime()) }
  return { n, cluster, agency, hiddenFrom: hidden }
}
