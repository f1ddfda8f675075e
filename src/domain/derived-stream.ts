import { type Id, isId, makeId, type Realm } from './id.ts'

/** What stands beside a paper once per unit: a brief of a directive, a leading group of a campaign, an invitation. */
const tags = { brief: 1, 'leading-group': 2, invitation: 4 } as const
/** A noun whose streams are derived so. */
export type Beside = keyof typeof tags

/**
 * The stream that a unit has beside a paper: derived from the paper, the realm and the number of the unit, so that no table
 * maps one to the other and whoever delivers twice writes the same stream. Its time lies in the spring of 1970, when no id
 * was made by a clock; the first sixteen bits tell the noun, the rest are 31 bits of the unit and 58 of the paper: the low 32
 * of its milliseconds and 26 of its chance. Two papers that share all of them would have to be made 49 days apart or a
 * multiple, on the millisecond.
 * @param of id of the paper
 * @param realm of the unit
 * @param unit 1..2147483647
 * @throws RangeError when `of` is no id
 */
export function streamBeside(noun: Beside, of: Id, realm: Realm, unit: number): Id {
  if (!isId(of)) throw new RangeError('not an id')
  const hex = of.replaceAll('-', '')
  const atMs = tags[noun] * 2 ** 32 + Number.parseInt(hex.slice(4, 12), 16)
  const early = BigInt(`0x${hex.slice(13, 16)}`)
  // The last bit of a stream is 0, so its chance ends one bit before.
  const late = (BigInt(`0x${hex.slice(28)}`) >> 1n) & ((1n << 14n) - 1n)
  let rest = (early << 52n) | (BigInt(unit) << 15n) | (late << 1n)
  const bytes = new Uint8Array(8)
  for (let at = 7; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 255n)
  return makeId(realm, atMs, bytes)
}

/** What a person has under a plan, and what an enterprise has in a year. */
const digestTags = { rotation: 3, outreach: 5 } as const

/**
 * The stream of a person under a plan, from a digest of both: it maps to neither, and whoever says it twice writes the same.
 * @param digest at least 12 bytes
 * @throws RangeError when there are fewer
 */
export function rotationStream(realm: Realm, digest: Uint8Array): Id {
  return streamOfDigest('rotation', realm, digest)
}

/**
 * The stream of an enterprise in a year, from a digest of both.
 * @param digest at least 12 bytes
 * @throws RangeError when there are fewer
 */
export function outreachStream(realm: Realm, digest: Uint8Array): Id {
  return streamOfDigest('outreach', realm, digest)
}

function streamOfDigest(noun: keyof typeof digestTags, realm: Realm, digest: Uint8Array): Id {
  if (digest.length < 12) throw new RangeError('a digest of 12 bytes')
  const early = digest.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0)
  const chance = digest.slice(4, 12)
  // The last bit of a stream is 0.
  chance[7] = (chance[7] as number) & 254
  return makeId(realm, digestTags[noun] * 2 ** 32 + early, chance)
}

/** Whether an id stands where no clock makes one: that of an office, or one derived from a paper. */
export function isDerivedStream(id: Id): boolean {
  return id.startsWith('000')
}
