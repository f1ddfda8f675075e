import { addDays, endOfDay, type Instant, localDateOf, MINUTE_MS } from './local-time.ts'
import { addWorkingDays, type OfficeCalendar, workingDayFrom } from './office-calendar.ts'
import { addOfficeMinutes } from './office-time.ts'

/** A limit as the rules state it: exactly one unit. `minutes` run by day and night, `officeMinutes` in office hours only. */
export type Span =
  | { readonly minutes: number }
  | { readonly officeMinutes: number }
  | { readonly workingDays: number }
  | { readonly calendarDays: number }

/**
 * Last second of the n-th working day after the day of submission, which is not counted (domain.md §2.7).
 * @throws NoCalendarYear
 */
export function dueByWorkingDays(calendar: OfficeCalendar, submittedAt: Instant, n: number): Instant {
  return endOfDay(addWorkingDays(calendar, localDateOf(submittedAt), n))
}

/**
 * Last second of the n-th calendar day after the day of submission; a last day that is not worked moves to the next that is
 * (L:民法典 Art 201, 203).
 * @throws NoCalendarYear
 */
export function dueByCalendarDays(calendar: OfficeCalendar, submittedAt: Instant, n: number): Instant {
  return endOfDay(workingDayFrom(calendar, addDays(localDateOf(submittedAt), n)))
}

/**
 * When a span counted from an instant ends, whichever unit it is in.
 * @throws NoCalendarYear
 */
export function dueAfter(calendar: OfficeCalendar, startAt: Instant, span: Span): Instant {
  if ('minutes' in span) return startAt + span.minutes * MINUTE_MS
  if ('officeMinutes' in span) return addOfficeMinutes(calendar, startAt, span.officeMinutes)
  if ('workingDays' in span) return dueByWorkingDays(calendar, startAt, span.workingDays)
  return dueByCalendarDays(calendar, startAt, span.calendarDays)
}
