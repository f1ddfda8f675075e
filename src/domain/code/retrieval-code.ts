import { BASE32, base32, typed } from './typed.ts'

/** A retrieval code 提取码 as kept: twelve characters of base 32, 60 random bits. Stored only as HMAC; shown once. */
export type RetrievalCode = string

/** Random bytes that `retrievalCode` needs. */
export const RETRIEVAL_CODE_BYTES = 8

const GROUPS = 3
const GROUP = 4
const LENGTH = GROUPS * GROUP

/**
 * Makes a code from at least eight random bytes (domain.md §4 rule 3 asks for 50 bits or more).
 * @throws RangeError when there are fewer.
 */
export function retrievalCode(random: Uint8Array): RetrievalCode {
  return base32(random, LENGTH)
}

/**
 * The code a person typed, or undefined when it cannot be one. O is taken for 0, I and L for 1; spaces, hyphens, lower case
 * and full width do not matter.
 */
export function readRetrievalCode(text: string): RetrievalCode | undefined {
  const code = typed(text).replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((character) => BASE32.includes(character)) ? code : undefined
}

/** The code in groups of four: what a person keeps in mind between looking and writing. */
export function retrievalCodeGroups(code: RetrievalCode): readonly string[] {
  return Array.from({ length: GROUPS }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP))
}

/** The code as shown and printed: `XXXX-XXXX-XXXX`. */
export function showRetrievalCode(code: RetrievalCode): string {
  return retrievalCodeGroups(code).join('-')
}
