import { isLocalDate, type LocalDate } from '../../../domain/calendar/local-time.ts'
import { annualLeave } from '../../../domain/entitlement/annual-leave.ts'
import { arrears } from '../../../domain/entitlement/arrears.ts'
import { noContract } from '../../../domain/entitlement/no-contract.ts'
import { overtime } from '../../../domain/entitlement/overtime.ts'
import { type EntitlementRules, fenFrom, type Owed } from '../../../domain/entitlement/owed.ts'
import { decimal, nought, type Ratio } from '../../../domain/entitlement/ratio.ts'
import { type SeveranceKind, severance } from '../../../domain/entitlement/severance.ts'
import type { HelpWords } from '../text/zh-help.ts'

/** What can be reckoned. */
export type OwedKind = keyof HelpWords['kinds']
/** The name of a field, which is its name in the form. */
export type OwedField = keyof HelpWords['fields']
/** What is wrong with a field: a key of `errors`. */
export type Fault = { readonly id: OwedField; readonly what: keyof HelpWords['errors'] }
type Shape = 'money' | 'count' | 'whole' | 'date' | 'check' | 'choice'
type FieldOf = { readonly name: OwedField; readonly shape: Shape; readonly optional?: true }

const money = (name: OwedField): FieldOf => ({ name, shape: 'money' })
const date = (name: OwedField): FieldOf => ({ name, shape: 'date' })
const optional = (field: FieldOf): FieldOf => ({ ...field, optional: true })
const count = (name: OwedField): FieldOf => ({ name, shape: 'count', optional: true })

/** The fields of each kind in their order, the same on the server and in the script. */
export const owedForms: Readonly<Record<OwedKind, readonly FieldOf[]>> = {
  arrears: [money('monthly'), count('months'), count('days'), optional(money('paid')), optional(money('minimum'))],
  overtime: [money('base'), count('workday'), count('restDay'), count('holiday'), optional(money('overtimePaid'))],
  leave: [
    { name: 'year', shape: 'whole' },
    { name: 'years', shape: 'whole' },
    money('average'),
    optional({ name: 'taken', shape: 'whole' }),
    optional(date('joinedOn')),
    optional(date('leftOn')),
    { name: 'waived', shape: 'check' },
  ],
  contract: [date('startedOn'), optional(date('signedOn')), date('untilOn'), money('monthly')],
  severance: [
    { name: 'kind', shape: 'choice' },
    date('startedOn'),
    date('endedOn'),
    money('yearly'),
    optional(money('last')),
    optional(money('minimum')),
    optional(money('local')),
  ],
}

/** The kind an address or a form names. */
export function owedKind(text: string): OwedKind | undefined {
  return Object.hasOwn(owedForms, text) ? (text as OwedKind) : undefined
}

/** What was typed, by field; what is not there is empty. */
export type Typed = (name: string) => string

/** Reckons what was typed, or says what is wrong with it. Keeps nothing. */
export function countOwed(
  rules: EntitlementRules,
  kind: OwedKind,
  typed: Typed,
): { readonly owed: Owed } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const of = (name: OwedField) => typed(name).normalize('NFKC').trim()
  const fault = (id: OwedField, what: Fault['what']) => void faults.push({ id, what })
  for (const { name, shape, optional } of owedForms[kind]) {
    const text = of(name)
    if (text === '') {
      if (!optional && shape !== 'check') fault(name, shape === 'choice' ? 'choice' : 'need')
    } else if (shape === 'money' && fenFrom(text) === undefined) fault(name, 'money')
    else if (shape === 'count' && countOf(text) === undefined) fault(name, 'count')
    else if (shape === 'whole' && !/^\d{1,4}$/.test(text)) fault(name, 'whole')
    else if (name === 'year' && !isDay(`${text}-01-01`)) fault(name, 'whole')
    else if (shape === 'date' && !isDay(text)) fault(name, 'date')
  }
  const fen = (name: OwedField) => fenFrom(of(name)) ?? 0
  const number = (name: OwedField): Ratio => countOf(of(name)) ?? nought
  const day = (name: OwedField): LocalDate | null => (of(name) === '' ? null : of(name))
  const late = (first: OwedField, second: OwedField) => {
    const [from, to] = [day(first), day(second)]
    if (faults.length === 0 && from !== null && to !== null && to < from) fault(second, 'order')
  }
  const any = (...names: OwedField[]) => {
    const [first] = names
    if (faults.length === 0 && first && names.every((name) => number(name).n === 0n)) fault(first, 'nothing')
  }
  switch (kind) {
    case 'arrears': {
      any('months', 'days')
      const paid = { paidFen: fen('paid'), minimumFen: fen('minimum') }
      const input = { monthlyFen: fen('monthly'), months: number('months'), days: number('days'), ...paid }
      return faults.length > 0 ? { faults } : { owed: arrears(rules, input) }
    }
    case 'overtime': {
      any('workday', 'restDay', 'holiday')
      const hours = { workday: number('workday'), restDay: number('restDay'), holiday: number('holiday') }
      const input = { monthlyFen: fen('base'), ...hours, paidFen: fen('overtimePaid') }
      return faults.length > 0 ? { faults } : { owed: overtime(rules, input) }
    }
    case 'leave': {
      late('joinedOn', 'leftOn')
      const days = { joinedOn: day('joinedOn'), leftOn: day('leftOn'), taken: Number(of('taken')) }
      const input = { year: Number(of('year')), years: Number(of('years')), ...days, monthlyFen: fen('average') }
      return faults.length > 0 ? { faults } : { owed: annualLeave(rules, { ...input, waived: of('waived') !== '' }) }
    }
    case 'contract': {
      late('startedOn', 'untilOn')
      const days = { startedOn: of('startedOn'), signedOn: day('signedOn'), untilOn: of('untilOn') }
      return faults.length > 0 ? { faults } : { owed: noContract(rules, { ...days, monthlyFen: fen('monthly') }) }
    }
    case 'severance': {
      late('startedOn', 'endedOn')
      const how = severanceKind(of('kind'))
      if (!how && faults.length === 0) fault('kind', 'choice')
      if (!how || faults.length > 0) return { faults }
      const days = { kind: how, startedOn: of('startedOn'), endedOn: of('endedOn'), monthlyFen: fen('yearly') }
      const rest = { lastFen: fen('last') || fen('yearly'), minimumFen: fen('minimum'), averageFen: fen('local') }
      return { owed: severance(rules, { ...days, ...rest }) }
    }
  }
}

function severanceKind(text: string): SeveranceKind | undefined {
  return text === 'lawful' || text === 'no-notice' || text === 'unlawful' ? text : undefined
}

// Below a hundred thousand, so that a slip of the finger gives no wonder of a sum.
function countOf(text: string): Ratio | undefined {
  return /^\d{1,5}(\.\d{1,2})?$/.test(text) ? decimal(text) : undefined
}

// Further back nobody is owed anything, and counting days one by one would take long.
function isDay(text: string): boolean {
  return isLocalDate(text) && text >= '1950-01-01' && text <= '2099-12-31'
}
