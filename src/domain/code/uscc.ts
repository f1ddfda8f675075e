import { typed } from './typed.ts'

/** Why a code is not a well-formed USCC. `check` alone is common in real early codes. */
export type UsccProblem = 'length' | 'character' | 'check'

/** The code as stored, with what is wrong with it. A problem is a warning to the person, never a refusal. */
export type UsccReading = { readonly value: string; readonly problem: UsccProblem | null }

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Reads a unified social credit code 统一社会信用代码 (GB 32100-2015; domain.md §8). Codes of the first months fail the check
 * digit and are valid all the same (S55): warn and allow with a reason.
 */
export function readUscc(text: string): UsccReading {
  const value = typed(text)
  if (value.length !== 18) return { value, problem: 'length' }
  if ([...value].some((character) => !ALPHABET.includes(character))) return { value, problem: 'character' }
  return { value, problem: value.endsWith(usccCheck(value.slice(0, 17))) ? null : 'check' }
}

/**
 * Check character of the first 17.
 * @throws RangeError when they are not 17 characters of the alphabet.
 */
export function usccCheck(first17: string): string {
  if (first17.length !== 17) throw new RangeError('a USCC has 17 characters before its check')
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const value = ALPHABET.indexOf(first17.charAt(at))
    if (value < 0) throw new RangeError('not a character of a USCC')
    sum += value * (WEIGHTS[at] ?? 0)
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}
