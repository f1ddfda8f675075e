/**
 * Whether a text is a surname and no more: one Han character, a compound surname of the rules, or for names written otherwise
 * one word. What stands in the public notice of aid is this alone (domain §8, scenarios): a whole name must not get in.
 */
export function isSurname(text: string, compound: readonly string[]): boolean {
  if (!/\p{Script=Han}/u.test(text)) return /^[\p{L}\p{M}]{1,12}$/u.test(text)
  return /^\p{Script=Han}$/u.test(text) || compound.includes(text)
}
