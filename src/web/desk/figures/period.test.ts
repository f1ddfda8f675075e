import { expect, test } from 'vitest'
import { monthsOf } from './period.ts'

test('spans are whole months, over the turn of the year as well', () => {
  expect(monthsOf('year', '2026-06')).toEqual({ from: '2026-01', to: '2026-06' })
  expect(monthsOf('month', '2026-06')).toEqual({ from: '2026-06', to: '2026-06' })
  expect(monthsOf('last-month', '2026-10')).toEqual({ from: '2026-09', to: '2026-09' })
  expect(monthsOf('last-month', '2026-01')).toEqual({ from: '2025-12', to: '2025-12' })
  expect(monthsOf('last-year', '2026-06')).toEqual({ from: '2025-01', to: '2025-12' })
})
