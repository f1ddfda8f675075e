import type { Cell } from './suppress.ts'

/** What changed a year's count on one day: by how much, and how many counts came or went, however they add up. */
export type Moves = { readonly day: string; readonly n: number; readonly moved: number }

/** A count as it was told, and the day it stood so at the end of: not later than the one asked for. */
export type AsOfCell = Cell & { readonly on: string }

/**
 * What is told of a count of workers' matters as it stood at the end of a day. Two days set against one another would tell
 * what happened between them, so it is told only as of days between which at least the fewest counts came or went, and
 * between which and now as many did. Of what came before the first such day nothing is told.
 * @param moves those up to the day, in their order, one each day
 * @param since how many counts came or went after it
 */
export function asOfCell(moves: readonly Moves[], since: number, day: string, fewest: number): AsOfCell {
  const all = moves.reduce((sum, { moved }) => sum + moved, 0) + since
  if (all === 0) return { n: 0, on: day }
  let [n, moved, passed] = [0, 0, 0]
  let told: { readonly n: number; readonly on: string } | null = null
  for (const move of moves) {
    n += move.n
    moved += move.moved
    passed += move.moved
    const left = all - passed
    if (moved < fewest || (left > 0 && left < fewest)) continue
    told = { n, on: move.day }
    moved = 0
  }
  if (told === null) return { hidden: 'difference', on: day }
  // Nothing moved since: it stood so at the end of the day that was asked for.
  const on = moved === 0 ? day : told.on
  return told.n > 0 && told.n < fewest ? { hidden: 'few', on } : { n: told.n, on }
}
