import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'

/** What a decider of practices may know beside state and command. Plain data, loaded by the pipeline. */
export type PracticeFacts = {
  readonly actor: Actor
  /** The unit the command names; null when none of that number is in force. */
  readonly unit: SeatedUnit | null
}

/** Facts of `practice.describe`. */
export type DescribeFacts = PracticeFacts & {
  /** The units named under `where`, in their order; null for one that is not in force. */
  readonly where: readonly (SeatedUnit | null)[]
  /** Most units it may begin at. */
  readonly mostPlaces: number
}
