import { type Id, makeId, type Realm } from '../id.ts'

/**
 * The stream of a unit's office: derived from realm and unit, so that no table maps one to the other and two who are
 * first at the same moment write the same stream. Its time is the beginning of 1970, when no id was made by a clock.
 * @param realm of the unit
 * @param unit integer id of the unit, 1..2147483647
 */
export function officeStreamOf(realm: Realm, unit: number): Id {
  // The last bit stays 0: it marks streams that stand beside others.
  let rest = BigInt(unit) << 1n
  const bytes = new Uint8Array(8)
  for (let at = 7; rest > 0n; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 255n)
  return makeId(realm, 0, bytes)
}

/** Whether an id is that of an office: nothing else is made in the first second of 1970. */
export function isOfficeStream(id: Id): boolean {
  return id.startsWith('00000000-0000-')
}
