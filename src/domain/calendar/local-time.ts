/** An instant as epoch milliseconds. Stored in UTC, shown at +08:00 (domain.md §8). */
export type Instant = number

/** A day in China, `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string

// China keeps one zone without daylight saving; the offset is a constant so that no time-zone table is asked.
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Milliseconds in a minute, for callers that count in minutes. */
export const MINUTE_MS = 60_000

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && localDateOf(Date.parse(`${text}T00:00:00+08:00`)) === text
}

/** The day on which an instant falls at +08:00. Not-a-time gives an empty text. */
export function localDateOf(at: Instant): LocalDate {
  return Number.isFinite(at) ? new Date(at + OFFSET_MS).toISOString().slice(0, 10) : ''
}

/** The instant `HH:MM` minutes after the local midnight that begins a day. */
export function instantOn(on: LocalDate, minuteOfDay = 0): Instant {
  return dayNumber(on) * DAY_MS - OFFSET_MS + minuteOfDay * MINUTE_MS
}

/**
 * Minutes after local midnight of a clock time `HH:MM`.
 * @throws RangeError when it is none.
 */
export function minuteOfDay(text: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new RangeError('a clock time must be HH:MM')
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

/** The last second of a day, 23:59:59 at +08:00: a due day is whole. */
export function endOfDay(on: LocalDate): Instant {
  return instantOn(on) + DAY_MS - 1000
}

/** Milliseconds since the local midnight before an instant. */
export function sinceMidnight(at: Instant): number {
  return at - instantOn(localDateOf(at))
}

/** The day `days` after (before, when negative) a day. */
export function addDays(on: LocalDate, days: number): LocalDate {
  return localDateOf((dayNumber(on) + days) * DAY_MS - OFFSET_MS)
}

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(on: LocalDate): number {
  return ((dayNumber(on) + 3) % 7) + 1
}

/** Year of a day. */
export function yearOf(on: LocalDate): number {
  return Number(on.slice(0, 4))
}

/** ISO 8601 with the Chinese offset and whole seconds: `2026-06-23T23:59:59+08:00`. */
export function instantText(at: Instant): string {
  return `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/**
 * Reads ISO 8601 with an offset (or Z); a text without one is refused, for it would mean another instant elsewhere.
 * @throws RangeError when it is no such time.
 */
export function instantFrom(text: string): Instant {
  const at = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new RangeError('a time must be ISO 8601 with an offset')
  return at
}

function dayNumber(on: LocalDate): number {
  const ms = Date.parse(`${on}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new RangeError('a day must be YYYY-MM-DD')
  return ms / DAY_MS
}
