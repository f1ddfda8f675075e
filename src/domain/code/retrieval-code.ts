import { BASE32, base32, typed } from './typed.ts'

/** A retrieval code 提取码 as kept: ten characters of base 32, 50 random bits. Stored only as HMAC; shown once. */
export type RetrievalCode = string

/** Random bytes that `retrievalCode` needs. */
export const RETRIEVAL_CODE_BYTES = 7

const LENGTH = 10

/**
 * Makes a code from at least seven random bytes (domain.md §4 rule 3: ≥ 50 random bits).
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

/** The code as shown and printed: `XXXXX-XXXXX`. */
export function showRetrievalCode(code: RetrievalCode): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
