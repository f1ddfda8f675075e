import { type Candidate, route } from '../routing.ts'
import type { Holder } from './event.ts'

/** The next staffed unit above this one; null when nobody is. Blocked units are passed by, whatever their level (§0.3). */
export function staffedAbove(ladder: readonly Candidate[], unit: number, blocked: readonly number[]): Holder | null {
  return route(above(ladder, unit), blocked)?.to ?? null
}

/** The units above this one, nearest first; one that does not stand on the ladder counts as its foot. */
export function above(ladder: readonly Candidate[], unit: number): readonly Candidate[] {
  const place = ladder.findIndex((candidate) => candidate.unit === unit)
  return ladder.slice(Math.max(0, place) + 1)
}

/**
 * Who calls back (§2.8): another unit than the lead, nearest above; where no other is staffed, the lead's own unit, marked
 * and counted apart. Null when nobody is staffed at all.
 */
export function callbackUnit(
  ladder: readonly Candidate[],
  lead: number,
  blocked: readonly number[],
): { readonly callback: Holder; readonly sameUnit: boolean } | null {
  const others = ladder.filter(({ unit }) => unit !== lead)
  const other = route(others, blocked)
  if (other) return { callback: other.to, sameUnit: false }
  const same = route(
    ladder.filter(({ unit }) => unit === lead),
    blocked,
  )
  return same && { callback: same.to, sameUnit: true }
}
