import { type EntitlementRules, moneyStep, type Owed, paidDaysOf, yuan } from './owed.ts'
import { isMore, minus, nought, over, plus, type Ratio, ratio, rounded, times, written } from './ratio.ts'

/** Overtime under standard hours. */
export type OvertimeInput = {
  /** Wage a month for ordinary hours, in 分. */
  readonly monthlyFen: number
  /** Hours beyond the working day; on rest days without another day off; on statutory holidays. */
  readonly workday: Ratio
  readonly restDay: Ratio
  readonly holiday: Ratio
  /** Overtime pay that came, in 分. */
  readonly paidFen: number
}

const kinds = ['workday', 'restDay', 'holiday'] as const

/**
 * Overtime pay at 150, 200 and 300 % of the hourly wage (劳动法 Art 44), the hour being the month's wage ÷ 21.75 ÷ 8. The
 * ordinary wage of a statutory holiday is beside it: it stands in the month's wage (劳动法 Art 51).
 */
export function overtime(rules: EntitlementRules, input: OvertimeInput): Owed {
  const hour = over(ratio(input.monthlyFen), times(paidDaysOf(rules), ratio(rules.hoursADay)))
  const hourly = moneyStep('hourly', `${yuan(input.monthlyFen)} ÷ ${rules.paidDays} ÷ ${rules.hoursADay}`, hour)
  const worked = kinds.filter((kind) => input[kind].n > 0n)
  const amount = (kind: (typeof kinds)[number]) => times(times(hour, ratio(rules.overtime[kind], 100)), input[kind])
  const due = worked.map(amount).reduce(plus, nought)
  const rest = minus(due, ratio(input.paidFen))
  const owed = isMore(rest, nought) ? rest : nought
  const fen = rounded(owed)
  const each = hourly.value
  const lines = worked.map((kind) =>
    moneyStep(kind, `${each} × ${rules.overtime[kind]}% × ${written(input[kind]).text}`, amount(kind)),
  )
  const total = worked.length > 1 || input.paidFen > 0
  const sum = `${lines.map(({ value }) => value).join(' + ')}${input.paidFen > 0 ? ` − ${yuan(input.paidFen)}` : ''}`
  return {
    fen,
    steps: [hourly, ...lines, ...(total ? [moneyStep('unpaid', sum, owed)] : [])],
    laws: ['labour-44', 'wages-13', 'conversion', 'labour-51', 'contract-31', 'contract-85'],
    notes: [fen > 0 ? 'late' : 'nothing', 'special-hours', 'proof-overtime'],
  }
}
