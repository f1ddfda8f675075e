import { z } from 'zod'
import type { Found } from './rules-document.ts'
import { collectRulesFile } from './rules-file.ts'
import type { RulesFolders } from './rules-folders.ts'
import { said } from './schema-parts.ts'
import { isSpan, neverLater } from './span-order.ts'

const direction = z.enum([
  'shorter',
  'longer',
  'fewer',
  'more',
  'urgent',
  'unnamed',
  'off',
  'wider',
  'covers',
  'within',
  'closed',
  'same',
  'free',
])
/** Which way a federation may turn what ships; `rules/tighter.yaml` says what each means. */
export type Direction = z.infer<typeof direction>
const limits = z.record(said, z.record(said, direction))

/** `tighter.yaml` */
export const tighterFile = z.strictObject({
  version: said,
  keys: limits,
  whole: limits,
  topics: z.strictObject({
    urgency: direction,
    groupUrgency: direction,
    mode: direction,
    mayGoToEnterpriseUnion: direction,
    flags: direction,
  }),
})
export type Tighter = z.infer<typeof tighterFile>

/** The directions of all limits; undefined where the file cannot be used, which is told. */
export function readTighter({ whole }: RulesFolders, found: Found): Tighter | undefined {
  return collectRulesFile({ dir: whole, isOwn: false }, 'tighter.yaml', tighterFile, found)?.value
}

const urgencies: readonly unknown[] = ['P0', 'P1', 'P2', 'P3', 'P4']
const modes: readonly unknown[] = ['named', 'confidential', 'anonymous']

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
    case 'unnamed':
      return modes.indexOf(is) >= modes.indexOf(was)
    case 'off':
      return is === false
    case 'covers':
      return Array.isArray(is) && Array.isArray(was) && isWithin(was, is)
    case 'within':
      return Array.isArray(is) && Array.isArray(was) && isWithin(is, was)
    case 'closed':
      return Array.isArray(is) && Array.isArray(was) && isWithin(is.map(codeOf), was.map(codeOf))
    case 'same':
      return false
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
  unnamed: 'give one that says no more of the worker',
  off: 'leave it at no',
  wider: 'let every shipped office hour stay one',
  covers: 'put back what ships',
  within: 'take out what does not ship',
  closed: 'take out what does not ship',
  same: 'leave it as it ships',
  free: 'give another',
}

/** Entries are pairs or whole rows; a pair means the same in both orders. */
function isWithin(inner: readonly unknown[], outer: readonly unknown[]): boolean {
  const known = new Set(outer.map(keyOf))
  return inner.every((each) => known.has(keyOf(each)))
}

function codeOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'code' in entry ? entry.code : entry
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
