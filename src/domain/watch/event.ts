import type { ContentRef } from '../decision.ts'
import type { Holder } from '../demand/event.ts'

/** *Did anyone give you trouble?* at day 30 and 90 after a case against an employer; yes protects one level up (§4 rule 18). */
export type WatchEvent =
  | { readonly kind: 'WatchAsked'; readonly body: { readonly day: number } }
  | {
      readonly kind: 'WatchAnswered'
      readonly body: { readonly trouble: boolean; readonly content: { readonly text?: ContentRef } }
    }
  /** A case of its own kind and clock on the same stream: P1, led one level above the lead. */
  | {
      readonly kind: 'ProtectionOpened'
      readonly body: { readonly cause: 'pressed' | 'watch'; readonly to: Holder; readonly dueAt: string }
    }
  | { readonly kind: 'ProtectionAnswered'; readonly body: { readonly content: { readonly text: ContentRef } } }
