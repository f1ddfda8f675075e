import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { At } from './event.ts'

/** What a decider of visits may know beside state and body. Plain data, loaded by the pipeline. */
export type VisitFacts = {
  readonly actor: Actor
  /** Instant of the transaction, ISO 8601 UTC. */
  readonly now: string
  /** Whose it is: the unit named, or that of the visit; null when none of that number is in force. */
  readonly unit: SeatedUnit | null
}

/** Where the body says: `unknown` names the field that is not in the lists or not within reach. */
export type SpotFacts = { readonly at: At } | { readonly unknown: 'place' | 'employer' | 'region' }

/** Facts of `visit.plan`. */
export type PlanFacts = VisitFacts & {
  readonly spot: SpotFacts
  /** The unit of the post named, when it is in force. */
  readonly postUnit: number | null
}

/** Facts of `visit.drop`. */
export type DropFacts = VisitFacts & { readonly reasonKnown: boolean }

/** Facts of `visit.correct` and, with the spot, of `visit.record`. */
export type ToldFacts = VisitFacts & {
  /** The first code that stands in no list, with the list it was looked for in; null where all are known. */
  readonly stray: Stray | null
  /** Posts of the team that are not in force. */
  readonly strangers: readonly number[]
  /** How far the clock of a phone may run ahead (rules/visits.yaml). */
  readonly aheadMinutes: number
  readonly correctDays: number
  /** Every post the acting person holds: the record is theirs, whichever of them recorded it. */
  readonly actorPosts: readonly number[]
}

/** A code that stands in no list. */
export type Stray = { readonly list: 'kind' | 'theme' | 'deed' | 'topic' | 'policy'; readonly code: string }

/** Facts of `visit.record`. */
export type RecordFacts = ToldFacts & { readonly spot: SpotFacts }
