import type { CampaignWords } from './command.ts'
import type { Origin } from './event.ts'

/** A campaign, folded from its events. */
export type CampaignState = CampaignWords & {
  readonly id: string
  readonly unit: number
  /** The unit and all above it, itself first. */
  readonly path: readonly number[]
  /** In the order they were recorded. */
  readonly origins: readonly Origin[]
}
