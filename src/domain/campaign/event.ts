import type { ContentRef } from '../decision.ts'
import type { CampaignWords, OriginKind } from './command.ts'

/** Events of a campaign 主线: what it is for, and what set it going. */
export type CampaignEvent =
  | {
      readonly kind: 'CampaignOpened'
      readonly body: { readonly unit: number; readonly path: readonly number[] } & CampaignWords
    }
  | { readonly kind: 'CampaignChanged'; readonly body: Partial<CampaignWords> }
  | { readonly kind: 'OriginRecorded'; readonly body: Origin }

/** One link of the origin chain. `content`: who said it, and the words, both sealed under the campaign. */
export type Origin = {
  readonly entry: number
  readonly origin: OriginKind
  /** YYYY-MM-DD. */
  readonly on: string
  readonly ledTo: string | null
  readonly directive: string | null
  readonly demand: string | null
  readonly content: { readonly who: ContentRef; readonly words: ContentRef }
}
