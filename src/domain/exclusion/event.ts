import type { ContentRef } from '../decision.ts'
import type { Holder } from '../demand/event.ts'

/**
 * Events of an exclusion 申诉剔除 in a demand's stream (domain §2.9). None of them changes what the worker said: a matter is
 * left out of the rates, its verdict stands, and how many were left out is published.
 */
export type ExclusionEvent =
  | { readonly kind: 'ExclusionAsked'; readonly body: ExclusionAsked }
  | {
      readonly kind: 'ExclusionWeighed'
      readonly body: {
        readonly agree: boolean
        readonly post: number
        readonly content: { readonly text?: ContentRef }
      }
    }
  | { readonly kind: 'ExclusionDecided'; readonly body: { readonly excluded: boolean; readonly why: ExclusionWhy } }

/** Asked of one level up, to be decided by two persons there; silence keeps the matter in the rates. */
export type ExclusionAsked = {
  /** Code of `rules/reasons.yaml`, list `exclude`. */
  readonly reason: string
  readonly judge: Holder
  readonly decideBy: string
  readonly content: { readonly text: ContentRef }
}

/** How it was decided: two agreed, one did not, or nobody in time. */
export type ExclusionWhy = 'two' | 'one' | 'silence'
