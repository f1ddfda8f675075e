import type { PoolClient } from 'pg'
import type { Measure } from '../../domain/measure/measure.ts'

/** Counts of one union by measure and year, of each January first; asked by year alone they all stand in January. */
export type Series = ReadonlyMap<Measure, ReadonlyMap<number, readonly number[]>>
/** A union as figures name it. */
export type Unit = { readonly id: number; readonly name: string; readonly level: string }
/** A part of a union: a member, or (null) what it leads itself and what nobody else has. */
export type Part = { readonly unit: Unit | null; readonly series: Series }
/** Which years, and the measures that are sums of persons. */
export type Which = { readonly years: readonly [number, number]; readonly people: readonly Measure[] }

const months = ({ years: [from, to] }: Which) => [`${from}-01-01`, `${to}-12-01`]
const counted = 'sum(case when measure = any ($4) then persons else n end)::float8 as n'
const year = 'extract(year from month)::int as year'

/** Counts of one union by month, and by cut and year [figure_pkey]: some hundred rows, whatever lies below. */
export async function countsOf(
  client: PoolClient,
  unit: number,
  which: Which,
): Promise<{ readonly whole: Series; readonly cuts: ReadonlyMap<string, Series> }> {
  const { rows } = await client.query({
    name: 'figure-counts',
    text: `select cut, measure, ${year}, case when cut = '' then extract(month from month)::int else 1 end as month, ${counted}
      from figure where realm = (select realm from unit where id = $1) and unit = $1 and month between $2 and $3
      group by 1, 2, 3, 4`,
    values: [unit, ...months(which), which.people],
  })
  const byCut = new Map<string, Gathered>()
  for (const row of rows) {
    const series = byCut.get(row.cut) ?? new Map()
    byCut.set(row.cut, gather(series, row))
  }
  const whole = byCut.get('') ?? new Map()
  byCut.delete('')
  return { whole, cuts: byCut }
}

/**
 * Counts of the members of unions, and what is left for each itself; members that are gone stand among them, for theirs
 * is still in the sum. In an order that stays.
 * @param wholes the unions, and the counts their parts add up to
 * @param by whether months are needed, or a year is enough
 */
export async function partsOf(
  client: PoolClient,
  wholes: ReadonlyMap<number, Series>,
  which: Which,
  by: 'month' | 'year',
  cut = '',
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const month = by === 'month' ? 'extract(month from month)::int' : '1'
  const { rows } = await client.query({
    name: `figure-parts-${by}`,
    text: `select u.parent, u.id, u.name, u.level, f.measure, f.year, f.month, f.n from unit u cross join lateral (
        select measure, ${year}, ${month} as month, ${counted} from figure
        where realm = u.realm and unit = u.id and cut = $5 and figure.month between $2 and $3 group by 1, 2, 3) f
      where u.parent = any ($1) order by u.level, u.name collate "C", u.id`,
    values: [[...wholes.keys()], ...months(which), which.people, cut],
  })
  const found = new Map<number, Map<number, { unit: Unit; series: Gathered }>>()
  for (const { parent, id, name, level, ...row } of rows) {
    const members = found.get(parent) ?? new Map<number, { unit: Unit; series: Gathered }>()
    const member = members.get(id) ?? { unit: { id, name, level }, series: new Map() }
    gather(member.series, row)
    found.set(parent, members.set(id, member))
  }
  return new Map(
    [...wholes].map(([id, whole]): [number, readonly Part[]] => {
      const members = [...(found.get(id)?.values() ?? [])]
      return [id, [{ unit: null, series: rest(whole, members, by) }, ...members]]
    }),
  )
}

/** Counts of each of these unions by cut and year; the empty cut is the whole. */
export async function yearsOfUnits(
  client: PoolClient,
  units: readonly number[],
  which: Which,
): Promise<ReadonlyMap<number, ReadonlyMap<string, Series>>> {
  const { rows } = await client.query({
    name: 'figure-years',
    text: `select u.id, f.cut, f.measure, f.year, 1 as month, f.n from unit u cross join lateral (
        select cut, measure, ${year}, ${counted} from figure
        where realm = u.realm and unit = u.id and figure.month between $2 and $3 group by 1, 2, 3) f
      where u.id = any ($1)`,
    values: [units, ...months(which), which.people],
  })
  const found = new Map<number, Map<string, Gathered>>()
  for (const { id, cut, ...row } of rows) {
    const cuts = found.get(id) ?? new Map<string, Gathered>()
    found.set(id, cuts.set(cut, gather(cuts.get(cut) ?? new Map(), row)))
  }
  return found
}

type Gathered = Map<Measure, Map<number, number[]>>
type Row = { readonly measure: Measure; readonly year: number; readonly month: number; readonly n: number }

function gather(series: Gathered, { measure, year, month, n }: Row): Gathered {
  const years = series.get(measure) ?? new Map<number, number[]>()
  const counts = years.get(year) ?? Array.from({ length: 12 }, () => 0)
  counts[month - 1] = (counts[month - 1] as number) + n
  return series.set(measure, years.set(year, counts))
}

/** What is left of the whole; less than nothing, where members came from elsewhere with what they had, is nothing. */
export function rest(whole: Series, members: readonly { readonly series: Series }[], by: 'month' | 'year'): Series {
  const left: Gathered = new Map()
  for (const [measure, years] of whole)
    for (const [year, counts] of years) {
      const taken = members.map(({ series }) => series.get(measure)?.get(year) ?? [])
      const given = by === 'month' ? counts : [counts.reduce((a, b) => a + b, 0)]
      for (const [at, n] of given.entries())
        gather(left, {
          measure,
          year,
          month: at + 1,
          n: Math.max(
            0,
            taken.reduce((n, each) => n - (each[at] ?? 0), n),
          ),
        })
    }
  return left
}
