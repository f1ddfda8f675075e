/** A stream or command id: a UUIDv7 in lower-case canonical text that carries its birth realm (house.md, *Realm*). */
export type Id = string

/**
 * A realm: the birth prefecture of a stream as a stable integer, 1..65535.
 * Nation = 1, province = first two region digits × 100 (9900), prefecture = first four (9901).
 */
export type Realm = number

/** The realm of the national union itself. */
export const NATION_REALM: Realm = 1

// The published division (GB/T 2260) holds prefectures that are no prefectures: 市辖区 (01) and 县 (02) of the four
// municipalities, and xx90, the list of counties led by the province itself (4190, 4290, 4690, 6590). No office sits
// there, so their streams are born in the province.
const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

const ID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const MAX_MS = 2 ** 48 - 1
const MAX_REALM = 0xffff

/**
 * The realm a region belongs to.
 * @param regionCode GB/T 2260 digits: two (province), four (prefecture) or six and more (county and below);
 *   `000000`, `0000` and `00` are the nation.
 * @throws RangeError when the text is not 2, 4, 6, 9 or 12 digits, or names a prefecture without a province.
 */
export function realmOfRegion(regionCode: string): Realm {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(regionCode))
    throw new RangeError('region code must be 2, 4, 6, 9 or 12 digits')
  const province = regionCode.slice(0, 2)
  const prefecture = regionCode.slice(2, 4)
  if (province === '00') {
    if (/[^0]/.test(regionCode)) throw new RangeError('region code has a prefecture but no province')
    return NATION_REALM
  }
  return isPseudoPrefecture(province, prefecture)
    ? Number(province) * 100
    : Number(province) * 100 + Number(prefecture || '0')
}

function isPseudoPrefecture(province: string, prefecture: string): boolean {
  return prefecture === '90' || (MUNICIPALITIES.has(province) && (prefecture === '01' || prefecture === '02'))
}

/**
 * Makes an id: 48 bits of milliseconds, version 7, 12 random bits, the variant, 16 bits of realm, 46 random bits of
 * which the last is 0 (a stream). Ids sort by time, then by chance.
 * @param realm birth realm, 1..65535
 * @param atMs epoch milliseconds
 * @param random at least 8 random bytes, from the caller: the domain has no source of chance
 * @throws RangeError for a realm, a time or a byte count out of range.
 */
export function makeId(realm: Realm, atMs: number, random: Uint8Array): Id {
  if (!Number.isInteger(realm) || realm < 1 || realm > MAX_REALM)
    throw new RangeError('realm must be an integer 1..65535')
  if (!Number.isInteger(atMs) || atMs < 0 || atMs > MAX_MS)
    throw new RangeError('time must be epoch milliseconds in 48 bits')
  if (random.length < 8) throw new RangeError('an id needs 8 random bytes')
  let chance = 0n
  for (const byte of random.subarray(0, 8)) chance = (chance << 8n) | BigInt(byte)
  const early = chance >> 52n
  const late = chance & ((1n << 46n) - 2n)
  const low = (0b10n << 62n) | (BigInt(realm) << 46n) | late
  return layOut((BigInt(atMs) << 16n) | 0x7000n | early, low)
}

function layOut(high: bigint, low: bigint): Id {
  const hex = high.toString(16).padStart(16, '0') + low.toString(16).padStart(16, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Whether the text is an id as `makeId` writes it: canonical, version 7, with a realm. */
export function isId(text: string): text is Id {
  return ID_SHAPE.test(text) && realmBits(text) > 0
}

/**
 * The birth realm carried by an id.
 * @throws RangeError when the text is not an id.
 */
export function realmOfId(id: Id): Realm {
  mustBeId(id)
  return realmBits(id)
}

/**
 * Epoch milliseconds at which the id was made, by the maker's clock (a phone's may be wrong).
 * @throws RangeError when the text is not an id.
 */
export function timeOfId(id: Id): number {
  mustBeId(id)
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/**
 * The companion stream that records who opened what of a demand: the same id with its last bit 1, hence the same realm
 * and a neighbour in every index.
 * @throws RangeError when the text is not an id.
 */
export function accessStreamOf(id: Id): Id {
  mustBeId(id)
  return id.slice(0, 35) + (Number.parseInt(id.slice(35), 16) | 1).toString(16)
}

/** Whether the id is that of an access stream (last bit 1). */
export function isAccessStream(id: Id): boolean {
  mustBeId(id)
  return (Number.parseInt(id.slice(35), 16) & 1) === 1
}

// Bits 61 to 46 of the second half: fourteen in the group of four digits behind the variant, two in the digit after it.
function realmBits(id: string): Realm {
  return ((Number.parseInt(id.slice(19, 23), 16) & 0x3fff) << 2) | (Number.parseInt(id.charAt(24), 16) >> 2)
}

function mustBeId(text: string): void {
  if (!isId(text)) throw new RangeError('not an id')
}
