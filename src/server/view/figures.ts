import type { PoolClient } from 'pg'
import { addDays, localDateOf } from '../../domain/calendar/local-time.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { type Measure, measures } from '../../domain/measure/measure.ts'
import { type Cell, shown, suppress } from '../../domain/measure/suppress.ts'
import type { FigureCell } from '../../protocol/figure-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

type Counts = ReadonlyMap<Measure, number>
type Unit = { readonly id: number; readonly name: string; readonly level: string }
type Asked = Omit<ViewParams<'figures'>, 'unit'> & { readonly unit: number }

/**
 * Figures of one union: a dozen rows of the sums, whatever lies below [figure_pkey]. What the asker's post does not reach
 * reads as not there.
 */
export async function figuresOf(
  client: PoolClient,
  asked: Asked,
  rules: FigureRules,
  now: Date,
): Promise<Omit<ViewAnswer<'figures'>, 'waiting'>> {
  const people = measures.filter((each) => rules.measures[each].unit === '人')
  const place = await placeOf(client, asked.unit)
  const period = periodOf(asked, now)
  const months = [`${period.from}-01`, `${period.to}-01`]
  const cut = asked.cut ?? ''
  const all = await sums(client, place, months, people)
  const children = await childrenOf(client, place.id, months, cut, people)
  const whole = all.get(cut) ?? new Map()
  const own = rest(
    whole,
    children.map(({ counts }) => counts),
  )
  const cuts = asked.cut === undefined ? [...all].filter(([each]) => each !== '') : []
  const parts = partsOf([own, ...children.map(({ counts }) => counts)], rules)
  const untold = rest(
    whole,
    cuts.map(([, counts]) => counts),
  )
  const cutParts = partsOf([untold, ...cuts.map(([, counts]) => counts)], rules)
  return {
    unit: { id: place.id, name: place.name, level: place.level },
    above: place.above,
    period,
    cut: asked.cut ?? null,
    fewest: rules.fewest,
    whole: cellsOf(whole, rules),
    own: parts[0] ?? {},
    children: children.map(({ unit }, at) => ({ unit, cells: parts[at + 1] ?? {} })),
    cuts: cuts.map(([each], at) => ({ cut: each, cells: cutParts[at + 1] ?? {} })),
    rates: rules.rates.map(({ code, counts, of }) =>
      rateOf(code, total(whole, counts), total(whole, of), rules.fewest),
    ),
  }
}

/** How many events the figures of all realms have still to count. */
export async function waitingFor(client: { query: PoolClient['query'] }, follower: string): Promise<number> {
  const { rows } = await client.query(
    `select coalesce(sum(h.position - coalesce(f.position, 0)), 0)::float8 as n
     from realm_head h left join follower f on f.realm = h.realm and f.name = $1`,
    [follower],
  )
  return rows[0].n
}

type Place = Unit & { readonly realm: number; readonly above: Unit[] }

