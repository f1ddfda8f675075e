import type { ContentRef } from '../decision.ts'
import type { Opinion } from './command.ts'

/** A unit as it stood when it was named: `path` is itself first, then all above it. */
type At = { readonly unit: number; readonly path: readonly number[] }
type Said = { readonly content: { readonly text: ContentRef } }

/** Events of a policy suggestion. What was written is sealed, it may tell of a worker; title, levels and days stand plain. */
export type SuggestionEvent =
  | {
      readonly kind: 'SuggestionRaised'
      readonly body: At & Said & { readonly title: string; readonly issue: string | null }
    }
  | { readonly kind: 'SuggestionSent'; readonly body: SuggestionSent }
  | { readonly kind: 'SuggestionOpined'; readonly body: SuggestionOpined & Said }
  | { readonly kind: 'SuggestionEnded'; readonly body: { readonly unit: number; readonly as: Opinion } }

/** It waits for the opinion of this level now. */
export type SuggestionSent = At & {
  /** Local day on which the opinion is due. */
  readonly dueOn: string
  /** Levels in between where nobody could have given one. */
  readonly passed: readonly number[]
}

/** A level gave its opinion; `late`: after the day it was due. */
export type SuggestionOpined = { readonly unit: number; readonly opinion: Opinion; readonly late: boolean }
