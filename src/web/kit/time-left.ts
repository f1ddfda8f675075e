import { addDays, localDateOf } from '../../domain/calendar/local-time.ts'

/** How far an instant is, ready to be said: *还剩 2 小时*, *已超 20 分钟*, *明天*, *7月8日*. */
export type TimeLeft =
  | {
      readonly say: 'late' | 'left'
      readonly unit: 'minutes' | 'hours' | 'days'
      readonly n: number
      readonly tone: 'late' | 'due'
    }
  | { readonly say: 'tomorrow'; readonly tone: 'plain' }
  | { readonly say: 'days'; readonly n: number; readonly tone: 'plain' }
  | { readonly say: 'on'; readonly tone: 'plain' }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Both in epoch milliseconds. What is due today or within four hours is due; later is plain. */
export function timeLeft(at: number, now: number): TimeLeft {
  if (at < now) return { say: 'late', ...measure(now - at), tone: 'late' }
  const today = localDateOf(now)
  const on = localDateOf(at)
  if (on === today || at - now < 4 * hour) return { say: 'left', ...measure(at - now), tone: 'due' }
  if (on === addDays(today, 1)) return { say: 'tomorrow', tone: 'plain' }
  if (at - now < 8 * day) return { say: 'days', n: Math.floor((at - now) / day), tone: 'plain' }
  return { say: 'on', tone: 'plain' }
}

function measure(span: number): { unit: 'minutes' | 'hours' | 'days'; n: number } {
  if (span < hour) return { unit: 'minutes', n: Math.max(1, Math.floor(span / minute)) }
  if (span < 2 * day) return { unit: 'hours', n: Math.floor(span / hour) }
  return { unit: 'days', n: Math.floor(span / day) }
}
