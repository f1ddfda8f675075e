import type { PoolClient } from 'pg'
import { addDays, localDateOf } from '../../domain/calendar/local-time.ts'
import type { FigureRules, Rate } from '../../domain/measure/figure-rules.ts'
import { measures } from '../../domain/measure/measure.ts'
import { type Period, wholeYears, yearsOf } from '../../domain/measure/telling.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { cellsAsOf } from './figure-as-of.ts'
import { type Part, rest, type Series, type Unit, type Which, withRest, yearsOfUnits } from './figure-counts.ts'
import {
  type Cells,
  cellsOf,
  cutCellsOf,
  levelsTo,
  partStandings,
  type Standings,
  standingsAt,
} from './figure-reading.ts'
import { screenOf } from './figure-screen.ts'

/** Longer spans are asked in pieces. */
const mostYears = 30

type Asked = Omit<ViewParams<'figures'>, 'unit'> & { readonly unit: number }

/**
 * Figures of one union: some hundred sums, whatever lies below [figure_pkey]. What the asker's post does not reach reads as
 * not there; what is too little to be told follows from the sums between the asker's own union and this one.
 */
export async function figuresOf(
  client: PoolClient,
  asked: Asked,
  rules: FigureRules,
  now: Date,
): Promise<Omit<ViewAnswer<'figures'>, 'waiting'>> {
  const { fewest } = rules
  const people = measures.filter((each) => rules.measures[each].unit === '人')
  const period = periodOf(asked, now)
  const years = yearsOf(period)
  const which: Which = { years: [years[0] as number, years.at(-1) as number], people }
  const by = wholeYears(period) ? 'year' : 'month'
  const { whole, cuts, members, ...place } = await screenOf(client, asked.unit, which, by)
  const parts = withRest(whole, members, by)
  const levels = await levelsTo(client, [...place.above.map(({ id }) => id), place.id], which)
  const standings = standingsAt(levels, fewest)
  const below = partStandings(standings, parts, fewest)
  const common = {
    ...{ unit: { id: place.id, name: place.name, level: place.level }, above: place.above, fewest },
    ...{ period: { from: period.from, to: period.to }, cut: asked.cut ?? null, asOf: asked.asOf ?? null },
  }
  if (asked.asOf !== undefined) {
    const all = { unit: place.id, parts, standings: [standings, ...below] }
    const [then = {}, ...partsThen] = await cellsAsOf(client, all, which, asked.asOf, rules)
    const ratesThen = rules.rates.map((rate) => rateOf(rate, then))
    return { ...common, whole: then, ...placed(parts, partsThen), cuts: [], months: [], rates: ratesThen }
  }
  const told = cellsOf(whole, standings, period, rules)
  const cutsTold = cutCellsOf(whole, cuts, standings, period, rules)
  const { cut } = asked
  const cells =
    cut === undefined
      ? parts.map(({ series }, at) => cellsOf(series, below[at] as Standings, period, rules))
      : await partsByCut(client, { parts, below, cuts, cut, which, period, rules })
  return {
    ...common,
    whole: cut === undefined ? told : (cutsTold.get(cut) ?? {}),
    ...placed(parts, cells),
    cuts: cut === undefined ? [...cutsTold].map(([each, of]) => ({ cut: each, cells: of })) : [],
    months: cut === undefined ? monthsOf(period).map((month) => monthOf(month, whole, standings, period, rules)) : [],
    rates: rules.rates.map((rate) => rateOf(rate, cut === undefined ? told : (cutsTold.get(cut) ?? {}))),
  }
}

/** What the union leads itself, and its members: whoever has nothing to show is not on the page, and of many most have not. */
function placed(parts: readonly Part[], cells: readonly Cells[]) {
  const children = parts.flatMap(({ unit }, at) => {
    const of = cells[at] ?? {}
    return unit && Object.keys(of).length > 0 ? [{ unit, cells: of }] : []
  })
  return { own: cells[0] ?? {}, children }
}

type ByCut = {
  readonly parts: readonly Part[]
  readonly below: readonly Standings[]
  readonly cuts: ReadonlyMap<string, Series>
  readonly cut: string
  readonly which: Which
  readonly period: Period
  readonly rules: FigureRules
}

