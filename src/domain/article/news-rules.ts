import type { Named } from '../rules.ts'

/** `rules/news.yaml`: how long pages and lists are, topics 专题, and why something is taken off. */
export type NewsRules = {
  /** Characters after which a page ends. */
  readonly pageCharacters: number
  readonly latest: number
  readonly related: number
  readonly hot: number
  readonly topics: readonly Named[]
  readonly withdrawals: readonly Named[]
}
