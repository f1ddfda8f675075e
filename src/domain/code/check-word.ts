/**
 * The check word 核对词 on a receipt, such as 石榴: a caller from the union says it first, so that the worker knows the call is
 * not the employer's (domain.md §4 rule 20). It is no password; 200 everyday words are enough to catch a guess.
 * @param words the list of `rules/check-words.yaml`
 * @param random at least four random bytes
 * @throws RangeError for an empty list or too few bytes.
 */
export function checkWord(words: readonly string[], random: Uint8Array): string {
  if (random.length < 4) throw new RangeError('a check word needs four random bytes')
  let value = 0
  for (const byte of random.subarray(0, 4)) value = value * 256 + byte
  const word = words[value % words.length]
  if (word === undefined) throw new RangeError('the list of check words is empty')
  return word
}