/** The parts by one cut: each tells of its own cuts what it tells anybody. */
async function partsByCut(
  client: PoolClient,
  { parts, below, cuts, cut, which, period, rules }: ByCut,
): Promise<readonly Cells[]> {
  const units = parts.flatMap(({ unit }) => (unit ? [unit.id] : []))
  const of = await yearsOfUnits(client, units, which, 'cuts')
  const codes = new Set([cut, ...cuts.keys(), ...[...of.values()].flatMap((each) => [...each.keys()])])
  codes.delete('')
  const own = new Map(
    [...codes].map((code): [string, Series] => {
      const members = [...of.values()].map((each) => ({ series: each.get(code) ?? new Map() }))
      return [code, rest(cuts.get(code) ?? new Map(), members, 'year')]
    }),
  )
  return parts.map(({ unit, series }, at) => {
    const mine = unit ? new Map([...(of.get(unit.id) ?? [])].filter(([code]) => code !== '')) : own
    return cutCellsOf(series, mine, below[at] as Standings, period, rules).get(cut) ?? {}
  })
}

type Place = Unit & { readonly above: Unit[] }

/** The union asked for and those above it, up to the asker's own. @throws Fault 404 out of its reach */
export async function placeOf(client: PoolClient, unit: number): Promise<Place> {
  const { rows } = await client.query({
    name: 'figures-place',
    text: `select u.id, u.name, u.level, coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'level', a.level)
         order by array_position(u.ancestors, a.id) desc) from unit a where a.id = any (u.ancestors) and a.id <> u.id
         and nullif(current_setting('zh.unit', true), '')::integer = any (a.ancestors)), '[]') as above
       from unit u where u.id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)`,
    values: [unit],
  })
  if (!rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  return rows[0]
}

/** The year so far, unless told; as of a day gone by, so far then. */
function periodOf({ from, to, asOf, cut }: Asked, now: Date): Period {
  const today = localDateOf(now.getTime())
  // Topic and group at once have a table of their own, whose edges are suppressed with it.
  if (cut?.startsWith('cross:')) throw new Fault(400, 'field.invalid', { field: 'cut' })
  if (asOf !== undefined && (asOf > today || cut !== undefined))
    throw new Fault(400, 'field.invalid', { field: 'asOf' })
  const last = (asOf ?? today).slice(0, 7)
  const period = { from: from ?? `${(to ?? last).slice(0, 4)}-01`, to: to ?? last, last }
  // Each year is weighed for each part: a hundred of five hundred unions would keep everybody else waiting.
  if (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) >= mostYears)
    throw new Fault(400, 'field.invalid', { field: 'from', detail: `from: more than ${mostYears} years` })
  if (period.from > period.to) throw new Fault(400, 'field.invalid', { field: 'from', detail: 'from: is after to' })
  if (asOf !== undefined && !wholeYears(period))
    throw new Fault(400, 'field.invalid', { field: 'from', detail: 'from: asOf tells whole years' })
  return period
}

/** Every month of a period that has begun. */
function monthsOf({ from, to, last }: Period): readonly string[] {
  return yearsOf({ from, to })
    .flatMap((year) => Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`))
    .filter((month) => month >= from && month <= to && month <= last)
}

function monthOf(month: string, whole: Series, standings: Standings, { last }: Period, rules: FigureRules) {
  return { month, cells: cellsOf(whole, standings, { from: month, to: month, last }, rules) }
}

/** A share gives away what it is made of, so it is told where each of its counts is, with the n it is of. */
function rateOf({ code, counts, of }: Rate, cells: Cells) {
  const total = (all: Rate['of']) => all.reduce((sum, measure) => sum + (cells[measure]?.n ?? 0), 0)
  const told = of.every((measure) => !cells[measure]?.hidden && !cells[measure]?.on) && total(of) > 0
  if (!told) return { rate: code, perMille: null, n: null, of: null }
  return { rate: code, perMille: Math.round((total(counts) * 1000) / total(of)), n: total(counts), of: total(of) }
}

/** First and last day of a period of months. */
export function daysOf({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5))]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: `${from}-01`, to: addDays(next, -1) }
}
