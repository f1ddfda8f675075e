import { dueAfter, type Span } from '../calendar/due.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'

const DAY_MS = 86_400_000

/** When matters of one leaf in one place are a pattern (domain §2.6): so many within a span. Data of rules/limits.yaml. */
export type Alert = { readonly sameLeaf: number; readonly within: Span }

/**
 * The first instant that still counts, looked at from `at`: the span backwards, as long before as it would run after it.
 * The alert to the county and the clusters of the desk both ask here, so that they mean the same thirty days.
 */
export function patternSince(calendar: OfficeCalendar, at: Instant, { within }: Alert): Instant {
  return at - (dueAfter(calendar, at, within) - at) - DAY_MS
}
