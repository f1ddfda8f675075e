import type { PoolClient } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { crossCells } from '../../domain/measure/cross.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { type Standing, yearCell } from '../../domain/measure/standing.ts'
import type { Cell } from '../../domain/measure/suppress.ts'
import type { FigureCell } from '../../protocol/figure-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import type { Which } from './figure-counts.ts'
import { levelsTo, standingsAt } from './figure-reading.ts'
import { placeOf } from './figures.ts'

type Asked = Omit<ViewParams<'crossing'>, 'unit'> & { readonly unit: number }

/**
 * Topics × groups of one union in one year by one measure [figure_year_pkey]: one answer, whose edges are those of `figures`.
 * What is told follows from the same standing as there; what lies out of reach reads as not there.
 */
export async function crossingOf(
  client: PoolClient,
  asked: Asked,
  rules: FigureRules,
  now: Date,
): Promise<ViewAnswer<'crossing'>> {
  const year = Number(asked.year ?? localDateOf(now.getTime()).slice(0, 4))
  if (year > Number(localDateOf(now.getTime()).slice(0, 4))) throw new Fault(400, 'field.invalid', { field: 'year' })
  const which: Which = { years: [year, year], people: [] }
  const [place, counts] = await Promise.all([placeOf(client, asked.unit), countsIn(client, asked.unit, year, asked)])
  const levels = await levelsTo(client, [...place.above.map(({ id }) => id), place.id], which)
  const standing = standingsAt(levels, rules.fewest)(asked.measure, year)
  const told = crossCells(counts, standing, rules.fewest)
  const { id, name, level } = place
  const cells = (of: ReadonlyMap<string, Cell>) => [...of].map(([code, cell]) => ({ code, ...shownAs(cell) }))
  return {
    ...{ unit: { id, name, level }, year, measure: asked.measure, fewest: rules.fewest },
    all: shownAs(yearOf(counts.total, standing, rules.fewest)),
    topics: cells(told.topics),
    groups: cells(told.groups),
    crossed: [...told.crossed].map(([pair, cell]) => {
      const [topic = '', ...group] = pair.split('-')
      return { topic, group: group.join('-'), ...shownAs(cell) }
    }),
  }
}

/** The whole year, as the page of figures tells it. */
function yearOf(total: number, standing: Standing, fewest: number): Cell {
  const year = [total, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  return yearCell(year, standing, { from: 1, to: 12, last: 12 }, fewest)
}

async function countsIn(client: PoolClient, unit: number, year: number, { measure }: Pick<Asked, 'measure'>) {
  const { rows } = await client.query<{ cut: string; n: number }>({
    name: 'crossing-counts',
    text: `select cut, n::float8 as n from figure_year
      where realm = (select realm from unit where id = $1) and unit = $1 and year = $2 and measure = $3 and n > 0
      order by cut`,
    values: [unit, year, measure],
  })
  const kind = (prefix: string) =>
    new Map(rows.flatMap(({ cut, n }) => (cut.startsWith(prefix) ? [[cut.slice(prefix.length), n] as const] : [])))
  const total = rows.find(({ cut }) => cut === '')?.n ?? 0
  return { total, topics: kind('topic:'), groups: kind('group:'), crossed: kind('cross:') }
}

function shownAs(cell: Cell): FigureCell {
  return 'n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: cell.hidden }
}
