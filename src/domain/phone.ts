/**
 * A number as it is dialled: a Chinese mobile of eleven digits, or `+` and 8 to 15 digits; undefined when a text cannot be
 * one. Spaces, hyphens and brackets do not matter, nor does full width, nor the country code before a Chinese number.
 */
export function dialledPhone(text: string): string | undefined {
  const dialled = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^(1\d{10}|\+\d{8,15})$/.test(dialled) ? dialled : undefined
}
