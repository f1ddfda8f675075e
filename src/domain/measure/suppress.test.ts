import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutCells } from './standing.ts'
import { type Cell, shown, suppress } from './suppress.ts'

const seen = (parts: readonly number[]) => suppress(parts, 5).map((cell) => ('n' in cell ? cell.n : '-'))

test('five are shown, four are not, nobody is no secret', () => {
  expect(seen([5, 12, 0])).toEqual([5, 12, 0])
  expect(seen([4, 3, 12])).toEqual(['-', '-', 12])
  expect(shown(4, 5)).toEqual({ hidden: 'few' })
  expect([shown(0, 5), shown(5, 5)]).toEqual([{ n: 0 }, { n: 5 }])
})

test('one alone would follow from the sum, so the smallest other goes with it', () => {
  expect(seen([3, 20, 9, 0])).toEqual(['-', 20, '-', 0])
})

test('several that hold too few together take another with them', () => {
  expect(seen([1, 1, 1, 30, 8])).toEqual(['-', '-', '-', 30, '-'])
})

test('five that hold five hold one each: another goes with them, or those that hold nothing are not told apart', () => {
  expect(seen([1, 1, 1, 1, 1, 9, 30])).toEqual(['-', '-', '-', '-', '-', '-', 30])
  expect(seen([1, 1, 1, 1, 1, 0])).toEqual(['-', '-', '-', '-', '-', '-'])
})

test('no hidden part follows from the sum and what is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (parts) => {
      const cells = suppress(parts, 5)
      const hidden = parts.filter((n, at) => n > 0 && 'hidden' in (cells[at] as Cell))
      const others = parts.filter((n, at) => n > 0 && 'n' in (cells[at] as Cell))
      for (const [at, cell] of cells.entries()) if ('n' in cell) expect(cell.n === 0 || cell.n >= 5, `${at}`).toBe(true)
      if (hidden.length === 0 || others.length === 0) return
      expect(hidden.length).toBeGreaterThan(1)
      const together = hidden.reduce((a, b) => a + b)
      expect(together).toBeGreaterThanOrEqual(5)
      expect(together).toBeGreaterThan(hidden.length)
    }),
  )
})

test('of a year of nothing each cut is nothing, and hides nothing', () => {
  const cuts = new Map([
    ['plan:a', 0],
    ['topic:A', 0],
  ])
  expect([...cutCells(0, cuts, 'silent', 5).values()]).toEqual([{ n: 0 }, { n: 0 }])
  expect([...cutCells(6, new Map([['plan:a', 6]]), 'free', 5).values()]).toEqual([{ n: 6 }])
  expect([...cutCells(6, new Map([['plan:a', 3]]), 'free', 5).values()]).toEqual([{ hidden: 'difference' }])
})
