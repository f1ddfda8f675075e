import { addDays, type LocalDate } from '../calendar/local-time.ts'
import { countStep, type EntitlementRules, moneyStep, type Owed, paidDaysOf, yuan } from './owed.ts'
import { addMonths, weekdaysWithin, wholeMonths } from './period.ts'
import { over, plus, ratio, rounded, times } from './ratio.ts'

/** Work without a written contract. */
export type NoContractInput = {
  readonly startedOn: LocalDate
  /** Day the contract was put in writing; null = never. */
  readonly signedOn: LocalDate | null
  /** Last day worked, or today. */
  readonly untilOn: LocalDate
  readonly monthlyFen: number
}

/**
 * The second wage of each month without a written contract (劳动合同法 Art 82): from the day after the first month to the day
 * before it was put in writing, at most to the day before a year is full (实施条例 Art 6, 7), so eleven months at most. A
 * part of a month counts by its Mondays to Fridays at 月工资 ÷ 21.75.
 */
export function noContract(rules: EntitlementRules, input: NoContractInput): Owed {
  const { freeMonths, untilMonths } = rules.noContract
  const from = addMonths(input.startedOn, freeMonths)
  const yearEnd = addDays(addMonths(input.startedOn, untilMonths), -1)
  const stops = [yearEnd, input.untilOn, ...(input.signedOn === null ? [] : [addDays(input.signedOn, -1)])]
  const to = stops.reduce((first, each) => (each < first ? each : first))
  const laws = ['contract-10', 'contract-82', 'contract-how-6', 'contract-how-7', 'conversion']
  if (to < from) return { fen: 0, steps: [], laws, notes: ['contract-in-time'] }
  const months = wholeMonths(from, to)
  const restDays = weekdaysWithin(addMonths(from, months), to)
  const wage = ratio(input.monthlyFen)
  const owed = plus(times(wage, ratio(months)), times(over(wage, paidDaysOf(rules)), ratio(restDays)))
  const forRest = restDays > 0 ? ` + ${yuan(input.monthlyFen)} ÷ ${rules.paidDays} × ${restDays}` : ''
  const steps = [
    countStep('double-months', `${from} … ${to}`, months, 'months'),
    ...(restDays > 0 ? [countStep('double-days', `${addMonths(from, months)} … ${to}`, restDays, 'days')] : []),
    moneyStep('double-pay', `${yuan(input.monthlyFen)} × ${months}${forRest}`, owed),
  ]
  const open = addDays(yearEnd, 1) <= input.untilOn && (input.signedOn === null || input.signedOn > yearEnd)
  return { fen: rounded(owed), steps, laws, notes: ['double-beside', 'double-year', ...(open ? ['open-ended'] : [])] }
}
