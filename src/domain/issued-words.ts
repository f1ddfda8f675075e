import { type Refusal, refused } from './decision.ts'
import { findPersonal, type PersonalKind } from './mask.ts'

/** Words of a paper by the field they stand in; of a list each counts. What is left out, or null, is no word. */
export type IssuedWords = Readonly<Record<string, string | readonly string[] | null | undefined>>

const names: Readonly<Record<PersonalKind, string>> = {
  mobile: 'phone',
  landline: 'phone',
  'id-number': 'id-number',
  'bank-card': 'bank-card',
  plate: 'plate',
  'long-number': 'long-number',
}

/**
 * Papers go out to every union in plain words and stand in the ledger for ever, so no number that reaches or names somebody
 * may stand in them (domain §4 rule 9). Null when none does; refused: `words.names-someone`, with the field, which of its
 * lines (from 1; 1 where it is one text), and what was found. The number itself is never handed on.
 */
export function wordsNameSomeone(words: IssuedWords): { readonly refused: Refusal } | null {
  for (const [field, value] of Object.entries(words)) {
    const lines = typeof value === 'string' ? [value] : (value ?? [])
    for (const [at, line] of lines.entries()) {
      const [found] = findPersonal(line)
      if (found) return refused('words.names-someone', { field, line: at + 1, found: names[found.kind] })
    }
  }
  return null
}
