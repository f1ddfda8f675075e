import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { Candidate } from '../routing.ts'

/** What a decider of suggestions may know beside state and command. Plain data, loaded by the pipeline. */
export type SuggestionFacts = {
  readonly actor: Actor
  /** The present day, local. */
  readonly today: string
  /** Local day on which the next level's opinion is due. */
  readonly dueOn: string
  /** Levels above the one that acts, nearest first; `staffed`: a post that may give an opinion is in force there. */
  readonly above: readonly Candidate[]
}

/** Facts of `suggestion.raise`. */
export type RaiseSuggestionFacts = SuggestionFacts & {
  readonly unit: SeatedUnit | null
  /** The issue named is there and reaches the unit; true where none is named. */
  readonly issueKnown: boolean
}
