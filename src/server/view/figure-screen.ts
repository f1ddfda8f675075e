import type { PoolClient } from 'pg'
import { type Measure, measures } from '../../domain/measure/measure.ts'
import { Fault } from '../fault.ts'
import {
  type Counts,
  countsBy,
  type Part,
  type Series,
  seriesOf,
  single,
  type Unit,
  type Which,
} from './figure-counts.ts'

/** A union with all that its page of figures is made of. */
export type Screen = Unit & {
  /** Those above it, up to the asker's own. */
  readonly above: Unit[]
  readonly whole: Series
  readonly cuts: ReadonlyMap<string, Series>
  readonly members: readonly Part[]
}

type Row = Unit & {
  readonly above: Unit[]
  readonly whole: Counts | null
  readonly cuts: Record<string, Counts> | null
  readonly members: [number, string, string, Counts][] | null
}

const months = (unit: string) =>
  `select ${countsBy('month')} from figure where realm = ${unit}.realm and unit = ${unit}.id and measure = any ($5) and cut = ''
     and month between $2 and $3 having count(*) > 0`
const years = (unit: string) =>
  `select ${countsBy('year')} from figure_year where realm = ${unit}.realm and unit = ${unit}.id and year between $6 and $7
     and cut = '' having count(*) > 0`

/**
 * One statement for the whole page: five of them cost twice the time on both sides, each being a packet, a wake-up and a plan of
 * its own. A union by month [figure_pkey, once for each measure], by cut and year [figure_year_pkey], and its members
 * [unit_parent, then figure_year_pkey once each, or figure_pkey where months are asked]; whatever lies below, some hundred sums.
 * Every part is read under the policies: of a union out of reach there is nothing.
 */
const text = (by: 'month' | 'year') => `
  select u.id, u.name, u.level,
    coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'level', a.level)
      order by array_position(u.ancestors, a.id) desc) from unit a where a.id = any (u.ancestors) and a.id <> u.id
      and nullif(current_setting('zh.unit', true), '')::integer = any (a.ancestors)), '[]') as above,
    (${months('u')}) as whole,
    (select json_object_agg(c.cut, c.counts) from (select cut, ${countsBy('year')} as counts from figure_year
      where realm = u.realm and unit = u.id and year between $6 and $7 and cut > ${single} group by cut) c) as cuts,
    (select json_agg(json_build_array(m.id, m.name, m.level, f.counts))
      from (select id, realm, name, level from unit where parent = u.id order by level, name collate "C", id) m cross join lateral (${by === 'month' ? months('m') : years('m')}) f (counts)) as members
  from unit u where u.id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)`
const statements = {
  month: { name: 'figure-screen-month', text: text('month') },
  year: { name: 'figure-screen-year', text: text('year') },
}

/**
 * What the page of a union is made of; members that are gone stand among the others, for theirs is still in the sum.
 * @param by whether the members' months are needed, or a year is enough
 * @throws Fault 404 out of the asker's reach
 */
export async function screenOf(client: PoolClient, unit: number, which: Which, by: 'month' | 'year'): Promise<Screen> {
  const [first, last] = which.years
  const { rows } = await client.query<Row>({
    ...statements[by],
    values: [unit, `${first}-01-01`, `${last}-12-01`, which.people, measures as readonly Measure[], first, last],
  })
  const [row] = rows
  if (!row) throw new Fault(404, 'not-found', { field: 'unit' })
  return {
    ...{ id: row.id, name: row.name, level: row.level, above: row.above },
    whole: row.whole ? seriesOf(row.whole) : new Map(),
    cuts: new Map(Object.entries(row.cuts ?? {}).map(([cut, counts]) => [cut, seriesOf(counts)])),
    members: (row.members ?? []).map(([id, name, level, counts]) => ({
      unit: { id, name, level },
      series: seriesOf(counts),
    })),
  }
}
