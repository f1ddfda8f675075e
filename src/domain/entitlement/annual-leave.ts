import { type LocalDate, yearOf } from '../calendar/local-time.ts'
import { countStep, type EntitlementRules, moneyStep, type Owed, paidDaysOf, yuan } from './owed.ts'
import { daysWithin } from './period.ts'
import { minus, over, type Ratio, ratio, rounded, times, wholeOf } from './ratio.ts'

/** Paid annual leave of one calendar year that was not given. */
export type AnnualLeaveInput = {
  readonly year: number
  /** Years worked in all, with every employer. */
  readonly years: number
  /** First day with this employer where it lies in the year; null = earlier. */
  readonly joinedOn: LocalDate | null
  /** Last day with this employer where it lies in the year; null = still there at its end. */
  readonly leftOn: LocalDate | null
  /** Days of leave given that year. */
  readonly taken: number
  /** Average wage of the twelve months before, overtime left out, in 分. */
  readonly monthlyFen: number
  /** The worker wrote, for reasons of their own, that they wanted none. */
  readonly waived: boolean
}

/** Days a whole year brings for so many years of work (职工带薪年休假条例 Art 3). */
export function leaveDays(rules: EntitlementRules, years: number): number {
  return rules.leave.bands.findLast(({ fromYears }) => years >= fromYears)?.days ?? 0
}

/**
 * Pay for leave not taken: 300 % of the daily wage, of which the ordinary 100 % came with the month's wage, so 200 % are
 * due (企业职工带薪年休假实施办法 Art 10, 11). A year begun or ended in the middle counts by its calendar days, and a day that
 * is not whole not at all (Art 5, 12).
 */
export function annualLeave(rules: EntitlementRules, input: AnnualLeaveInput): Owed {
  const full = leaveDays(rules, input.years)
  const { days, formula } = daysDue(rules, input, full)
  const paid = input.waived ? 0 : Math.max(0, days)
  const daily = over(ratio(input.monthlyFen), paidDaysOf(rules))
  const owed = times(times(daily, ratio(rules.leave.beside, 100)), ratio(paid))
  const fen = rounded(owed)
  const dailyStep = moneyStep('daily', `${yuan(input.monthlyFen)} ÷ ${rules.paidDays}`, daily)
  const steps = [
    countStep('full-leave', '', full, 'days'),
    countStep('leave-due', formula, Math.max(0, days), 'days'),
    dailyStep,
    moneyStep('leave-pay', `${dailyStep.value} × ${rules.leave.beside}% × ${paid}`, owed),
  ]
  const why = input.waived ? ['leave-waived'] : full === 0 ? ['leave-first-year'] : fen === 0 ? ['nothing'] : []
  const laws = ['leave-3', 'leave-5', 'leave-how-10', 'leave-how-11', 'conversion']
  const part = input.leftOn ? ['leave-how-12'] : input.joinedOn ? ['leave-how-5'] : []
  return { fen, steps, laws: [...laws, ...part], notes: [...why, 'leave-300', 'leave-lost'] }
}

function daysDue(rules: EntitlementRules, input: AnnualLeaveInput, full: number) {
  const { joinedOn, leftOn, taken, year } = input
  const inYear = (on: LocalDate | null) => (on !== null && yearOf(on) === year ? on : null)
  const [joined, left] = [inYear(joinedOn), inYear(leftOn)]
  const yearDays = rules.leave.yearDays
  const calendarDays = daysWithin(joined ?? `${year}-01-01`, left ?? `${year}-12-31`)
  // A leap year must not bring more than a whole year does.
  const share: Ratio = ratio(Math.min(calendarDays, yearDays), yearDays)
  const part = times(share, ratio(full))
  const shown = `${calendarDays} ÷ ${yearDays} × ${full}`
  // Who leaves has the days given taken off before the part of a day is dropped, as Art 12 writes it.
  if (left) return { days: wholeOf(minus(part, ratio(taken))), formula: `${shown} − ${taken}` }
  if (joined) return { days: wholeOf(part) - taken, formula: `${shown} − ${taken}` }
  return { days: full - taken, formula: `${full} − ${taken}` }
}
