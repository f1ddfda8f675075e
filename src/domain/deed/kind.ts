import { isLocalDate } from '../calendar/local-time.ts'
import type { Text } from '../text.ts'

/** A field of a kind's own: a code, a count of persons, an amount in fen, a day or yes and no, never words about a person. */
export type DeedField = {
  readonly code: string
  readonly name: Text
  readonly type: 'yes-no' | 'count' | 'amount' | 'day' | 'one-of'
  readonly required: boolean
  /** Of `one-of`; empty otherwise. */
  readonly options: readonly { readonly code: string; readonly name: Text }[]
}

/** A kind of deed 实事 (rules/deeds.yaml). `notice`: it is shown publicly before it is given (domain §8, S53). */
export type DeedKind = {
  readonly code: string
  readonly name: Text
  readonly notice: boolean
  readonly fields: readonly DeedField[]
}

/** What the rules say of deeds beside their kinds. */
export type DeedRules = {
  /** Where money may come from. */
  readonly funds: readonly { readonly code: string; readonly name: Text }[]
  /** How long a public notice stands, in working days; never below five (domain §8, S53). */
  readonly noticeWorkingDays: number
  /** Surnames of more than one character; everything else of more than one is a whole name. */
  readonly compoundSurnames: readonly string[]
  /** Most slips one command makes. */
  readonly mostSlipsAtOnce: number
}

/** Values of a kind's own fields, by code. Counts are whole and above zero, amounts fen, days `YYYY-MM-DD`. */
export type DeedValues = Readonly<Record<string, string | number | boolean>>

/** Largest count of persons and largest amount in fen that a field takes. */
const most = { count: 1_000_000_000, amount: 10_000_000_000_000 } as const

/** The first field that is missing, unknown to the kind or of the wrong form; null when the values fit. */
export function wrongField({ fields }: DeedKind, values: DeedValues): string | null {
  const stranger = Object.keys(values).find((code) => !fields.some((field) => field.code === code))
  if (stranger !== undefined) return stranger
  const wrong = fields.find((field) => {
    const value = values[field.code]
    return value === undefined ? field.required : !fits(field, value)
  })
  return wrong?.code ?? null
}

function fits({ type, options }: DeedField, value: string | number | boolean): boolean {
  switch (type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most.count
    case 'amount':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most.amount
    case 'day':
      return typeof value === 'string' && isLocalDate(value)
    case 'one-of':
      return options.some(({ code }) => code === value)
  }
}
