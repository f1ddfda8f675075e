import { dueAfter, type Span } from './calendar/due.ts'
import { endOfDay, type Instant, localDateOf } from './calendar/local-time.ts'
import { addWorkingDays, type OfficeCalendar, workingDayFrom, workingDaysBetween } from './calendar/office-calendar.ts'
import { addOfficeMinutes, officeMinutesBetween } from './calendar/office-time.ts'
import type { ClassLimit, Limits } from './limit.ts'

/** Priority raised: the earlier of the old due and what the new limit gives from the raising on (domain.md §2.7). */
export function dueWhenRaised(
  oldDueAt: Instant,
  raisedAt: Instant,
  limit: ClassLimit,
  calendar: OfficeCalendar,
): Instant {
  return Math.min(oldDueAt, dueAfter(calendar, raisedAt, limit.answer))
}

/**
 * Reopened: the set share of the class limit from the reopening, whole days rounded down for the worker's sake, but never
 * less than the minimum (domain.md §2.6, `CALLBACK→REOPENED`).
 * @throws NoCalendarYear
 */
export function dueWhenReopened(
  reopenedAt: Instant,
  limit: ClassLimit,
  limits: Limits,
  calendar: OfficeCalendar,
): Instant {
  const least = dueAfter(calendar, reopenedAt, limits.reopen.atLeast)
  return Math.max(least, dueAfter(calendar, reopenedAt, shareOf(limit.answer, limits.reopen.share)))
}

/**
 * A joint unit's due: so many working days before the lead's. Where less is left, a danger due in two hours say, half of
 * what is: the lead must still have time to answer with it.
 * @throws NoCalendarYear
 */
export function jointDue(orderedAt: Instant, leadDueAt: Instant, limits: Limits, calendar: OfficeCalendar): Instant {
  const before = endOfDay(addWorkingDays(calendar, localDateOf(leadDueAt), -limits.order.jointBeforeWorkingDays))
  if (before > orderedAt) return Math.min(leadDueAt, before)
  return orderedAt + Math.floor(Math.max(0, leadDueAt - orderedAt) / 2)
}

/**
 * A pause has ended: what was left between the pause and the due is laid after the resumption (domain.md §2.6, `SUSPENDED`).
 *
 * A due at the end of a day is counted in working days: as many as followed the day of the pause follow the day of the
 * resumption, which is not counted, as the day of submission is not. Paused on the very last day, the office hours that were
 * left are laid after the resumption, and the day on which they end is whole again; else a resumption late in the day would
 * be due at once. A pause that ends on the day it began moves no such due. Any other due (P0, in minutes) keeps what plain
 * time was left.
 *
 * Promised: the due itself when nothing was paused or nothing was left (late stays late); never earlier than the due; never
 * earlier for a later resumption.
 * @throws NoCalendarYear
 */
export function dueWhenResumed(
  pausedAt: Instant,
  resumedAt: Instant,
  dueAt: Instant,
  calendar: OfficeCalendar,
): Instant {
  if (resumedAt <= pausedAt || dueAt <= pausedAt) return dueAt
  const dueOn = localDateOf(dueAt)
  if (dueAt !== endOfDay(dueOn)) return dueAt + (resumedAt - pausedAt)
  const pausedOn = localDateOf(pausedAt)
  const resumedOn = localDateOf(resumedAt)
  if (resumedOn === pausedOn) return dueAt
  const left = workingDaysBetween(calendar, pausedOn, dueOn)
  const day =
    left > 0
      ? addWorkingDays(calendar, resumedOn, left)
      : localDateOf(addOfficeMinutes(calendar, resumedAt, officeMinutesBetween(calendar, pausedAt, dueAt)))
  return Math.max(dueAt, endOfDay(workingDayFrom(calendar, day)))
}

function shareOf(span: Span, share: number): Span {
  if ('minutes' in span) return { minutes: Math.floor(span.minutes * share) }
  if ('officeMinutes' in span) return { officeMinutes: Math.floor(span.officeMinutes * share) }
  if ('workingDays' in span) return { workingDays: Math.floor(span.workingDays * share) }
  return { calendarDays: Math.floor(span.calendarDays * share) }
}
