import type { LocalDate } from '../calendar/local-time.ts'
import { decimal, type Ratio, ratio, rounded, written } from './ratio.ts'

/** Numbers the law fixes; data of `rules/entitlements.yaml`, each with its source there. */
export type EntitlementRules = {
  /** 月计薪天数, a decimal as text: 21.75. */
  readonly paidDays: string
  readonly hoursADay: number
  /** Share of the hourly wage in per cent. */
  readonly overtime: { readonly workday: number; readonly restDay: number; readonly holiday: number }
  readonly leave: {
    /** Fewest years first. */
    readonly bands: readonly { readonly fromYears: number; readonly days: number }[]
    /** Per cent of the daily wage due beside the ordinary wage already paid. */
    readonly beside: number
    readonly yearDays: number
  }
  readonly noContract: {
    /** Months an employer has to put the contract in writing. */
    readonly freeMonths: number
    /** The month of employment at whose end the double wage ends. */
    readonly untilMonths: number
  }
  readonly severance: {
    readonly capTimes: number
    readonly capYears: number
    /** From so many months on a part of a year counts whole. */
    readonly wholeFromMonths: number
    readonly unlawfulTimes: number
    /** Before this day other rules held (劳动合同法 Art 97). */
    readonly since: LocalDate
  }
  /** What labour inspection may add when an order to pay is not obeyed, per cent of what is due. */
  readonly late: { readonly from: number; readonly to: number }
}

/** One line of a reckoning: what it is (a key of the catalogue), the numbers in it, what comes of it. */
export type Step = {
  readonly what: string
  /** Digits and signs only, so that no language is in it; empty where a number was simply looked up. */
  readonly formula: string
  readonly value: string
  readonly unit: 'yuan' | 'days' | 'months' | 'years'
  /** False where the value shown was rounded; the next line counts on with the exact one. */
  readonly exact: boolean
}

/** What somebody is owed. `laws` are references (`law.ts`), `notes` keys of the catalogue. */
export type Owed = {
  readonly fen: number
  readonly steps: readonly Step[]
  readonly laws: readonly string[]
  readonly notes: readonly string[]
}

/** Most that is reckoned with: ten million yuan. */
export const mostFen = 1_000_000_000

/** Yuan as typed (`6000`, `6,000.50`, `６０００元`), in 分. Undefined for anything else, for less than a 分 and above the most. */
export function fenFrom(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥]|元$|yuan$/gi, '')
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(plain)) return undefined
  const value = decimal(plain)
  const fen = value === undefined ? mostFen + 1 : rounded(ratio(value.n * 100n, value.d))
  return fen <= mostFen ? fen : undefined
}

/** 分 as yuan: `6000`, `6000.5`. */
export function yuan(fen: number): string {
  return written(ratio(fen, 100)).text
}

/** A line whose value is money; `value` in 分. */
export function moneyStep(what: string, formula: string, value: Ratio): Step {
  const { text, exact } = written(ratio(value.n, value.d * 100n))
  return { what, formula, value: text, unit: 'yuan', exact }
}

/** A line whose value is a count. */
export function countStep(what: string, formula: string, value: Ratio | number, unit: Step['unit']): Step {
  const { text, exact } = written(typeof value === 'number' ? ratio(value) : value)
  return { what, formula, value: text, unit, exact }
}

/**
 * 月计薪天数 as a fraction.
 * @throws RangeError where the rules hold no such number; their schema refuses that.
 */
export function paidDaysOf(rules: EntitlementRules): Ratio {
  const days = decimal(rules.paidDays)
  if (!days || days.n === 0n) throw new RangeError('paid days a month must be a number above 0')
  return days
}
