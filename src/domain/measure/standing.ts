import { type Cell, shown, suppress } from './suppress.ts'

/**
 * How much is told of a union's count in one year. `free`: its year, its quarters, months and cuts, each as far as they
 * hold enough. `silent`: its year alone. `hidden`: nothing, nor of anything below it.
 *
 * Why it holds (docs/adr/0024): whoever asks every question solves sums of parts, of months and of cuts set against one
 * another. Every union has two parts of which nothing is told by month or by cut; what is hidden of any other part can be
 * moved into them without changing a single answer, and what is hidden of one of them into the other.
 */
export type Standing = 'free' | 'silent' | 'hidden'

/**
 * The standings of the parts of a union (what it leads itself, and its members) by their counts in one year. Nothing is
 * nobody: a part without any is free.
 * @param parts counts of the whole year that add up to the union's, in an order that stays
 */
export function standingsOf(parts: readonly number[], above: Standing, fewest: number): readonly Standing[] {
  if (above === 'hidden') return parts.map((n) => (n > 0 ? 'hidden' : 'free'))
  const cells = suppress(parts, fewest)
  if (cells.some((cell) => 'hidden' in cell)) return cells.map((cell) => ('hidden' in cell ? 'hidden' : 'free'))
  const some = parts.flatMap((n, at) => (n > 0 ? [{ n, at }] : [])).toSorted((a, b) => a.n - b.n || a.at - b.at)
  // The only part is the union itself over again: the same is told of both.
  const silent = new Set((some.length === 1 ? [] : some.slice(0, 2)).map(({ at }) => at))
  return parts.map((n, at) => (silent.has(at) ? 'silent' : n > 0 && some.length === 1 ? above : 'free'))
}

/** A span within one year. `last`: the last month that has begun; what is to come holds nothing. Months from 1. */
export type Span = { readonly from: number; readonly to: number; readonly last: number }

const none: Cell = { hidden: 'difference' }

/**
 * What is told of a union's count in a span of one year: the whole year so far, or quarters and months whose neighbours do
 * not give them away. Everything told is a sum of what is told of months, quarters and years, so that longer spans tell
 * nothing more.
 * @param months its counts, January first, twelve of them
 */
export function yearCell(months: readonly number[], standing: Standing, span: Span, fewest: number): Cell {
  const total = sum(months)
  if (total === 0) return { n: 0 }
  if (standing === 'hidden') return none
  if (total < fewest) return shown(total, fewest)
  if (span.from === 1 && span.to >= span.last) return { n: total }
  if (standing === 'silent') return none
  const quarters = [0, 1, 2, 3].map((q) => months.slice(q * 3, q * 3 + 3))
  const cells = suppress(quarters.map(sum), fewest)
  return quarters.map((quarter, q) => quarterCell(quarter, cells[q] as Cell, q * 3, span, fewest)).reduce(plus)
}

function quarterCell(months: readonly number[], whole: Cell, before: number, span: Span, fewest: number): Cell {
  const [from, to] = [Math.max(span.from - before, 1), Math.min(span.to - before, 3)]
  if (from > to) return { n: 0 }
  if ((from === 1 && to >= Math.min(3, span.last - before)) || 'hidden' in whole) return whole
  return suppress(months, fewest)
    .slice(from - 1, to)
    .reduce(plus)
}

/** Both, or nothing where either is hidden. */
export function plus(a: Cell, b: Cell): Cell {
  if ('hidden' in a) return a
  return 'hidden' in b ? b : { n: a.n + b.n }
}

/**
 * What is told of a union's year by cuts. Of cuts that divide it (topics) each hidden one is hidden behind another; what
 * belongs to none of them is a part too. Groups of workers overlap, so each stands against all others alone.
 * @param total the union's year
 */
export function cutCells(
  total: number,
  cuts: ReadonlyMap<string, number>,
  standing: Standing,
  fewest: number,
): ReadonlyMap<string, Cell> {
  const codes = [...cuts.keys()].sort()
  // A year of nothing is told as nothing: there is nobody in it to hide.
  if (total === 0) return new Map(codes.map((code) => [code, { n: 0 }]))
  if (standing !== 'free' || total < fewest) return new Map(codes.map((code) => [code, none]))
  const dividing = codes.filter((code) => code.startsWith('topic:'))
  const counts = dividing.map((code) => cuts.get(code) as number)
  const cells = suppress([total - sum(counts), ...counts], fewest)
  return new Map(
    codes.map((code): [string, Cell] => {
      const at = dividing.indexOf(code)
      if (at >= 0) return [code, cells[at + 1] as Cell]
      const n = cuts.get(code) as number
      return [code, few(n, fewest) || few(total - n, fewest) ? none : { n }]
    }),
  )
}

const few = (n: number, fewest: number) => n > 0 && n < fewest

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0)
}
