import type { Text } from '../text.ts'
import type { Measure } from './measure.ts'

/** A share: how many of `of` are in `counts`. Both are sums of measures. */
export type Rate = {
  readonly code: string
  readonly name: Text
  readonly counts: readonly Measure[]
  readonly of: readonly Measure[]
}

/** How figures are told (domain §2.9): data of `rules/figures.yaml`. */
export type FigureRules = {
  /** Counts below this, other than none, are not shown. */
  readonly fewest: number
  /** What each measure is called and what exactly it counts. */
  readonly measures: Readonly<Record<Measure, { readonly name: Text; readonly definition: Text }>>
  readonly rates: readonly Rate[]
}
