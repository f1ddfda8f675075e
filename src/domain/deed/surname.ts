/**
 * Whether a text is a surname and no more: one Han character, a compound surname of the rules, or for names written otherwise
 * one word; with 某 behind it, as notices are written, or without. What stands in the public notice of aid is this alone (domain §8, scenarios): a whole name must not get in.
 */
export function isSurname(text: string, compound: readonly string[]): boolean {
  if (!/\p{Script=Han}/u.test(text)) return /^[\p{L}\p{M}]{1,12}$/u.test(text)
  const bare = bareSurname(text)
  return /^\p{Script=Han}$/u.test(bare) || compound.includes(bare)
}

/** A surname without the 某 behind it. */
export function bareSurname(text: string): string {
  return text.replace(/(?<=.)某{1,2}$/u, '')
}
