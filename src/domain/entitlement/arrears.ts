import { type EntitlementRules, moneyStep, type Owed, paidDaysOf, yuan } from './owed.ts'
import { isMore, minus, nought, over, plus, type Ratio, ratio, rounded, times, written } from './ratio.ts'

/** Pay that was agreed and did not come. */
export type ArrearsInput = {
  /** Agreed wage a month, in 分. */
  readonly monthlyFen: number
  /** Whole months, and working days beside them, that were worked and are to be counted. */
  readonly months: Ratio
  readonly days: Ratio
  /** What was paid for that time, in 分. */
  readonly paidFen: number
  /** The local minimum wage a month, in 分, as the worker knows it; 0 = not given. */
  readonly minimumFen: number
}

/**
 * Wages owed: agreed wage for the time worked less what was paid. An agreed wage below the local minimum counts as the
 * minimum (劳动法 Art 48). Never below 0.
 */
export function arrears(rules: EntitlementRules, input: ArrearsInput): Owed {
  const below = input.minimumFen > input.monthlyFen
  const baseFen = below ? input.minimumFen : input.monthlyFen
  const base = ratio(baseFen)
  const forMonths = times(base, input.months)
  const forDays = times(over(base, paidDaysOf(rules)), input.days)
  const due = plus(forMonths, forDays)
  const rest = minus(due, ratio(input.paidFen))
  const owed = isMore(rest, nought) ? rest : nought
  const fen = rounded(owed)
  const each = yuan(baseFen)
  const steps = [
    ...(below ? [moneyStep('minimum', '', base)] : []),
    ...(input.months.n > 0n ? [moneyStep('months', `${each} × ${written(input.months).text}`, forMonths)] : []),
    ...(input.days.n > 0n
      ? [moneyStep('days', `${each} ÷ ${rules.paidDays} × ${written(input.days).text}`, forDays)]
      : []),
    moneyStep('unpaid', `${written(over(due, ratio(100))).text} − ${yuan(input.paidFen)}`, owed),
  ]
  const laws = ['labour-50', 'contract-30', 'wages-9', 'conversion', ...(below ? ['labour-48'] : []), 'contract-85']
  return { fen, steps, laws, notes: fen > 0 ? ['late'] : ['nothing'] }
}

/** What labour inspection may add to a sum when its order to pay is not obeyed, in 分 (劳动合同法 Art 85). */
export function lateAddition(
  rules: EntitlementRules,
  fen: number,
): { readonly fromFen: number; readonly toFen: number } {
  const share = (percent: number) => rounded(ratio(fen * percent, 100))
  return { fromFen: share(rules.late.from), toFen: share(rules.late.to) }
}
