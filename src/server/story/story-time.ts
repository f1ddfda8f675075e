import { addDays, type Instant, instantOn, localDateOf, MINUTE_MS } from '../../domain/calendar/local-time.ts'
import { addWorkingDays, type OfficeCalendar } from '../../domain/calendar/office-calendar.ts'

const DAY = /^([+-])(\d+)(wd|d)(?: (\d\d):(\d\d))?$/
const SPAN = /^([+-])(\d+)([mh])$/

/**
 * The instant a story's text means, seen from `from`: `09:10` of that day, a day and time in China, an instant with an
 * offset, `+1wd 09:00` (working days), `-3d 22:14` (calendar days), `+30m`, `-2h`.
 * @throws RangeError when it means none.
 */
export function instantOf(text: string, from: Instant, calendar: OfficeCalendar): Instant {
  const today = localDateOf(from)
  const clock = /^(\d\d):(\d\d)$/.exec(text)
  if (clock) return onDay(today, clock[1], clock[2])
  const span = SPAN.exec(text)
  if (span) return from + Number(`${span[1]}${span[2]}`) * (span[3] === 'h' ? 60 : 1) * MINUTE_MS
  const day = DAY.exec(text)
  if (day?.[4] !== undefined) return onDay(dayOf(text.slice(0, text.indexOf(' ')), from, calendar), day[4], day[5])
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`)
  if (Number.isNaN(at)) throw new RangeError(`${text} is no time`)
  return at
}

/** The day a text means: `2026-06-23`, or `+5wd`, `+3d`, `-2wd` counted from the day of `from`. */
export function dayOf(text: string, from: Instant, calendar: OfficeCalendar): string {
  const day = DAY.exec(text)
  if (!day) return text
  const n = Number(`${day[1]}${day[2]}`)
  const today = localDateOf(from)
  return day[3] === 'wd' ? addWorkingDays(calendar, today, n) : addDays(today, n)
}

/** Whether an instant is the one written, as far as it is written: to the minute, or to the second. */
export function isInstant(written: string, at: Instant, calendar: OfficeCalendar): boolean {
  const meant = instantOf(written, at, calendar)
  const unit = /T\d\d:\d\d:\d\d/.test(written) ? 1000 : MINUTE_MS
  return Math.floor(meant / unit) === Math.floor(at / unit)
}

function onDay(on: string, hours = '0', minutes = '0'): Instant {
  return instantOn(on, Number(hours) * 60 + Number(minutes))
}
