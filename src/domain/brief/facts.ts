import type { Actor } from '../actor.ts'

/** What the decider of a brief may know beside state and command. */
export type BriefFacts = {
  readonly actor: Actor
  /** Whether the directive is in force still; of a withdrawn one there is nothing to plan. */
  readonly inForce: boolean
}
