import { cutCells, type Standing } from './standing.ts'
import type { Cell } from './suppress.ts'

/** One union's year by one measure: its topics (by letter), groups of workers (by code), and both at once (`A-migrant`). */
export type CrossedYear = {
  readonly total: number
  readonly topics: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
  readonly crossed: ReadonlyMap<string, number>
}

/** What is told of topics, of groups, and of both at once. */
export type Crossing = {
  readonly topics: ReadonlyMap<string, Cell>
  readonly groups: ReadonlyMap<string, Cell>
  readonly crossed: ReadonlyMap<string, Cell>
}

const none: Cell = { hidden: 'difference' }

/**
 * What is told of topics × groups. Topics divide the year; groups overlap, so each group stands against all others alone: a
 * table of two columns (of it, not of it) whose rows are the topics and whose edges are told. A row is hidden where either
 * side is few, or its topic is; and so many rows with it that in neither column what is hidden gives a row away.
 */
export function crossCells(year: CrossedYear, standing: Standing, fewest: number): Crossing {
  const { total, topics, groups } = year
  const cuts = new Map([...prefixed('topic:', topics), ...prefixed('group:', groups)])
  const told = cutCells(total, cuts, standing, fewest)
  const of = (cut: string) => told.get(cut) ?? none
  const crossed = [...groups.keys()].flatMap((group) => {
    const cells = 'n' in of(`group:${group}`) ? columnOf(year, group, of, fewest) : new Map<string, Cell>()
    return [...topics.keys()].map((topic): [string, Cell] => [`${topic}-${group}`, cells.get(topic) ?? none])
  })
  return {
    topics: new Map([...topics.keys()].map((topic) => [topic, of(`topic:${topic}`)])),
    groups: new Map([...groups.keys()].map((group) => [group, of(`group:${group}`)])),
    crossed: new Map(crossed),
  }
}

/** A topic, or (null) what has none: how many are of the group, and how many are not. */
type Row = { readonly topic: string | null; readonly within: number; readonly without: number }

function columnOf(
  { total, topics, groups, crossed }: CrossedYear,
  group: string,
  told: (cut: string) => Cell,
  fewest: number,
): ReadonlyMap<string, Cell> {
  const rows: Row[] = [...topics].map(([topic, n]) => {
    const within = crossed.get(`${topic}-${group}`) ?? 0
    return { topic, within, without: n - within }
  })
  const [allWithin, allWithout] = [groups.get(group) ?? 0, total - (groups.get(group) ?? 0)]
  const rest = {
    topic: null,
    within: allWithin - sum(rows.map(({ within }) => within)),
    without: allWithout - sum(rows.map(({ without }) => without)),
  }
  const all = [rest, ...rows]
  const few = (n: number) => n > 0 && n < fewest
  const open = (row: Row) => row.topic === null || 'n' in told(`topic:${row.topic}`)
  const hidden = new Set(all.filter((row) => few(row.within) || few(row.without) || !open(row)))
  const others = all
    .filter((row) => !hidden.has(row) && row.within + row.without > 0)
    .toSorted((a, b) => a.within - b.within || a.without - b.without)
  const given = () => [...hidden].length > 0 && (gives('within') || gives('without'))
  const gives = (side: 'within' | 'without') => {
    const together = sum([...hidden].map((row) => row[side]))
    return together > 0 && (together < fewest || together <= hidden.size)
  }
  while (given()) {
    const next = others.shift()
    if (next === undefined) return new Map()
    hidden.add(next)
  }
  // One alone is what its column leaves over.
  if (hidden.size === 1 && others[0]) hidden.add(others[0])
  return new Map(
    all.flatMap((row): [string, Cell][] =>
      row.topic === null || hidden.has(row) ? [] : [[row.topic, { n: row.within }]],
    ),
  )
}

function prefixed(prefix: string, counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].map(([code, n]) => [`${prefix}${code}`, n])
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0)
}
