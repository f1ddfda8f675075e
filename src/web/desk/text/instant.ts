import { instantText, localDateOf, yearOf } from '../../../domain/calendar/local-time.ts'
import { timeLeft } from '../../kit/time-left.ts'
import type { Speech } from './say.tsx'

/** English names a month: a day by numbers alone is read in two ways. */
const monthName = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** `6月15日 11:30`, with the year when it is another one than now's. */
export function sayInstant(speech: Speech, iso: string, now: number): string {
  const at = Date.parse(iso)
  const text = instantText(at)
  return `${sayDay(speech, iso, now)} ${text.slice(11, 16)}`
}

/** `6月15日`. */
export function sayDay(speech: Speech, iso: string, now: number): string {
  const on = localDateOf(Date.parse(iso))
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const key = year === yearOf(localDateOf(now)) ? 'time.day' : 'time.dayOfYear'
  const named = speech.language === 'en' ? monthName.format(Date.UTC(year, month - 1)) : month
  return speech.say(key, { year, month: named, day })
}

/** `6月15日` of a local date, YYYY-MM-DD. */
export function sayLocalDay(speech: Speech, on: string, now: number): string {
  return sayDay(speech, `${on}T00:00:00+08:00`, now)
}

/** *还剩 2 小时*, *已超 20 分钟*, *明天*, *还剩 3 天*, *7月8日*, and how it is coloured. */
export function sayTimeLeft(
  speech: Speech,
  iso: string,
  now: number,
): { words: string; tone: 'late' | 'due' | 'plain' } {
  const left = timeLeft(Date.parse(iso), now)
  if (left.say === 'late' || left.say === 'left')
    return { words: speech.say(`time.${left.say}.${left.unit}`, { n: left.n }), tone: left.tone }
  if (left.say === 'tomorrow') return { words: speech.say('time.tomorrow'), tone: left.tone }
  if (left.say === 'days') return { words: speech.say('time.left.days', { n: left.n }), tone: left.tone }
  return { words: sayDay(speech, iso, now), tone: left.tone }
}
