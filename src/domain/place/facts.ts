import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'

/** What a decider of contact points may know beside state and body. */
export type PlaceFacts = {
  readonly actor: Actor
  /** Whose it is; null when no unit of that number is in force. */
  readonly unit: SeatedUnit | null
}

/** A post in force: its unit, and the post its chain of hand-overs began with. */
export type PostFacts = PlaceFacts & { readonly post: { readonly unit: number; readonly first: number } | null }

/** Facts of `place.keep`. */
export type KeepFacts = PostFacts & {
  readonly kindKnown: boolean
  /** True when none is named as well. */
  readonly employerKnown: boolean
  /** Region of the place: the one named, that of the enterprise, or that of the union; null when the one named is unknown. */
  readonly region: string | null
}
