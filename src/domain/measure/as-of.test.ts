import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOfCell, type Moves } from './as-of.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)
const asOf = (moves: readonly Moves[], n: number) =>
  asOfCell(
    moves.filter((move) => move.day <= day(n)),
    moves.filter((move) => move.day > day(n)).reduce((sum, { moved }) => sum + moved, 0),
    day(n),
    5,
  )
const lived = (...counts: readonly number[]): Moves[] =>
  counts.flatMap((n, at) => (n === 0 ? [] : [{ day: day(at + 1), n, moved: Math.abs(n) }]))

test('is exact on a day by which enough came, and as many since', () => {
  const moves = lived(7, 0, 6, 5)
  expect([1, 2, 3, 4, 9].map((n) => asOf(moves, n))).toEqual([
    { n: 7, on: day(1) },
    { n: 7, on: day(2) },
    { n: 13, on: day(3) },
    { n: 18, on: day(4) },
    { n: 18, on: day(9) },
  ])
})

test('goes back to a day that gives nothing away, and says which', () => {
  const moves = lived(7, 2, 6)
  expect(asOf(moves, 2)).toEqual({ n: 7, on: day(1) })
  expect(asOf(lived(7, 2), 1)).toEqual({ hidden: 'difference', on: day(1) })
  expect(asOf(lived(3, 8), 1)).toEqual({ hidden: 'difference', on: day(1) })
  expect(asOf([], 3)).toEqual({ n: 0, on: day(3) })
})

test('between any two days that are told, and now, none or five at least came or went', () => {
  const lives = fc.array(fc.record({ n: fc.integer({ min: -4, max: 7 }), back: fc.nat(2) }), { maxLength: 40 })
  fc.assert(
    fc.property(lives, (all) => {
      const moves = all.map(({ n, back }, at) => ({ day: day(at + 1), n, moved: Math.abs(n) + 2 * back }))
      const told = moves.map((_, at) => asOf(moves, at + 1)).filter((cell) => 'n' in cell)
      if (told.length === 0) return
      const days = [...new Set(told.map(({ on }) => on)), day(99)].sort()
      for (const [at, until] of days.entries()) {
        const from = days[at - 1] ?? ''
        const between = moves.filter((move) => move.day > from && move.day <= until)
        const came = between.reduce((sum, { moved }) => sum + moved, 0)
        expect(came === 0 || came >= 5, `${from} ${until}`).toBe(true)
      }
      for (const cell of told)
        if ('n' in cell)
          expect(cell.n).toBe(moves.filter((move) => move.day <= cell.on).reduce((sum, { n }) => sum + n, 0))
    }),
  )
})
