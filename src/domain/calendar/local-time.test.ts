import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  endOfDay,
  instantFrom,
  instantOn,
  instantText,
  isLocalDate,
  localDateOf,
  minuteOfDay,
  sinceMidnight,
  weekdayOf,
} from './local-time.ts'

describe('local time', () => {
  it('knows the day by the Chinese clock, not by UTC', () => {
    expect(localDateOf(instantFrom('2026-06-14T15:59:59Z'))).toBe('2026-06-14')
    expect(localDateOf(instantFrom('2026-06-14T16:00:00Z'))).toBe('2026-06-15')
  })

  it('ends a day at 23:59:59', () => {
    expect(instantText(endOfDay('2026-06-23'))).toBe('2026-06-23T23:59:59+08:00')
    expect(instantText(instantOn('2026-06-23', 8 * 60 + 30))).toBe('2026-06-23T08:30:00+08:00')
    expect(sinceMidnight(instantFrom('2026-06-23T00:01:00+08:00'))).toBe(60_000)
  })

  it('knows weekdays and leap days', () => {
    expect(weekdayOf('2026-06-15')).toBe(1)
    expect(weekdayOf('2026-06-21')).toBe(7)
    expect(weekdayOf('1969-12-31')).toBe(3)
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('refuses days and times that do not exist or say no offset', () => {
    for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-6-1', '', 'x'])
      expect(isLocalDate(text)).toBe(false)
    expect(isLocalDate('2028-02-29')).toBe(true)
    for (const text of ['2026-06-15T09:00', '2026-06-15', 'gestern', '2026-06-15T25:00Z'])
      expect(() => instantFrom(text)).toThrow(RangeError)
    expect(() => addDays('x', 1)).toThrow(RangeError)
  })

  it('reads a clock time', () => {
    expect(['00:00', '09:00', '13:30', '23:59'].map(minuteOfDay)).toEqual([0, 540, 810, 1439])
    for (const text of ['9:00', '24:00', '09:60', '09:00:00', '']) expect(() => minuteOfDay(text)).toThrow(RangeError)
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (s) => {
        expect(instantFrom(instantText(s * 1000))).toBe(s * 1000)
      }),
    )
  })
})
