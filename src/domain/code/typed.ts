/**
 * What a person typed or pasted, as a code is stored: half-width, upper case, without spaces, dots, hyphens and dashes of
 * any script. Letters that are alike are left alone; each code says itself which it takes for which.
 */
export function typed(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._·•−]/gu, '')
}

/** The 32 characters of Crockford's base 32: no I, L, O, U, so that none is taken for another and no word is spelt. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Writes the first `length` × 5 bits of the bytes in base 32.
 * @throws RangeError when there are too few bytes.
 */
export function base32(random: Uint8Array, length: number): string {
  if (random.length * 8 < length * 5)
    throw new RangeError(`${length} characters need ${Math.ceil((length * 5) / 8)} random bytes`)
  let text = ''
  for (let at = 0; at < length; at++) {
    let value = 0
    for (let bit = at * 5; bit < at * 5 + 5; bit++)
      value = (value << 1) | (((random[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    text += BASE32.charAt(value)
  }
  return text
}
