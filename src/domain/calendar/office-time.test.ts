import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar.fixture.ts'
import { instantFrom, instantText, MINUTE_MS } from './local-time.ts'
import { addOfficeMinutes, instantAtShare, officeMinutesBetween, shareElapsed } from './office-time.ts'

const at = (text: string) => instantFrom(`${text}:00+08:00`)
const starts = fc.integer({ min: 0, max: 250 * 24 * 60 }).map((n) => at('2026-01-04T00:00') + n * MINUTE_MS)

describe('office time', () => {
  it.each([
    ['2026-06-15T09:10', 240, '2026-06-15T14:40'],
    ['2026-06-15T08:30', 210, '2026-06-15T12:00'],
    ['2026-06-15T08:30', 211, '2026-06-15T13:31'],
    ['2026-06-15T12:30', 60, '2026-06-15T14:30'],
    ['2026-06-18T16:30', 240, '2026-06-22T11:30'],
    ['2026-06-18T22:00', 60, '2026-06-22T09:30'],
    ['2026-05-09T08:00', 60, '2026-05-09T09:30'],
    ['2026-05-10T08:00', 0, '2026-05-10T08:00'],
  ])('%s and %i office minutes is %s', (from, minutes, to) => {
    expect(instantText(addOfficeMinutes(calendar, at(from), minutes))).toBe(`${to}:00+08:00`)
  })

  it('measures what it added, from any instant', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        const to = addOfficeMinutes(calendar, from, minutes)
        expect(officeMinutesBetween(calendar, from, to)).toBe(minutes)
        expect(officeMinutesBetween(calendar, from, to - 1000)).toBeLessThan(minutes)
      }),
    )
  })

  it('has passed 80 % of the working time, not of the wall clock', () => {
    const start = at('2026-06-15T08:30')
    const due = at('2026-06-19T00:00')
    expect(shareElapsed(calendar, start, due, at('2026-06-17T08:30'))).toBe(0.5)
    expect(instantText(instantAtShare(calendar, start, due, 0.8))).toBe('2026-06-18T10:00:00+08:00')
    expect(shareElapsed(calendar, start, due, at('2026-06-18T10:00'))).toBe(0.8)
  })

  it('falls back to the wall clock where no office is open', () => {
    const start = at('2026-06-19T01:00')
    expect(shareElapsed(calendar, start, start + 120 * MINUTE_MS, start + 30 * MINUTE_MS)).toBe(0.25)
    expect(instantAtShare(calendar, start, start + 100 * MINUTE_MS, 0.8)).toBe(start + 80 * MINUTE_MS)
  })

  it('warns within the span, at the share it was asked for', () => {
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 1, max: 20_000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (from, minutes, share) => {
          const due = from + minutes * MINUTE_MS
          const warn = instantAtShare(calendar, from, due, share)
          expect(warn).toBeGreaterThanOrEqual(from)
          expect(warn).toBeLessThanOrEqual(due)
          expect(shareElapsed(calendar, from, due, warn)).toBeGreaterThanOrEqual(share - 1e-9)
        },
      ),
    )
  })

  it('is 0 before the start, 1 from the due on, and refuses nonsense', () => {
    const start = at('2026-06-15T08:30')
    expect(shareElapsed(calendar, start, start + 1000, start - 1)).toBe(0)
    expect(shareElapsed(calendar, start, start, start)).toBe(1)
    expect(instantAtShare(calendar, start, start - 1000, 0.8)).toBe(start - 1000)
    expect(() => instantAtShare(calendar, start, start + 1, 1.1)).toThrow(RangeError)
    expect(() => addOfficeMinutes(calendar, start, -1)).toThrow(RangeError)
    expect(() => addOfficeMinutes({ ...calendar, officeHours: [] }, start, 1)).toThrow(RangeError)
  })
})
