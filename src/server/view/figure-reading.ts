import type { ClientBase } from 'pg'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { type Measure, measures } from '../../domain/measure/measure.ts'
import type { Standing } from '../../domain/measure/standing.ts'
import type { Cell } from '../../domain/measure/suppress.ts'
import {
  type Period,
  periodCell,
  periodCuts,
  type Steps,
  standingAt,
  standingsIn,
  type Years,
} from '../../domain/measure/telling.ts'
import type { FigureCell } from '../../protocol/figure-view.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { membersOf, type Part, type Series, type Which, withRest, yearsOfUnits } from './figure-counts.ts'

/** Cells of one place by measure; zero is left out. */
export type Cells = ViewAnswer<'figures'>['whole']
/** How a union stands, by measure and year. */
export type Standings = (measure: Measure, year: number) => Standing

type Level = { readonly parts: readonly Part[]; readonly at: number }

/** The parts at each step from the asker's own union down to the one asked for. `path`: from the first to the last. */
export async function levelsTo(
  client: Pick<ClientBase, 'query'>,
  path: readonly number[],
  which: Which,
): Promise<readonly Level[]> {
  const above = path.slice(0, -1)
  if (above.length === 0) return []
  const [years, members] = await Promise.all([
    yearsOfUnits(client, above, which, 'whole'),
    membersOf(client, above, which),
  ])
  return above.map((id, step) => {
    const parts = withRest(years.get(id)?.get('') ?? nobody, members.get(id) ?? [], 'year')
    return { parts, at: parts.findIndex(({ unit }) => unit?.id === path[step + 1]) }
  })
}

const nobody: Series = new Map()
const nothing: Years = new Map()
const yearsIn = (series: Series, measure: Measure): Years => series.get(measure) ?? nothing

/** How the union at the end of these levels stands; a part without any count is free. Kept, for it is asked per cell. */
export function standingsAt(levels: readonly Level[], fewest: number): Standings {
  const known = new Map<string, Standing>()
  return (measure, year) => {
    const key = `${measure} ${year}`
    const before = known.get(key)
    if (before) return before
    const steps: Steps = levels
      .filter(({ at }) => at >= 0)
      .map(({ parts, at }) => ({ parts: parts.map(({ series }) => yearsIn(series, measure)), at }))
    const found = steps.length < levels.length ? 'free' : standingAt(steps, year, fewest)
    known.set(key, found)
    return found
  }
}

/** What is told of a union by measure. */
export function cellsOf(series: Series, standings: Standings, period: Period, rules: FigureRules): Cells {
  const cells: Cells = {}
  for (const measure of measures) {
    const years = series.get(measure)
    if (!years) continue
    // What unions do themselves is no secret: it is told as a free one, with nothing too few.
    const { private: hides } = rules.measures[measure]
    const cell = hides
      ? periodCell(years, (year) => standings(measure, year), period, rules.fewest)
      : periodCell(years, () => 'free', period, 0)
    put(cells, measure, cell)
  }
  return cells
}

/** What is told of the cuts of a union, by cut and measure. */
export function cutCellsOf(
  whole: Series,
  cuts: ReadonlyMap<string, Series>,
  standings: Standings,
  period: Period,
  rules: FigureRules,
): ReadonlyMap<string, Cells> {
  const found = new Map<string, Cells>([...cuts.keys()].sort().map((cut) => [cut, {}]))
  const counted = new Set([...cuts.values()].flatMap((series) => [...series.keys()]))
  const families = familiesOf(cuts)
  for (const measure of measures.filter((each) => counted.has(each)))
    for (const family of families) {
      const of = new Map(family.map(([cut, series]) => [cut, yearsIn(series, measure)]))
      const { private: hides } = rules.measures[measure]
      const told = hides
        ? periodCuts(yearsIn(whole, measure), of, (year) => standings(measure, year), period, rules.fewest)
        : periodCuts(yearsIn(whole, measure), of, () => 'free', period, 0)
      for (const [cut, cell] of told) put(found.get(cut) as Cells, measure, cell)
    }
  return found
}

/**
 * Cuts that add up: those by topic together. A worker is of several groups or of none, so each group adds up with whoever is
 * not of it, and with nothing else.
 */
function familiesOf(cuts: ReadonlyMap<string, Series>): readonly (readonly (readonly [string, Series])[])[] {
  const all = [...cuts]
  const several = all.filter(([cut]) => cut.startsWith('group:'))
  return [all.filter(([cut]) => !cut.startsWith('group:')), ...several.map((one) => [one])]
}

/** How each part of a union stands. All parts of a measure are weighed at once, not each for itself. */
export function partStandings(above: Standings, parts: readonly Part[], fewest: number): readonly Standings[] {
  const known = new Map<string, readonly Standing[]>()
  const all = (measure: Measure, year: number) => {
    const key = `${measure} ${year}`
    const before = known.get(key)
    if (before) return before
    const years = parts.map(({ series }) => yearsIn(series, measure))
    const found = standingsIn(years, year, above(measure, year), fewest)
    known.set(key, found)
    return found
  }
  return parts.map((_, at) => (measure, year) => all(measure, year)[at] ?? 'free')
}

function put(cells: Cells, measure: Measure, cell: Cell): void {
  const told: FigureCell = 'n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: cell.hidden }
  if (told.n !== 0) cells[measure] = told
}
