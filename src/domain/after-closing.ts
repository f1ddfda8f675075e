import { dueAfter } from './calendar/due.ts'
import { addDays, type Instant, instantOn, localDateOf, minuteOfDay } from './calendar/local-time.ts'
import type { OfficeCalendar } from './calendar/office-calendar.ts'
import type { Limits } from './limit.ts'

/**
 * Last instant at which the worker may reopen (domain.md §2.8). A last day that is not worked moves on like every limit: the
 * worker may want to ask somebody first.
 * @throws NoCalendarYear
 */
export function reopenUntil(closedAt: Instant, limits: Limits, calendar: OfficeCalendar): Instant {
  return dueAfter(calendar, closedAt, limits.reopen.within)
}

/**
 * Beginning of the day on which a closed matter is archived (domain.md §2.6, day 31). No office need be open for it, so a
 * holiday does not move it; only a right to reopen that a holiday made longer does, for it is kept to its last second.
 * @throws NoCalendarYear
 */
export function archiveAt(closedAt: Instant, limits: Limits, calendar: OfficeCalendar): Instant {
  const span = limits.archiveAfter
  const day =
    'calendarDays' in span
      ? addDays(localDateOf(closedAt), span.calendarDays)
      : localDateOf(dueAfter(calendar, closedAt, span))
  return Math.max(instantOn(day), reopenUntil(closedAt, limits, calendar) + 1000)
}

/**
 * When the worker is asked about retaliation (domain.md §4, rule 18): so many days after the closing, at a decent hour. Asked
 * whether the office works that day or not, so holidays do not move it.
 */
export function watchInstants(closedAt: Instant, limits: Limits): readonly Instant[] {
  const minute = minuteOfDay(limits.watchAt)
  return limits.watchDays.map((days) => instantOn(addDays(localDateOf(closedAt), days), minute))
}
