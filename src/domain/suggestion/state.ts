import type { Opinion } from './command.ts'
import type { SuggestionSent } from './event.ts'

/** What a level said. `text` is the id of what is sealed. */
export type Said = {
  readonly unit: number
  readonly opinion: Opinion
  readonly late: boolean
  /** Local day. */
  readonly on: string
  readonly text: string
}

/** A policy suggestion, folded from its events. */
export type SuggestionState = {
  readonly id: string
  readonly unit: number
  /** Who raised it and every level above: who may see it, and the way it climbs. */
  readonly path: readonly number[]
  readonly title: string
  readonly issue: string | null
  /** Instant, ISO 8601 UTC. */
  readonly raisedAt: string
  /** Id of what is sealed. */
  readonly text: string
  /** The level it waits for; null once it ended. */
  readonly waits: SuggestionSent | null
  readonly opinions: readonly Said[]
  /** Levels that were passed by, since nobody there could have given an opinion. */
  readonly passed: readonly number[]
  readonly ended: { readonly unit: number; readonly as: Opinion; readonly at: string } | null
}
