import { addDays, type Instant, instantOn, type LocalDate, localDateOf, MINUTE_MS } from './local-time.ts'
import { isWorkingDay, type OfficeCalendar } from './office-calendar.ts'

type Stretch = { readonly from: Instant; readonly to: Instant }

/**
 * The instant at which so many minutes of office time have passed ("4 working hours" = 240, domain.md §2.7). Time outside
 * office hours does not run; zero minutes is the instant itself.
 * @throws NoCalendarYear
 */
export function addOfficeMinutes(calendar: OfficeCalendar, at: Instant, minutes: number): Instant {
  if (!(minutes >= 0)) throw new RangeError('office minutes must not be negative')
  if (minutes > 0 && calendar.officeHours.length === 0) throw new RangeError('the calendar has no office hours')
  let left = minutes * MINUTE_MS
  if (left === 0) return at
  for (let day = localDateOf(at); ; day = addDays(day, 1)) {
    for (const { from, to } of stretchesOn(calendar, day)) {
      const begin = Math.max(from, at)
      if (to <= begin) continue
      if (left <= to - begin) return begin + left
      left -= to - begin
    }
  }
}

/**
 * Minutes of office time between two instants; 0 when the second is not later.
 * @throws NoCalendarYear
 */
export function officeMinutesBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number {
  let sum = 0
  const last = localDateOf(to)
  for (let day = localDateOf(from); day <= last; day = addDays(day, 1)) {
    for (const stretch of stretchesOn(calendar, day))
      sum += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from))
  }
  return sum / MINUTE_MS
}

/**
 * Share of the working time between start and due that has passed, 0..1 (the 80 % rule, domain.md §2.7). A span without
 * office time in it (two hours at night for P0) is measured by the wall clock.
 * @throws NoCalendarYear
 */
export function shareElapsed(calendar: OfficeCalendar, startAt: Instant, dueAt: Instant, at: Instant): number {
  if (at <= startAt && startAt < dueAt) return 0
  if (at >= dueAt) return 1
  const all = officeMinutesBetween(calendar, startAt, dueAt)
  if (all === 0) return (at - startAt) / (dueAt - startAt)
  return officeMinutesBetween(calendar, startAt, at) / all
}

/**
 * The first instant at which that share (0..1) has passed: when to warn, told beforehand so that nobody has to poll.
 * @throws NoCalendarYear
 */
export function instantAtShare(calendar: OfficeCalendar, startAt: Instant, dueAt: Instant, share: number): Instant {
  if (!(share >= 0 && share <= 1)) throw new RangeError('a share lies between 0 and 1')
  if (dueAt <= startAt) return dueAt
  if (share === 1) return dueAt
  const all = officeMinutesBetween(calendar, startAt, dueAt)
  if (all === 0) return Math.ceil(startAt + (dueAt - startAt) * share)
  return Math.min(dueAt, Math.ceil(addOfficeMinutes(calendar, startAt, all * share)))
}

function stretchesOn(calendar: OfficeCalendar, on: LocalDate): readonly Stretch[] {
  if (!isWorkingDay(calendar, on)) return []
  return calendar.officeHours.map(({ fromMinute, toMinute }) => ({
    from: instantOn(on, fromMinute),
    to: instantOn(on, toMinute),
  }))
}
