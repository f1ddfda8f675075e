import type { Actor } from '../actor.ts'

/** What a decider of the main line may know beside state and command. Plain data, loaded by the pipeline. */
export type LineFacts = {
  readonly actor: Actor
  /** Local day of the command, YYYY-MM-DD. */
  readonly today: string
}

/** Facts of `campaign.open`: the unit named, with its ancestors, itself first; empty when none is in force. */
export type OpenFacts = LineFacts & { readonly path: readonly number[] }

/** Facts of `origin.record`. */
export type OriginFacts = LineFacts & {
  /** Whether the directive named is there; true where none is named. */
  readonly directiveKnown: boolean
  /** Whether the actor sees the demand named; true where none is named. */
  readonly demandSeen: boolean
}
