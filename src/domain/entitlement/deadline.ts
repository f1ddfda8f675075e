import { addDays, type LocalDate, yearOf } from '../calendar/local-time.ts'
import { addWorkingDays, isWorkingDay, type OfficeCalendar, workingDayFrom } from '../calendar/office-calendar.ts'
import type { Text } from '../text.ts'
import type { LawRef } from './law.ts'
import { addMonths } from './period.ts'

/** A time limit a worker can look up; data of `rules/help.yaml`. */
export type Deadline = {
  readonly code: string
  /** Whose limit it is: the worker's own, or what others owe the worker. */
  readonly whose: 'worker' | 'others'
  readonly name: Text
  /** The day it is counted from, in the worker's words. */
  readonly starts: Text
  /** What may be done until then, or when it has passed. */
  readonly what: Text
  readonly law: readonly LawRef[]
  /** Code of `rules/legal-clocks.yaml`. */
  readonly clock: string
  readonly span: { readonly years: number } | { readonly days: number } | { readonly workingDays: number }
  /** Whether a last day on a holiday moves to the next working day (民法典 Art 203). */
  readonly moves: boolean
}

/** When a limit ends. */
export type DeadlineEnd = {
  /** The last day by the count alone. */
  readonly countedOn: LocalDate
  /** The last day with the move past holidays; the same where nothing moved or the calendar does not reach. */
  readonly lastOn: LocalDate
  /** Days left from today on, 0 on the last day, below 0 when it is over. */
  readonly left: number
  /** False where the year's holidays are not known or not official yet: ask before relying on the last days. */
  readonly sure: boolean
}

/**
 * The day a limit ends. The day it is counted from is not counted (民法典 Art 201); a year ends on the same day of its month,
 * or the last where there is none (Art 202). Null where working days run out of the loaded calendars.
 */
export function deadlineEnd(
  calendar: OfficeCalendar,
  { span, moves }: Pick<Deadline, 'span' | 'moves'>,
  from: LocalDate,
  today: LocalDate,
): DeadlineEnd | null {
  const known = (on: LocalDate) => calendar.years[String(yearOf(on))] !== undefined
  if ('workingDays' in span) {
    // A working day is never further off than three calendar days on average, holidays included.
    if (!known(from) || !known(addDays(from, span.workingDays * 3))) return null
    const on = addWorkingDays(calendar, from, span.workingDays)
    return { countedOn: on, lastOn: on, left: daysLeft(today, on), sure: isOfficial(calendar, on) }
  }
  const countedOn = 'years' in span ? addMonths(from, span.years * 12) : addDays(from, span.days)
  // Holidays at the turn of a year reach into the next one.
  const reachable = known(countedOn) && known(addDays(countedOn, 14))
  const lastOn =
    moves && reachable && !isWorkingDay(calendar, countedOn) ? workingDayFrom(calendar, countedOn) : countedOn
  return {
    countedOn,
    lastOn,
    left: daysLeft(today, lastOn),
    sure: !moves || (reachable && isOfficial(calendar, lastOn)),
  }
}

function isOfficial(calendar: OfficeCalendar, on: LocalDate): boolean {
  return calendar.years[String(yearOf(on))] === 'official'
}

function daysLeft(today: LocalDate, on: LocalDate): number {
  return Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
}
