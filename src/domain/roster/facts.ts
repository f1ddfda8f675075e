import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'

/** What a decider of an office may know beside state and command. Plain data, loaded by the pipeline. */
export type OfficeFacts = {
  readonly actor: Actor
  /** The unit the command names; null when none of that number is in force. */
  readonly unit: SeatedUnit | null
}

/** Facts of `duty.set`. */
export type DutyFacts = OfficeFacts & {
  /** The post named, when it is in force: its unit, and the post its chain of hand-overs began with. */
  readonly post: { readonly unit: number; readonly first: number } | null
  /** Longest time of one entry, in days of 24 hours (rules/posts.yaml). */
  readonly mostDays: number
}
