import { z } from 'zod'
import type { Found } from './rules-document.ts'
import { collectRulesFile } from './rules-file.ts'
import type { RulesFolders } from './rules-folders.ts'
import { said } from './schema-parts.ts'
import { isSpan, neverLater } from './span-order.ts'

const direction = z.enum(['shorter', 'longer', 'fewer', 'more', 'urgent', 'wider', 'covers', 'within', 'free'])
/** Which way a federation may turn what ships; `rules/tighter.yaml` says what each means. */
export type Direction = z.infer<typeof direction>
const limits = z.record(said, z.record(said, direction))

/** `tighter.yaml` */
export const tighterFile = z.strictObject({ version: said, keys: limits, whole: limits })
export type Tighter = z.infer<typeof tighterFile>

/** The directions of all limits; undefined where the file cannot be used, which is told. */
export function readTighter({ whole }: RulesFolders, found: Found): Tighter | undefined {
  return collectRulesFile({ dir: whole, isOwn: false }, 'tighter.yaml', tighterFile, found)?.value
}

const urgencies: readonly unknown[] = ['P0', 'P1', 'P2', 'P3', 'P4']

/**
 * Whether a value may stand for the one that ships. Null is no limit: the loosest of a time that should be short.
 * @param officeDay office minutes of a day, by which office time and working days compare
 */
export function mayStandFor(way: Direction, is: unknown, was: unknown, officeDay: number): boolean {
  if (way === 'free' || JSON.stringify(is) === JSON.stringify(was)) return true
  switch (way) {
    case 'shorter':
      return (was === null && is !== null) || (isSpan(is) && isSpan(was) && neverLater(is, was, officeDay))
    case 'longer':
      return isSpan(is) && isSpan(was) && neverLater(was, is, officeDay)
    case 'fewer':
      return typeof is === 'number' && typeof was === 'number' && is <= was
    case 'more':
      return typeof is === 'number' && typeof was === 'number' && is >= was
    case 'urgent':
      return urgencies.includes(is) && urgencies.indexOf(is) <= urgencies.indexOf(was)
    case 'covers':
      return Array.isArray(is) && Array.isArray(was) && isWithin(was, is)
    case 'within':
      return Array.isArray(is) && Array.isArray(was) && isWithin(is, was)
    case 'wider':
      return Array.isArray(is) && Array.isArray(was) && was.every((stretch) => is.some((one) => spans(one, stretch)))
  }
}

/** What to do about a value that may not stand. */
export const advice: Readonly<Record<Direction, string>> = {
  shorter: 'give a time that never ends later',
  longer: 'give a time that never ends earlier',
  fewer: 'give no more',
  more: 'give no less',
  urgent: 'give one that is no less urgent',
  wider: 'let every shipped office hour stay one',
  covers: 'put back what ships',
  within: 'take out what does not ship',
  free: 'give another',
}

/** Entries are pairs or whole rows; a pair means the same in both orders. */
function isWithin(inner: readonly unknown[], outer: readonly unknown[]): boolean {
  const known = new Set(outer.map(keyOf))
  return inner.every((each) => known.has(keyOf(each)))
}

function keyOf(entry: unknown): string {
  return JSON.stringify(Array.isArray(entry) ? [...entry].sort() : entry)
}

function spans(outer: unknown, inner: unknown): boolean {
  const [one, other] = [stretchOf(outer), stretchOf(inner)]
  return one !== undefined && other !== undefined && one.from <= other.from && other.to <= one.to
}

const stretch = z.object({ from: z.string(), to: z.string() })
function stretchOf(value: unknown): z.infer<typeof stretch> | undefined {
  return stretch.safeParse(value).data
}
