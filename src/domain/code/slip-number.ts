import type { Id, Realm } from '../id.ts'
import { realmOfId } from '../id.ts'
import { BASE32, typed } from './typed.ts'

/**
 * Number of a slip 评价条, `SS-<realm>-<mark>-<side><n>`: by it and a code a beneficiary of a deed says one word. The mark
 * is taken from the deed's id; the side is W for workers, E for the enterprise. It is printed; it is not secret.
 */
export type SlipNumber = string

/** What a slip number says. `mark` finds the deed within its realm. */
export type SlipNumberParts = {
  readonly number: SlipNumber
  readonly realm: Realm
  readonly mark: string
  readonly side: 'workers' | 'enterprise'
  /** Counts from 1 within side and deed. */
  readonly n: number
}

/** The eight characters by which a deed is found in its realm: 40 of the bits its id has by chance. */
export function deedMark(id: Id): string {
  // The last bit of an id is no chance: it tells streams that stand beside others.
  let bits = BigInt(`0x${id.slice(24)}`) >> 1n
  let mark = ''
  for (let at = 0; at < 8; at += 1, bits >>= 5n) mark = BASE32.charAt(Number(bits & 31n)) + mark
  return mark
}

/** Writes the number of a deed's n-th slip of a side. */
export function slipNumber(deed: Id, side: 'workers' | 'enterprise', n: number): SlipNumber {
  const realm = String(realmOfId(deed)).padStart(5, '0')
  return `SS-${realm}-${deedMark(deed)}-${side === 'workers' ? 'W' : 'E'}${n}`
}

/** Reads a slip number as people type it; undefined when it cannot be one. O is taken for 0, I and L for 1. */
export function readSlipNumber(text: string): SlipNumberParts | undefined {
  const match = /^SS([\dOIL]{5})([0-9A-Z]{8})([WE])([\dOIL]{1,9})$/.exec(typed(text))
  if (!match) return undefined
  const clear = (part = '') => part.replaceAll('O', '0').replace(/[IL]/g, '1')
  const [realm, mark, n] = [Number(clear(match[1])), clear(match[2]), Number(clear(match[4]))]
  if (realm < 1 || realm > 65_535 || n < 1 || [...mark].some((each) => !BASE32.includes(each))) return undefined
  const side = match[3] === 'W' ? 'workers' : 'enterprise'
  return { number: `SS-${String(realm).padStart(5, '0')}-${mark}-${match[3]}${n}`, realm, mark, side, n }
}
