import type { PoolClient } from 'pg'
import { type AsOfCell, asOfCell, type Moves } from '../../domain/measure/as-of.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { type Measure, measures } from '../../domain/measure/measure.ts'
import type { Part, Which } from './figure-counts.ts'
import type { Cells, Standings } from './figure-reading.ts'

/** What moved the year of one measure: up to the day in its order, and how many counts after it. */
type Year = { readonly upTo: Moves[]; since: number }
type Moved = Map<string, Year>

/**
 * A union and its parts as they stood at the end of a day [move_of_unit]: the moves of its years up to that day, added up.
 * Of workers' matters only what is told freely today is told of a day gone by, and only as of days that give nothing away.
 * @param standings of the whole, then of each part
 */
export async function cellsAsOf(
  client: PoolClient,
  asked: { readonly unit: number; readonly parts: readonly Part[]; readonly standings: readonly Standings[] },
  which: Which,
  day: string,
  rules: FigureRules,
): Promise<readonly Cells[]> {
  const members = asked.parts.flatMap(({ unit }) => (unit ? [unit.id] : []))
  const moved = await movedIn(client, [asked.unit, ...members], which, day)
  const whole = moved.get(asked.unit) ?? new Map()
  const own = rest(
    whole,
    members.map((id) => moved.get(id) ?? new Map()),
  )
  const all = [whole, ...asked.parts.map(({ unit }) => (unit ? (moved.get(unit.id) ?? new Map()) : own))]
  return all.map((each, at) => cellsOf(each, asked.standings[at] as Standings, which, day, rules))
}

async function movedIn(client: PoolClient, units: readonly number[], { years, people }: Which, day: string) {
  const { rows } = await client.query({
    name: 'figure-moves',
    text: `select unit, measure, extract(year from month)::int as year, case when day <= $4 then day end as day,
        sum(case when measure = any ($5) then persons else n end)::float8 as n, sum(moved)::float8 as moved
      from move where unit = any ($1) and month between $2 and $3 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    values: [units, `${years[0]}-01-01`, `${years[1]}-12-01`, day, people],
  })
  const found = new Map<number, Moved>()
  for (const { unit, measure, year, day, n, moved } of rows) {
    const of: Moved = found.get(unit) ?? new Map()
    const key = `${measure} ${year}`
    const known: Year = of.get(key) ?? { upTo: [], since: 0 }
    if (day === null) known.since += moved
    else known.upTo.push({ day, n, moved })
    found.set(unit, of.set(key, known))
  }
  return found
}

/** What moved in the union itself. */
function rest(whole: Moved, members: readonly Moved[]): Moved {
  return new Map(
    [...whole].map(([key, { upTo, since }]): [string, Year] => {
      const theirs = members.flatMap((each) => each.get(key) ?? [])
      const byDay = new Map(upTo.map((move) => [move.day, move]))
      for (const move of theirs.flatMap((each) => each.upTo)) {
        const { n, moved } = byDay.get(move.day) ?? { n: 0, moved: 0 }
        byDay.set(move.day, { day: move.day, n: n - move.n, moved: Math.max(0, moved - move.moved) })
      }
      const left = [...byDay.values()].filter(({ n, moved }) => n !== 0 || moved > 0)
      return [key, { upTo: left, since: theirs.reduce((n, each) => Math.max(0, n - each.since), since) }]
    }),
  )
}

function cellsOf(moved: Moved, standings: Standings, { years }: Which, day: string, rules: FigureRules): Cells {
  const cells: Cells = {}
  for (const measure of measures) {
    const told = Array.from({ length: years[1] - years[0] + 1 }, (_, at) =>
      yearAsOf(moved.get(`${measure} ${years[0] + at}`), { measure, year: years[0] + at, standings, day, rules }),
    ).reduce(both)
    if ('hidden' in told) cells[measure] = { n: null, hidden: told.hidden }
    else if (told.n !== 0) cells[measure] = { n: told.n, hidden: null, ...(told.on === day ? {} : { on: told.on }) }
  }
  return cells
}

type Of = {
  readonly measure: Measure
  readonly year: number
  readonly standings: Standings
  readonly day: string
  readonly rules: FigureRules
}

function yearAsOf(year: Year | undefined, { measure, year: of, standings, day, rules }: Of): AsOfCell {
  if (!year) return { n: 0, on: day }
  if (!rules.measures[measure].private) return { n: year.upTo.reduce((sum, { n }) => sum + n, 0), on: day }
  if (standings(measure, of) !== 'free') return { hidden: 'difference', on: day }
  return asOfCell(year.upTo, year.since, day, rules.fewest)
}

function both(a: AsOfCell, b: AsOfCell): AsOfCell {
  if ('hidden' in a) return a
  return 'hidden' in b ? b : { n: a.n + b.n, on: a.on < b.on ? a.on : b.on }
}
