import type { Span } from '../../domain/calendar/due.ts'
import { minuteOfDay } from '../../domain/calendar/local-time.ts'
import { span } from './schema-parts.ts'

export function isSpan(value: unknown): value is Span {
  return span.safeParse(value).success
}

const DAY = 1440

/**
 * Whether a span ends no later than another one, whenever both begin and whatever the calendar says. Where that cannot be
 * known it is not so.
 *
 * Days are counted to the beginning of their last second, the first one not counted: n days last n × 24 hours but for that
 * second. A last calendar day
 * that is not worked moves to the next that is, which is no later than the working day of the same count. Minutes pass at
 * least as fast as office minutes, of which n working days hold n whole days at least.
 */
export function neverLater(one: Span, other: Span, officeDay: number): boolean {
  const [unit, count] = partsOf(one)
  const [otherUnit, otherCount] = partsOf(other)
  if (unit === otherUnit) return count <= otherCount
  if (unit === 'minutes') return otherUnit === 'officeMinutes' ? count <= otherCount : count < otherCount * DAY
  if (otherUnit !== 'workingDays') return false
  return unit === 'calendarDays' ? count <= otherCount : count <= otherCount * officeDay
}

function partsOf(value: Span): readonly [string, number] {
  const [first] = Object.entries(value)
  return first ?? ['', 0]
}

/** Office minutes of a day, of what a checked file says under `officeHours`; 0 where it says nothing. */
export function officeDayOf(value: unknown): number {
  const hours = typeof value === 'object' && value !== null && 'officeHours' in value ? value.officeHours : []
  if (!Array.isArray(hours)) return 0
  return hours.reduce((sum: number, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0)
}
