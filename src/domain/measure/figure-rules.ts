import type { Text } from '../text.ts'
import type { CountedThing, FigureUnit, Measure } from './measure.ts'

/** A share: how many of `of` are in `counts`. Both are sums of measures. */
export type Rate = {
  readonly code: string
  readonly name: Text
  readonly counts: readonly Measure[]
  readonly of: readonly Measure[]
}

/** A measure as the rules describe it. */
export type MeasureRule = {
  readonly of: CountedThing
  readonly unit: FigureUnit
  /** Of workers' matters: counts from one to one below the fewest are hidden, and what gives them away. */
  readonly private: boolean
  readonly name: Text
  /** What exactly it counts. */
  readonly definition: Text
}

/** How figures are told (domain §2.9): data of `rules/figures.yaml`. */
export type FigureRules = {
  /** Counts below this, other than none, are not shown. */
  readonly fewest: number
  /** Smallest whole of a share that stands beside another (§2.9: no comparison of unions below 30). */
  readonly comparable: number
  readonly measures: Readonly<Record<Measure, MeasureRule>>
  readonly rates: readonly Rate[]
}
