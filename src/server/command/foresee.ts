import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { RealmHead } from '../ledger/append.ts'
import type { Asked } from './noun.ts'
import { wantedNumbers } from './numbers.ts'
import type { Opened } from './open-batch.ts'

/** How a batch leaves its realm, known as soon as it is sent: what the next one will find unless somebody comes between. */
export type Left = {
  readonly head: RealmHead
  readonly directory: string
  /** Last number taken, by region, on this day. */
  readonly day: string
  readonly numbers: ReadonlyMap<string, number>
}

/**
 * What a batch will read once the lock is its own, if the one before it commits; null where that cannot be told. Only of
 * commands that raise: they read no stream, and nearly every rush is made of them.
 */
export function foresee(left: Left | null, asked: readonly Asked[], now: Date): Opened | null {
  if (!left || left.day !== localDateOf(now.getTime())) return null
  if (asked.some(({ kind }) => kind !== 'demand.raise')) return null
  const numbers = new Map<string, number>()
  for (const [region, count] of wantedNumbers(asked)) {
    const last = left.numbers.get(region)
    if (last === undefined) return null
    numbers.set(region, last + count)
  }
  return { ...left, numbers, stored: new Map(), streams: [], events: [], keys: [] }
}

/** Whether the lock showed what was foreseen, to the last byte of the seal before. */
export function cameTrue(foreseen: Opened, opened: Opened): boolean {
  const { head, directory, numbers } = foreseen
  return (
    opened.head.batch === head.batch &&
    opened.head.position === head.position &&
    opened.head.mac.equals(head.mac) &&
    opened.directory === directory &&
    opened.stored.size === 0 &&
    opened.streams.length === 0 &&
    [...numbers].every(([region, last]) => opened.numbers.get(region) === last)
  )
}
