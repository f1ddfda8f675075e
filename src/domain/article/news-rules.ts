import type { Named } from '../rules.ts'
import type { Text } from '../text.ts'

/** `rules/news.yaml`: how long pages and lists are, topics 专题, and why something is taken off. */
export type NewsRules = {
  /** Characters after which a page ends. */
  readonly pageCharacters: number
  readonly latest: number
  readonly related: number
  readonly hot: number
  readonly topics: readonly Named[]
  readonly withdrawals: readonly Named[]
  readonly comments: CommentRules
}

/** How readers comment on articles. */
export type CommentRules = {
  /** Off as it ships: a federation that wants comments says so in its own rules. */
  readonly open: boolean
  readonly mostCharacters: number
  /** How many stand under an article, the latest. */
  readonly shown: number
  readonly codeMinutes: number
  /** Codes one number gets, and one place asks for, before it waits. */
  readonly codesPerPhone: number
  readonly codesPerPlace: number
  /** The message with the code; `{code}` and `{minutes}` stand in it. */
  readonly message: Text
  /** Why a comment is not published. */
  readonly refusals: readonly Named[]
}
