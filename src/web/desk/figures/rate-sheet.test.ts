import { expect, test } from 'vitest'
import { shareOf } from './rate-sheet.ts'

const solution = { code: 'solution', counts: ['solved'], of: ['solved', 'unsolved'] }
const n = (count: number) => ({ n: count, hidden: null })

test('a share stands beside another only where it is of thirty at least and nothing in it is hidden', () => {
  expect(shareOf({ solved: n(20), unsolved: n(10) }, solution, 30)).toBe(66.7)
  expect(shareOf({ solved: n(20), unsolved: n(9) }, solution, 30)).toBe('hidden')
  expect(shareOf({ solved: n(40), unsolved: { n: null, hidden: 'difference' } }, solution, 30)).toBe('hidden')
  expect(shareOf({ solved: { ...n(40), on: '2026-05-01' } }, solution, 30)).toBe('hidden')
  expect(shareOf(undefined, solution, 30)).toBe('hidden')
})
