import { isLocalDate, type LocalDate } from '../calendar/local-time.ts'
import { typed } from './typed.ts'

/** A demand number `SQ-<region6>-<yyyymmdd>-<seq6>-<check>` 流水号. It is read aloud and printed; it is not secret. */
export type DemandNumber = string

/** What a demand number says: six region digits, the day, and the count of that region and day from 1. */
export type DemandNumberParts = { readonly region: string; readonly on: LocalDate; readonly seq: number }

/** Why a text is not a demand number: `shape` = letters or count of digits, `date` = no such day, `check` = a digit misread. */
export type DemandNumberProblem = 'shape' | 'date' | 'check'

/** A number read back, or what is wrong with it. */
export type DemandNumberReading =
  | ({ readonly problem: null; readonly number: DemandNumber } & DemandNumberParts)
  | { readonly problem: DemandNumberProblem }

/**
 * Writes a demand number (domain.md §8). The check digit is GB/T 17710 (ISO/IEC 7064) MOD 11,10 over the twenty digits of
 * region, day and count: it finds every single misheard digit and nearly every swap of neighbours, and stays a digit, which
 * can be said in any dialect and typed on a telephone.
 * @throws RangeError for a region that is not six digits, a day that does not exist, a count outside 1..999999.
 */
export function demandNumber(region: string, on: LocalDate, seq: number): DemandNumber {
  if (!/^\d{6}$/.test(region)) throw new RangeError('region must be six digits')
  if (!isLocalDate(on)) throw new RangeError('day must be YYYY-MM-DD')
  if (!Number.isInteger(seq) || seq < 1 || seq > 999_999) throw new RangeError('count of the day must be 1..999999')
  const day = on.replaceAll('-', '')
  const count = String(seq).padStart(6, '0')
  return `SQ-${region}-${day}-${count}-${iso7064Check(region + day + count)}`
}

/** Reads a number as people give it: spaces, dashes, lower case, full width, and without the SQ are all taken. */
export function readDemandNumber(text: string): DemandNumberReading {
  const match = /^(?:SQ)?((?!00(?!0{4}))\d{6})(\d{4})(\d{2})(\d{2})(\d{6})(\d)$/.exec(typed(text))
  if (match === null) return { problem: 'shape' }
  const [, region = '', year = '', month = '', day = '', count = '', check = ''] = match
  if (iso7064Check(region + year + month + day + count) !== check) return { problem: 'check' }
  const on = `${year}-${month}-${day}`
  if (!isLocalDate(on) || count === '000000') return { problem: 'date' }
  return { problem: null, number: demandNumber(region, on, Number(count)), region, on, seq: Number(count) }
}

/** The groups in which a number is said on the telephone and read by a screen reader: none longer than four. */
export function demandNumberAloud(number: DemandNumber): readonly string[] {
  const [letters = '', region = '', day = '', count = '', check = ''] = number.split('-')
  return [
    letters,
    region.slice(0, 3),
    region.slice(3),
    day.slice(0, 4),
    day.slice(4),
    count.slice(0, 3),
    count.slice(3),
    check,
  ]
}

/** Check digit of GB/T 17710 (ISO/IEC 7064) MOD 11,10 for a text of decimal digits. */
export function iso7064Check(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
