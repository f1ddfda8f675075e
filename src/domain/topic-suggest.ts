/** A topic with the words by which it is suggested. */
export type TopicWords = { readonly code: string; readonly words: readonly string[] }

/**
 * The topic whose words a text holds most of, longer words counting more; undefined where none is there or two are equally
 * near, for a coin is no suggestion. Suggested only: the worker chooses or leaves it (domain §2.4). Source: §4 rule 16.
 */
export function suggestTopic(text: string, topics: readonly TopicWords[]): string | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  let best: string | undefined
  let most = 0
  for (const { code, words } of topics) {
    const weight = words.reduce((sum, word) => sum + (said.includes(plain(word)) ? plain(word).length : 0), 0)
    if (weight > most) [best, most] = [code, weight]
    else if (weight === most) best = undefined
  }
  return best
}

function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
