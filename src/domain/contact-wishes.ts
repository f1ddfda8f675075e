import { addDays, type Instant, instantOn, localDateOf, minuteOfDay, sinceMidnight } from './calendar/local-time.ts'

/**
 * How it is safe to reach a worker (domain §4 rule 17): choices that say nothing of who the worker is. Sealed with the
 * identity; whoever calls sees them first, and what is sent obeys them.
 */
export type ContactWishes = {
  /** `text`: neutral texts only, no call. `none`: neither; the worker looks by receipt. Missing: either will do. */
  readonly how?: 'text' | 'none' | undefined
  /** Safe from, `HH:MM` on a clock in China; `to` may lie past midnight. Both or neither. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Somebody else may pick up: say nothing before it is known who does. */
  readonly pickup?: 'others' | undefined
}

/** A time of day as it is kept. */
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** The choices among the parts of an identity; null where none was made. Whatever is no such choice is left out. */
export function wishesOf(identity: Readonly<Record<string, unknown>>): ContactWishes | null {
  const { how, from, to, pickup } = identity
  const hours = isTime(from) && isTime(to) ? { from, to } : {}
  const wishes: ContactWishes = {
    ...(how === 'text' || how === 'none' ? { how } : {}),
    ...hours,
    ...(pickup === 'others' ? { pickup } : {}),
  }
  return Object.keys(wishes).length === 0 ? null : wishes
}

/** The next instant at which the worker may be reached: `at` itself within the safe hours, else their next beginning. */
export function nextSafe(at: Instant, { from, to }: ContactWishes): Instant {
  if (from === undefined || to === undefined || from === to) return at
  const [begin, end] = [minuteOfDay(from), minuteOfDay(to)]
  const minute = sinceMidnight(at) / 60_000
  const safe = begin < end ? minute >= begin && minute < end : minute >= begin || minute < end
  if (safe) return at
  const today = localDateOf(at)
  return instantOn(minute < begin ? today : addDays(today, 1), begin)
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && clockTime.test(value)
}
