import { isLocalDate, type LocalDate } from '../calendar/local-time.ts'
import { typed } from './typed.ts'

/** Why a text is not an identity number, so that the field can say what to look at. */
export type IdNumberProblem = 'length' | 'character' | 'birth' | 'check'

/** The number as stored, and either its birth day or what is wrong. */
export type IdNumberReading =
  | { readonly value: string; readonly problem: null; readonly bornOn: LocalDate }
  | { readonly value: string; readonly problem: IdNumberProblem }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * Reads a citizen's identity number 公民身份号码 (GB 11643-1999; domain.md §8). The region prefix may be a code abolished since,
 * so it is not looked at. Other papers (港澳台居民居住证 has this shape, passports have not) are other fields.
 */
export function readIdNumber(text: string): IdNumberReading {
  const value = typed(text)
  if (value.length !== 18) return { value, problem: 'length' }
  if (!/^\d{17}[\dX]$/.test(value)) return { value, problem: 'character' }
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isLocalDate(bornOn)) return { value, problem: 'birth' }
  if (idNumberCheck(value.slice(0, 17)) !== value.charAt(17)) return { value, problem: 'check' }
  return { value, problem: null, bornOn }
}

/**
 * Check character of the first 17 digits, 0–9 or X.
 * @throws RangeError when they are not 17 digits.
 */
export function idNumberCheck(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('an identity number has 17 digits before its check')
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0)
  return CHECKS.charAt(sum % 11)
}
