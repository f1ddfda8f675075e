import {
  addDays,
  instantFrom,
  instantOn,
  localDateOf,
  sinceMidnight,
  weekdayOf,
  yearOf,
} from '../../domain/calendar/local-time.ts'
import { type Dress, wordsOf } from './dress.ts'

type Told = Pick<Dress, 'locale'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A day in words: `6月15日`, with the year where it is another one. */
export function dayText(dress: Told, at: number, now: number): string {
  const { time } = wordsOf(dress)
  const on = localDateOf(at)
  const [month, day] = [Number(on.slice(5, 7)), Number(on.slice(8))]
  return yearOf(on) === yearOf(localDateOf(now)) ? time.date(month, day) : time.dateYear(yearOf(on), month, day)
}

/** An instant in words: `6月15日 09:40`. */
export function instantWords(dress: Told, iso: string, now: number): string {
  const at = instantFrom(iso)
  return wordsOf(dress).time.at(dayText(dress, at, now), clockText(at))
}

/** A time limit in words, with the weekday, or with today and tomorrow by name: `6月16日（明天）17:30`. */
export function dueWords(dress: Told, iso: string, now: number): string {
  const { time } = wordsOf(dress)
  const at = instantFrom(iso)
  const on = localDateOf(at)
  const today = localDateOf(now)
  const weekday = time.weekdays[weekdayOf(on) - 1] ?? ''
  const near = on === today ? time.today : on === addDays(today, 1) ? time.tomorrow : weekday
  // A limit at the last second of a day is the whole day: nobody needs to read 23:59.
  return time.due(dayText(dress, at, now), near, sinceMidnight(at) >= DAY - MINUTE ? '' : clockText(at))
}

/** How long until (or since) an instant, in one unit: days from two on, else hours, else minutes. */
export function spanWords(dress: Told, ms: number): string {
  const { time } = wordsOf(dress)
  const span = Math.abs(ms)
  if (span >= 2 * DAY) return time.days(Math.floor(span / DAY))
  if (span >= HOUR) return time.hours(Math.floor(span / HOUR))
  return time.minutes(Math.max(1, Math.floor(span / MINUTE)))
}

/** How long to wait, rounded up so that it is never too short. */
export function waitWords(dress: Told, seconds: number): string {
  const { time } = wordsOf(dress)
  return seconds < 60 ? time.seconds(Math.max(1, Math.ceil(seconds))) : time.minutes(Math.ceil(seconds / 60))
}

/** The days of a month in weeks from Monday; null before the first and after the last. */
export function monthWeeks(now: number): (number | null)[][] {
  const first = `${localDateOf(now).slice(0, 8)}01`
  const days = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate()
  const cells: (number | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null)
  for (let day = 1; day <= days; day++) cells.push(day)
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

function clockText(at: number): string {
  const minutes = Math.floor((at - instantOn(localDateOf(at))) / MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
