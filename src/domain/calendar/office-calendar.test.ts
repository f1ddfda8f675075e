import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar.fixture.ts'
import { dueAfter, dueByCalendarDays, dueByWorkingDays } from './due.ts'
import { addDays, instantFrom, instantText, localDateOf, weekdayOf } from './local-time.ts'
import {
  addWorkingDays,
  editionOn,
  isProvisional,
  isWorkingDay,
  NoCalendarYear,
  workingDaysBetween,
} from './office-calendar.ts'

const days = fc.integer({ min: 0, max: 250 }).map((n) => addDays('2026-01-01', n))
const counts = fc.integer({ min: 0, max: 60 })

describe('working days of 2026', () => {
  it.each([
    ['2026-06-15', 5, '2026-06-23'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-06-15', 3, '2026-06-18'],
    ['2026-07-10', 15, '2026-07-31'],
    ['2026-06-16', 5, '2026-06-24'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-06-20', 0, '2026-06-22'],
    ['2026-06-23', -1, '2026-06-22'],
    ['2026-06-22', -1, '2026-06-18'],
  ])('%s and %i working days is %s', (on, n, due) => {
    expect(addWorkingDays(calendar, on, n)).toBe(due)
  })

  it('moves a last calendar day on a holiday to the next working day', () => {
    expect(instantText(dueByCalendarDays(calendar, instantFrom('2026-06-12T09:00:00+08:00'), 7))).toBe(
      '2026-06-22T23:59:59+08:00',
    )
  })

  it('does not count the day of submission, however early or late', () => {
    for (const at of ['2026-06-15T00:00:00+08:00', '2026-06-15T23:59:59+08:00']) {
      expect(instantText(dueByWorkingDays(calendar, instantFrom(at), 5))).toBe('2026-06-23T23:59:59+08:00')
    }
  })

  it('counts each unit of span in its own way', () => {
    const at = instantFrom('2026-06-18T17:00:00+08:00')
    expect(instantText(dueAfter(calendar, at, { minutes: 120 }))).toBe('2026-06-18T19:00:00+08:00')
    expect(instantText(dueAfter(calendar, at, { officeMinutes: 60 }))).toBe('2026-06-22T09:00:00+08:00')
    expect(instantText(dueAfter(calendar, at, { workingDays: 1 }))).toBe('2026-06-22T23:59:59+08:00')
    expect(instantText(dueAfter(calendar, at, { calendarDays: 1 }))).toBe('2026-06-22T23:59:59+08:00')
  })

  it('works make-up days and says where a year comes from', () => {
    expect(isWorkingDay(calendar, '2026-05-09')).toBe(true)
    expect(isWorkingDay(calendar, '2026-05-10')).toBe(false)
    expect(editionOn(calendar, '2026-12-31')).toBe('official')
    expect(editionOn(calendar, '2027-01-04')).toBe('provisional')
  })

  it('says whether a count touched a provisional year, in either order of its days', () => {
    const tentative = { ...calendar, years: { '2025': 'provisional', '2026': 'official', '2027': 'official' } } as const
    expect(isProvisional(calendar, '2026-01-01', '2026-12-31')).toBe(false)
    expect(isProvisional(calendar, '2026-12-31', '2027-01-01')).toBe(true)
    expect(isProvisional(calendar, '2027-01-01', '2026-12-31')).toBe(true)
    expect(isProvisional(tentative, '2025-12-30', '2027-01-04')).toBe(true)
    expect(isProvisional(tentative, '2026-01-01', '2027-01-04')).toBe(false)
    expect(() => isProvisional(calendar, '2026-12-31', '2028-01-03')).toThrow(NoCalendarYear)
  })

  it('never answers for a year it does not have', () => {
    expect(() => isWorkingDay(calendar, '2028-01-03')).toThrow(NoCalendarYear)
    expect(() => addWorkingDays(calendar, '2027-12-30', 5)).toThrow(/rules\/calendar\/2028\.yaml/)
    expect(() => addWorkingDays(calendar, '2026-01-02', -1)).toThrow(NoCalendarYear)
    expect(() => addWorkingDays(calendar, '2026-06-15', 1.5)).toThrow(RangeError)
  })

  it('never ends on a day that is not worked, and grows with count and start', () => {
    fc.assert(
      fc.property(days, days, counts, (on, later, n) => {
        const due = addWorkingDays(calendar, on, n)
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(due >= on).toBe(true)
        const next = addWorkingDays(calendar, on, n + 1)
        // Counting none from a day off already moves on to the first working day, which is also what counting one gives.
        expect(n === 0 ? next >= due : next > due).toBe(true)
        if (later >= on) expect(addWorkingDays(calendar, later, n) >= due).toBe(true)
        const moved = localDateOf(dueByCalendarDays(calendar, instantFrom(`${on}T12:00:00+08:00`), n))
        expect(isWorkingDay(calendar, moved)).toBe(true)
        expect(moved >= addDays(on, n)).toBe(true)
      }),
    )
  })

  it('counts back what it counted on, from a working day', () => {
    fc.assert(
      fc.property(days, counts, (on, n) => {
        fc.pre(isWorkingDay(calendar, on) && on > '2026-01-05')
        expect(addWorkingDays(calendar, addWorkingDays(calendar, on, n), -n)).toBe(on)
      }),
    )
  })

  it('takes exactly the days between as working days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (on, n) => {
        const due = addWorkingDays(calendar, on, n)
        let seen = 0
        for (let day = addDays(on, 1); day <= due; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) seen += 1
        expect(seen).toBe(n)
        expect(workingDaysBetween(calendar, on, due)).toBe(n)
        expect(workingDaysBetween(calendar, due, on)).toBe(0)
        if (weekdayOf(due) > 5) expect(calendar.makeUpDays[due]).toBe(true)
      }),
    )
  })
})
