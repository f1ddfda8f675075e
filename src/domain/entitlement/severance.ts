import type { LocalDate } from '../calendar/local-time.ts'
import { countStep, type EntitlementRules, moneyStep, type Owed, yuan } from './owed.ts'
import { addMonths, wholeMonths } from './period.ts'
import { ratio, rounded, times } from './ratio.ts'

/** How it ended: with 经济补偿; with a month's wage in place of notice; against the law. */
export type SeveranceKind = 'lawful' | 'no-notice' | 'unlawful'

/** The end of employment. */
export type SeveranceInput = {
  readonly kind: SeveranceKind
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate
  /** Average of what was due in the last twelve months, or of as many as were worked, in 分. */
  readonly monthlyFen: number
  /** Wage of the last month, in 分, for the month in place of notice. */
  readonly lastFen: number
  /** Local minimum wage a month and local average monthly wage of the year before, in 分; 0 = not given. */
  readonly minimumFen: number
  readonly averageFen: number
}

/**
 * Severance pay 经济补偿 (劳动合同法 Art 47): a month's wage for each year, half a year and more as a year, less as half a
 * month; the wage at most three times the local average, and then for twelve years at most; at least the local minimum
 * (实施条例 Art 27). Twice that for an unlawful dismissal, instead of it (Art 87, 实施条例 Art 25).
 */
export function severance(rules: EntitlementRules, input: SeveranceInput): Owed {
  const { capTimes, capYears, unlawfulTimes, wholeFromMonths, since } = rules.severance
  const { averageFen, kind, minimumFen, monthlyFen } = input
  const months = wholeMonths(input.startedOn, input.endedOn)
  const rest = months % 12
  const whole = Math.floor(months / 12)
  const capFen = averageFen * capTimes
  const capped = averageFen > 0 && monthlyFen > capFen
  const halves = whole * 2 + (rest >= wholeFromMonths ? 2 : isBeyond(input, whole) ? 1 : 0)
  const counted = capped ? Math.min(halves, capYears * 2) : halves
  const baseFen = capped ? capFen : Math.max(monthlyFen, minimumFen)
  const base = ratio(baseFen)
  const years = ratio(counted, 2)
  const pay = times(base, years)
  const factor = kind === 'unlawful' ? unlawfulTimes : 1
  const extra = kind === 'no-notice' ? input.lastFen : 0
  const owed = rounded(times(pay, ratio(factor))) + extra
  const counts = countStep('years', `${input.startedOn} … ${input.endedOn}`, years, 'months')
  const steps = [
    counts,
    ...(capped ? [moneyStep('capped', `${yuan(averageFen)} × ${capTimes}`, base)] : []),
    ...(!capped && minimumFen > monthlyFen ? [moneyStep('minimum', '', base)] : []),
    moneyStep('severance', `${yuan(baseFen)} × ${counts.value}`, pay),
    ...(factor > 1 ? [moneyStep('unlawful', `${yuan(rounded(pay))} × ${factor}`, ratio(owed))] : []),
    ...(extra > 0 ? [moneyStep('in-place-of-notice', `${yuan(rounded(pay))} + ${yuan(extra)}`, ratio(owed))] : []),
  ]
  const own = {
    lawful: ['contract-46'],
    'no-notice': ['contract-40', 'contract-46', 'contract-how-20'],
    unlawful: ['contract-48', 'contract-87', 'contract-how-25'],
  }
  const notes = [
    ...(input.startedOn < since ? ['before-2008'] : []),
    ...(averageFen === 0 ? ['no-average'] : []),
    ...(kind === 'lawful' ? ['severance-when'] : kind === 'unlawful' ? ['unlawful-instead'] : []),
  ]
  return { fen: owed, steps, laws: [...own[kind], 'contract-47', 'contract-how-27'], notes }
}

/** Whether any day was worked beyond the whole years. */
function isBeyond({ startedOn, endedOn }: SeveranceInput, whole: number): boolean {
  return addMonths(startedOn, whole * 12) <= endedOn
}
