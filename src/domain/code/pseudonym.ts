import { base32 } from './typed.ts'

/**
 * The name under which a worker stands in a case, such as 职工-7Q4K (domain.md §4 rule 1). It is drawn for one demand, tells
 * nothing and links nothing; two may meet, so it is never a key.
 * @param random at least three random bytes
 * @throws RangeError when there are fewer.
 */
export function pseudonym(random: Uint8Array): string {
  return `职工-${base32(random, 4)}`
}
