import { addDays } from '../calendar/local-time.ts'

/** Whole months, YYYY-MM, inclusive. */
export type Months = { readonly from: string; readonly to: string }

/**
 * The whole months before a day and after it that are set against one another: as many each. The month of the day itself is
 * in neither, unless the day is its first.
 */
export function monthsAround(on: string, months: number): { readonly before: Months; readonly after: Months } {
  const month = on.slice(0, 7)
  const first = on.endsWith('-01') ? month : shift(month, 1)
  return {
    before: { from: shift(month, -months), to: shift(month, -1) },
    after: { from: first, to: shift(first, months - 1) },
  }
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(`${shift(month, 1)}-01`, -1)
}

function shift(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
