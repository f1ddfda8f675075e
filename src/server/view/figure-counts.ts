import type { ClientBase } from 'pg'
import { type Measure, measures } from '../../domain/measure/measure.ts'

/** Counts of one union by measure and year, of each January first; asked by year alone they all stand in January. */
export type Series = ReadonlyMap<Measure, ReadonlyMap<number, readonly number[]>>
/** A union as figures name it. */
export type Unit = { readonly id: number; readonly name: string; readonly level: string }
/** A part of a union: a member, or (null) what it leads itself and what nobody else has. */
export type Part = { readonly unit: Unit | null; readonly series: Series }
/** Which years, and the measures that are sums of persons. */
export type Which = { readonly years: readonly [number, number]; readonly people: readonly Measure[] }

const months = ({ years: [from, to] }: Which) => [`${from}-01-01`, `${to}-12-01`]
/**
 * The counts of a union in three arrays of one length: measures, whose months (or the first of years), how many ($4: the
 * measures that are sums of persons). A row for each cost more than the counts themselves, here and on the way, and so did an
 * array of each.
 */
export const countsBy = (by: 'month' | 'year') =>
  `json_build_array(array_agg(measure), array_agg(${by}), array_agg(case when measure = any ($4) then persons else n end))`
/** Behind every cut by topic and group at once, which are read where their table is asked for alone. */
export const single = "'cross~'"

/** Counts of one union: by month [figure_pkey, once for each measure], and by cut and year [figure_year_pkey]. */
export async function countsOf(
  client: Pick<ClientBase, 'query'>,
  unit: number,
  which: Which,
): Promise<{ readonly whole: Series; readonly cuts: ReadonlyMap<string, Series> }> {
  const [whole, cuts] = await Promise.all([
    client.query({
      name: 'figure-counts',
      text: `select ${countsBy('month')} as counts from figure
        where realm = (select realm from unit where id = $1) and unit = $1 and measure = any ($5) and cut = ''
          and month between $2 and $3 having count(*) > 0`,
      values: [unit, ...months(which), which.people, measures],
    }),
    client.query({
      name: 'figure-cuts',
      text: `select cut, ${countsBy('year')} as counts from figure_year
        where realm = (select realm from unit where id = $1) and unit = $1 and year between $2 and $3 and cut > ${single}
        group by cut`,
      values: [unit, ...which.years, which.people],
    }),
  ])
  return {
    whole: whole.rows[0] ? seriesOf(whole.rows[0].counts) : new Map(),
    cuts: new Map(cuts.rows.map(({ cut, counts }) => [cut, seriesOf(counts)])),
  }
}

/** What a union leads itself, and its members: they add up to the whole. */
export function withRest(whole: Series, members: readonly Part[], by: 'month' | 'year'): readonly Part[] {
  return [{ unit: null, series: rest(whole, members, by) }, ...members]
}

/**
 * Counts of the members of unions by year; members that are gone stand among them, for theirs is still in the sum. In an order
 * that stays [unit_parent, figure_year_pkey].
 */
export async function membersOf(
  client: Pick<ClientBase, 'query'>,
  unions: readonly number[],
  which: Which,
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const { rows } = await client.query({
    name: 'figure-parts',
    text: `select u.parent, u.id, u.name, u.level, f.counts from unit u cross join lateral (
        select ${countsBy('year')} as counts from figure_year
        where realm = u.realm and unit = u.id and cut = '' and year between $2 and $3 having count(*) > 0) f
      where u.parent = any ($1) order by u.level, u.name collate "C", u.id`,
    values: [unions, ...which.years, which.people],
  })
  const found = new Map<number, Part[]>()
  for (const { parent, counts, ...unit } of rows) {
    const parts = found.get(parent) ?? []
    parts.push({ unit, series: seriesOf(counts) })
    found.set(parent, parts)
  }
  return found
}

/**
 * Counts of each of these unions by year [figure_year_pkey]: the whole, which is the empty cut, and if asked each cut.
 */
export async function yearsOfUnits(
  client: Pick<ClientBase, 'query'>,
  units: readonly number[],
  which: Which,
  what: 'whole' | 'cuts',
): Promise<ReadonlyMap<number, ReadonlyMap<string, Series>>> {
  const { rows } = await client.query({
    name: `figure-years-${what}`,
    text: `select u.id, f.cut, f.counts from unit u cross join lateral (
        select cut, ${countsBy('year')} as counts from figure_year
        where realm = u.realm and unit = u.id and year between $2 and $3
          and ${what === 'whole' ? "cut = ''" : `(cut = '' or cut > ${single})`} group by cut) f
      where u.id = any ($1)`,
    values: [units, ...which.years, which.people],
  })
  const found = new Map<number, Map<string, Series>>()
  for (const { id, cut, counts } of rows) {
    const cuts = found.get(id) ?? new Map<string, Series>()
    found.set(id, cuts.set(cut, seriesOf(counts)))
  }
  return found
}

type Gathered = Map<Measure, Map<number, number[]>>
/** Measures, months (their first days) or years, counts. */
export type Counts = readonly [readonly Measure[], readonly (string | number)[], readonly number[]]

/** Of many counts, those of one measure together. */
export function seriesOf([measures, times, counts]: Counts): Series {
  const series: Gathered = new Map()
  for (const [at, measure] of measures.entries()) {
    const time = times[at] as string | number
    const [year, month] = typeof time === 'number' ? [time, 1] : [Number(time.slice(0, 4)), Number(time.slice(5, 7))]
    gather(series, measure, year, month, counts[at] as number)
  }
  return series
}

function gather(series: Gathered, measure: Measure, year: number, month: number, n: number): void {
  const years = series.get(measure) ?? new Map<number, number[]>()
  const counts = years.get(year) ?? [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  counts[month - 1] = (counts[month - 1] as number) + n
  series.set(measure, years.set(year, counts))
}

/** What is left of the whole; less than nothing, where members came from elsewhere with what they had, is nothing. */
export function rest(whole: Series, members: readonly { readonly series: Series }[], by: 'month' | 'year'): Series {
  const left: Gathered = new Map()
  for (const [measure, years] of whole)
    for (const [year, counts] of years) {
      const taken = members.flatMap(({ series }) => {
        const of = series.get(measure)?.get(year)
        return of ? [of] : []
      })
      const given = by === 'month' ? counts : [counts.reduce((a, b) => a + b, 0)]
      for (const [at, n] of given.entries()) {
        const own = taken.reduce((n, each) => n - (each[at] ?? 0), n)
        gather(left, measure, year, at + 1, Math.max(0, own))
      }
    }
  return left
}
