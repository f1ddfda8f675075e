import type { Actor } from '../actor.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { UnitLevel } from '../topic.ts'
import type { TrainingRules } from './rules.ts'
import type { Seat } from './seat.ts'

/** What every decider of training may know. Plain data, loaded by the pipeline. */
export type TrainingFacts = {
  readonly actor: Actor
  /** The actor's own unit and all above, itself first; empty for whoever has no post. */
  readonly above: readonly number[]
  readonly today: LocalDate
  readonly now: number
  readonly rules: TrainingRules
}

/** The unit a command names; null when none of that number is in force. */
export type NamedUnit = { readonly unit: number; readonly path: readonly number[]; readonly level: UnitLevel } | null

/** A plan or course another command names, as far as it is looked at; null where there is none. */
export type NamedPlan = {
  readonly path: readonly number[]
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly closed: boolean
} | null

/** The posts in force of the people a command names, by account; somebody unknown or without a post is missing. */
export type People = ReadonlyMap<string, readonly Seat[]>