async function placeOf(client: PoolClient, unit: number): Promise<Place> {
  const { rows } = await client.query({
    name: 'figures-place',
    text: `select u.id, u.name, u.level, u.realm, coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'level', a.level)
         order by array_position(u.ancestors, a.id) desc) from unit a where a.id = any (u.ancestors) and a.id <> u.id
         and nullif(current_setting('zh.unit', true), '')::integer = any (a.ancestors)), '[]') as above
       from unit u where u.id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)`,
    values: [unit],
  })
  if (!rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  return rows[0]
}

/** The year so far, unless told. */
function periodOf({ from, to }: Asked, now: Date): { from: string; to: string } {
  const month = localDateOf(now.getTime()).slice(0, 7)
  const period = { from: from ?? `${(to ?? month).slice(0, 4)}-01`, to: to ?? month }
  if (period.from > period.to) throw new Fault(400, 'field.invalid', { field: 'from', detail: 'from: is after to' })
  return period
}

/** Sums of the union by cut and measure. */
async function sums(client: PoolClient, { id, realm }: Place, months: readonly string[], people: readonly Measure[]) {
  const { rows } = await client.query({
    name: 'figures-whole',
    text: `select cut, measure, sum(case when measure = any ($5) then persons else n end)::float8 as n from figure
      where realm = $1 and unit = $2 and month between $3 and $4 group by cut, measure order by cut`,
    values: [realm, id, ...months, people],
  })
  const byCut = new Map<string, Map<Measure, number>>()
  for (const { cut, measure, n } of rows) {
    const counts = byCut.get(cut) ?? new Map()
    byCut.set(cut, counts.set(measure, n))
  }
  return byCut
}

async function childrenOf(
  client: PoolClient,
  unit: number,
  months: readonly string[],
  cut: string,
  people: readonly Measure[],
) {
  const { rows } = await client.query({
    name: 'figures-children',
    text: `select u.id, u.name, u.level, f.measure, f.n from unit u left join lateral (
        select measure, sum(case when measure = any ($5) then persons else n end)::float8 as n from figure
        where realm = u.realm and unit = u.id and cut = $4 and month between $2 and $3 group by measure) f on true
      where u.parent = $1 and u.valid_to is null order by u.level, u.name collate "C", u.id`,
    values: [unit, ...months, cut, people],
  })
  const children = new Map<number, { unit: Unit; counts: Map<Measure, number> }>()
  for (const { id, name, level, measure, n } of rows) {
    const child = children.get(id) ?? { unit: { id, name, level }, counts: new Map() }
    if (measure !== null) child.counts.set(measure, n)
    children.set(id, child)
  }
  // Whoever has nothing to show is not on the page: of two thousand unions most have not.
  return [...children.values()].filter(({ counts }) => [...counts.values()].some((n) => n > 0))
}

/** What is left of the whole: the union's own, and what members that are gone had. */
function rest(whole: Counts, parts: readonly Counts[]): Counts {
  const left = new Map<Measure, number>()
  for (const [measure, n] of whole)
    left.set(
      measure,
      parts.reduce((sum, part) => sum - (part.get(measure) ?? 0), n),
    )
  return left
}

type Cells = ViewAnswer<'figures'>['whole']

/** Parts of one sum, each measure suppressed for itself. */
function partsOf(parts: readonly Counts[], rules: FigureRules): Cells[] {
  const cells: Cells[] = parts.map(() => ({}))
  for (const measure of measures) {
    const counts = parts.map((part) => part.get(measure) ?? 0)
    const suppressed = rules.measures[measure].private ? suppress(counts, rules.fewest) : counts.map((n) => ({ n }))
    for (const [at, cell] of suppressed.entries()) put(cells[at] as Cells, measure, cell)
  }
  return cells
}

function cellsOf(counts: Counts, rules: FigureRules): Cells {
  const cells: Cells = {}
  for (const [measure, n] of counts)
    put(cells, measure, rules.measures[measure].private ? shown(n, rules.fewest) : { n })
  return cells
}

/** Zero is left out. */
function put(cells: Cells, measure: Measure, cell: Cell): void {
  const told: FigureCell = 'n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: cell.hidden }
  if (told.n !== 0) cells[measure] = told
}

function total(counts: Counts, measures: readonly Measure[]): number {
  return measures.reduce((sum, measure) => sum + (counts.get(measure) ?? 0), 0)
}

/** A share gives its count away, so it is told where both the count and what is left of it are. */
function rateOf(rate: string, n: number, of: number, fewest: number) {
  const told = of >= fewest && !('hidden' in shown(n, fewest)) && !('hidden' in shown(of - n, fewest))
  return told ? { rate, perMille: Math.round((n * 1000) / of), n, of } : { rate, perMille: null, n: null, of: null }
}

/** First and last day of a period of months. */
export function daysOf({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5))]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: `${from}-01`, to: addDays(next, -1) }
}
