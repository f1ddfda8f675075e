import { cutCells, plus, type Standing, standingsOf, yearCell } from './standing.ts'
import type { Cell } from './suppress.ts'

/** Counts of one measure by year, of each year January first. */
export type Years = ReadonlyMap<number, readonly number[]>
/** Months as they are counted, YYYY-MM, and the last one that has begun. */
export type Period = { readonly from: string; readonly to: string; readonly last: string }
/** The parts of a union and those of the union one up, from the asker's own down to the one that is asked for. */
export type Steps = readonly { readonly parts: readonly Years[]; readonly at: number }[]

/** The standing of the union asked for, in a year: that of a part of a part of the asker's own, which is free. */
export function standingAt(steps: Steps, year: number, fewest: number): Standing {
  return steps.reduce<Standing>(
    (above, { parts, at }) => standingsIn(parts, year, above, fewest)[at] as Standing,
    'free',
  )
}

/** What is told of a count in a period: of each of its years, added up; a year that is hidden hides the sum. */
export function periodCell(years: Years, standing: (year: number) => Standing, period: Period, fewest: number): Cell {
  let told: Cell = { n: 0 }
  for (const year of yearsOf(period)) {
    const span = { from: first(period.from, year), to: until(period.to, year), last: until(period.last, year) }
    told = plus(told, yearCell(years.get(year) ?? [], standing(year), span, fewest))
  }
  return told
}

/** What is told of the cuts of a count. Whole years only: a cut of some months could be set against that of others. */
export function periodCuts(
  years: Years,
  cuts: ReadonlyMap<string, Years>,
  standing: (year: number) => Standing,
  period: Period,
  fewest: number,
): ReadonlyMap<string, Cell> {
  const whole = wholeYears(period)
  const told = yearsOf(period).map((year) => {
    const counts = new Map([...cuts].map(([cut, of]) => [cut, sum(of.get(year) ?? [])]))
    return cutCells(sum(years.get(year) ?? []), counts, standing(year), fewest)
  })
  return new Map(
    [...cuts].map(([cut, of]): [string, Cell] => {
      const nothing = [...of.values()].every((months) => sum(months) === 0)
      if (!whole && !nothing) return [cut, { hidden: 'difference' }]
      return [cut, told.map((cells) => cells.get(cut) ?? { n: 0 }).reduce(plus, { n: 0 })]
    }),
  )
}

/** Whether a period is made of whole years, the running one as far as it has come. */
export function wholeYears({ from, to, last }: Period): boolean {
  return from.endsWith('-01') && (to.endsWith('-12') || to >= last)
}

/** The years of a period. */
export function yearsOf({ from, to }: Pick<Period, 'from' | 'to'>): readonly number[] {
  const years = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) years.push(year)
  return years
}

/** The standings of all parts of a union in a year. */
export function standingsIn(
  parts: readonly Years[],
  year: number,
  above: Standing,
  fewest: number,
): readonly Standing[] {
  const totals = parts.map((years) => sum(years.get(year) ?? []))
  return standingsOf(totals, above, fewest)
}

/** First month of a period within a year, and its last: 12 where it goes on, 0 where it has not come there. */
function first(month: string, year: number): number {
  return Number(month.slice(0, 4)) < year ? 1 : Number(month.slice(5))
}
function until(month: string, year: number): number {
  const of = Number(month.slice(0, 4))
  return of > year ? 12 : of < year ? 0 : Number(month.slice(5))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0)
}
