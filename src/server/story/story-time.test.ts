import { expect, it } from 'vitest'
import { instantText } from '../../domain/calendar/local-time.ts'
import { loadRules } from '../rules/load.ts'
import { dayOf, instantOf, isInstant } from './story-time.ts'

const { calendar } = loadRules()
const thursday = Date.parse('2026-06-18T16:30:00+08:00')
const from = (text: string) => instantText(instantOf(text, thursday, calendar))

it('reads every way a story says when', () => {
  expect(from('09:10')).toBe('2026-06-18T09:10:00+08:00')
  expect(from('2026-06-23T09:05')).toBe('2026-06-23T09:05:00+08:00')
  expect(from('2026-06-23T01:05Z')).toBe('2026-06-23T09:05:00+08:00')
  // 06-19 to 06-21 is 端午.
  expect(from('+1wd 09:30')).toBe('2026-06-22T09:30:00+08:00')
  expect(from('+1d 09:30')).toBe('2026-06-19T09:30:00+08:00')
  expect(from('-2wd 22:14')).toBe('2026-06-16T22:14:00+08:00')
  expect(from('+90m')).toBe('2026-06-18T18:00:00+08:00')
  expect(from('-2h')).toBe('2026-06-18T14:30:00+08:00')
  expect(() => from('tomorrow')).toThrow(RangeError)
})

it('reads days, and compares instants as far as they are written', () => {
  expect(dayOf('+3wd', thursday, calendar)).toBe('2026-06-24')
  expect(dayOf('+3d', thursday, calendar)).toBe('2026-06-21')
  expect(dayOf('2026-07-08', thursday, calendar)).toBe('2026-07-08')
  expect(isInstant('2026-06-18T16:30', thursday + 59_999, calendar)).toBe(true)
  expect(isInstant('2026-06-18T16:30', thursday + 60_000, calendar)).toBe(false)
  expect(isInstant('2026-06-18T16:30:00', thursday + 999, calendar)).toBe(true)
  expect(isInstant('2026-06-18T16:30:00', thursday + 1000, calendar)).toBe(false)
})
