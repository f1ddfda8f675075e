import { expect, it } from 'vitest'
import { chinaInstant } from './china-instant.ts'

it('takes what was typed as the time of China, wherever the machine stands', () => {
  expect(chinaInstant('2026-06-15T18:00')).toBe('2026-06-15T18:00:00+08:00')
  expect(chinaInstant('2026-06-15T18:00:30')).toBe('2026-06-15T18:00:30+08:00')
  expect(chinaInstant('')).toBeNull()
  expect(chinaInstant('2026-13-40T18:00')).toBeNull()
})
