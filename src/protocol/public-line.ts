import type { Measure } from '../domain/measure/measure.ts'
import type { FigureCell } from './figure-view.ts'

/** A measure and what it came to, or why that is not said. */
export type Figured = { readonly measure: Measure; readonly figure: FigureCell }
/** A campaign as everybody may read it. Days YYYY-MM-DD, months YYYY-MM. */
export type PublicCampaign = {
  readonly title: string
  readonly purpose: string
  /** The union that asks. */
  readonly by: string
  readonly fromOn: string
  readonly toOn: string | null
  readonly period: { readonly from: string; readonly to: string }
  readonly papers: readonly {
    readonly number: string
    readonly title: string
    readonly issuedOn: string
    readonly clauses: readonly {
      readonly text: string
      readonly cut: string | null
      readonly figured: Figured | null
    }[]
  }[]
}
/** What `/line` says. `root`: the topmost union, null where there is none. */
export type PublicLine = {
  readonly root: string | null
  readonly period: { readonly from: string; readonly to: string } | null
  readonly fewest: number
  readonly campaigns: readonly PublicCampaign[]
  /** What was done over the period, for `/about`. */
  readonly work: readonly Figured[]
  readonly failures: readonly Figured[]
}
