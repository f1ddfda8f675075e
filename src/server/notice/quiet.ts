import { addDays, instantOn, localDateOf, sinceMidnight } from '../../domain/calendar/local-time.ts'
import type { Notices } from '../../domain/notice.ts'

/** Minute of the day of a local time `HH:MM`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The instant itself outside the quiet hours, their end within them. */
export function afterQuiet(at: number, { from, to }: Notices['quiet']): number {
  const [begin, end] = [minuteOf(from), minuteOf(to)]
  const minute = sinceMidnight(at) / 60_000
  const today = localDateOf(at)
  if (begin < end) return minute >= begin && minute < end ? instantOn(today, end) : at
  if (minute < end) return instantOn(today, end)
  return minute >= begin ? instantOn(addDays(today, 1), end) : at
}
