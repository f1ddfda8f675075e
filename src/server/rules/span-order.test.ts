import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueAfter, type Span } from '../../domain/calendar/due.ts'
import { instantFrom } from '../../domain/calendar/local-time.ts'
import { loadRules } from './load.ts'
import { neverLater, officeDayOf } from './span-order.ts'

const { calendar } = loadRules()
const officeDay = calendar.officeHours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)
const start = fc.integer({
  min: instantFrom('2026-01-01T00:00:00+08:00'),
  max: instantFrom('2027-06-30T23:59:59+08:00'),
})
const days = fc.integer({ min: 1, max: 12 })
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 12 * 1440 }).map((minutes) => ({ minutes })),
  fc.integer({ min: 1, max: 12 * officeDay }).map((officeMinutes) => ({ officeMinutes })),
  days.map((workingDays) => ({ workingDays })),
  days.map((calendarDays) => ({ calendarDays })),
)

it('a span that is never later ends no later, whenever both begin', () => {
  let held = 0
  fc.assert(
    fc.property(start, span, span, (from, one, other) => {
      if (!neverLater(one, other, officeDay)) return
      held += 1
      expect(dueAfter(calendar, from, one)).toBeLessThanOrEqual(dueAfter(calendar, from, other))
    }),
    { numRuns: 3000, seed: 20261123 },
  )
  expect(held).toBeGreaterThan(800)
})

it.each<[Span, Span, string]>([
  [{ minutes: 1440 }, { workingDays: 1 }, '2026-06-15T23:59:59.999+08:00'],
  [{ officeMinutes: officeDay + 1 }, { workingDays: 1 }, '2026-06-15T18:00:00+08:00'],
  [{ workingDays: 6 }, { calendarDays: 7 }, '2026-06-12T12:00:00+08:00'],
  [{ officeMinutes: 60 }, { minutes: 60 }, '2026-06-15T20:00:00+08:00'],
  [{ calendarDays: 1 }, { minutes: 1440 }, '2026-06-15T12:00:00+08:00'],
])('%j may end later than %j', (one, other, from) => {
  expect(neverLater(one, other, officeDay)).toBe(false)
  const at = instantFrom(from)
  expect(dueAfter(calendar, at, one)).toBeGreaterThan(dueAfter(calendar, at, other))
})

it('counts an office day', () => {
  expect(
    officeDayOf({
      officeHours: [
        { from: '08:30', to: '12:00' },
        { from: '13:30', to: '17:30' },
      ],
    }),
  ).toBe(officeDay)
  expect(officeDayOf({})).toBe(0)
})
