import { addDays, type LocalDate, weekdayOf, yearOf } from './local-time.ts'

/** Where a year's holidays come from: a published notice, or a reckoning until there is one. */
export type CalendarEdition = 'official' | 'provisional'

/** One year as its rules file states it. `to` is included; make-up days are weekend days that are worked (调休). */
export type CalendarYear = {
  readonly year: number
  readonly edition: CalendarEdition
  /** Title of the notice the year was taken from. */
  readonly notice: string
  readonly holidays: readonly { readonly name: string; readonly from: LocalDate; readonly to: LocalDate }[]
  readonly makeUpDays: readonly LocalDate[]
}

/** A stretch of office time in minutes after local midnight, `from` included, `to` excluded. */
export type OfficeStretch = { readonly fromMinute: number; readonly toMinute: number }

/** All loaded years as plain data, so that a decider or a phone can be handed it whole. The zone is +08:00 always. */
export type OfficeCalendar = {
  readonly version: string
  /** Edition by year; a year that is not here is unknown and refused. */
  readonly years: Readonly<Record<string, CalendarEdition>>
  /** Name of the holiday by day. */
  readonly holidays: Readonly<Record<LocalDate, string>>
  readonly makeUpDays: Readonly<Record<LocalDate, true>>
  /** In order, not overlapping. */
  readonly officeHours: readonly OfficeStretch[]
}

/** A day was asked for whose year is not loaded. Counting on without it would be silently wrong, so nothing is answered. */
export class NoCalendarYear extends Error {
  readonly code = 'calendar.no-year'
  readonly year: number
  constructor(year: number) {
    super(`no office calendar for ${year}: load rules/calendar/${year}.yaml`)
    this.year = year
  }
}

/** Joins years and office hours into one calendar. Years may come in any order; a later file of a year replaces the earlier. */
export function officeCalendar(
  version: string,
  years: readonly CalendarYear[],
  officeHours: readonly OfficeStretch[],
): OfficeCalendar {
  const byYear = new Map(years.map((year) => [year.year, year]))
  const holidays: Record<LocalDate, string> = {}
  const makeUpDays: Record<LocalDate, true> = {}
  for (const year of byYear.values()) {
    for (const { name, from, to } of year.holidays)
      for (let on = from; on <= to; on = addDays(on, 1)) holidays[on] = name
    for (const on of year.makeUpDays) makeUpDays[on] = true
  }
  const editions = Object.fromEntries([...byYear].map(([year, { edition }]) => [String(year), edition]))
  return { version, years: editions, holidays, makeUpDays, officeHours }
}

/**
 * Edition of the year a day lies in; *provisional* is shown beside a due day.
 * @throws NoCalendarYear
 */
export function editionOn(calendar: OfficeCalendar, on: LocalDate): CalendarEdition {
  const edition = calendar.years[String(yearOf(on))]
  if (edition === undefined) throw new NoCalendarYear(yearOf(on))
  return edition
}

/**
 * Whether a count between two days, both included, touched a year without an official notice yet: its result may move when
 * the notice comes. Days in the wrong order say the same.
 * @throws NoCalendarYear
 */
export function isProvisional(calendar: OfficeCalendar, from: LocalDate, to: LocalDate): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let found = editionOn(calendar, last) === 'provisional'
  for (let year = yearOf(first); year < yearOf(last); year += 1)
    if (editionOn(calendar, `${year}-12-31`) === 'provisional') found = true
  return found
}

/**
 * Whether offices work on a day: Monday to Friday and make-up days, never on a holiday.
 * @throws NoCalendarYear
 */
export function isWorkingDay(calendar: OfficeCalendar, on: LocalDate): boolean {
  editionOn(calendar, on)
  if (calendar.makeUpDays[on]) return true
  return weekdayOf(on) <= 5 && calendar.holidays[on] === undefined
}

/**
 * The n-th working day after a day, which itself is not counted (L:民法典 Art 201); n < 0 counts back, n = 0 is the day
 * itself or the next working day.
 * @throws NoCalendarYear when the count runs out of the loaded years.
 */
export function addWorkingDays(calendar: OfficeCalendar, on: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError('working days are counted whole')
  if (n === 0) return workingDayFrom(calendar, on)
  const step = n > 0 ? 1 : -1
  let day = on
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/**
 * The day itself when it is worked, else the next that is (L:民法典 Art 203).
 * @throws NoCalendarYear
 */
export function workingDayFrom(calendar: OfficeCalendar, on: LocalDate): LocalDate {
  let day = on
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/**
 * Working days after one day up to another, which is included: what `addWorkingDays` counts. 0 when the other is not later.
 * @throws NoCalendarYear
 */
export function workingDaysBetween(calendar: OfficeCalendar, after: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = addDays(after, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}
