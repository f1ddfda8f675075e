import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { Cluster } from './event.ts'

/** What a decider of issues may know beside state and command. Plain data, loaded by the pipeline. */
export type IssueFacts = {
  readonly actor: Actor
  /** The present day, local. */
  readonly today: string
}

/** Facts of `issue.open`. */
export type OpenFacts = IssueFacts & {
  /** Null when none of that number is in force. */
  readonly unit: SeatedUnit | null
  readonly topicKnown: boolean
  /** One section alone sees matters of this leaf (§4 rule 7): nothing is counted of them here. */
  readonly topicAlone: boolean
  /** The employer's own union and all below; null when no employer is named, or none that is known. */
  readonly employerUnits: readonly number[] | null
  /** At least one of the matters counted there names the employer as the agency that hired the worker out. */
  readonly asAgency: boolean
  /** Units the matters counted there are hidden from: own unions of whoever else they name. Never the unit that asks. */
  readonly hiddenFrom: readonly number[]
  /** The region named is in force and lies within that of the unit. */
  readonly regionWithin: boolean
  /** What is found there now; null where it is no pattern. */
  readonly cluster: Cluster | null
  /** The unit has one open already for this leaf in this place. */
  readonly alreadyOpen: boolean
}

/** Facts of the commands that name a unit: `issue.own` and `issue.task`. */
export type UnitFacts = IssueFacts & {
  readonly unit: SeatedUnit | null
  /** The post named, if one is. */
  readonly post?: number | undefined
  /** It is in force at that unit; true where none is named. */
  readonly postKnown: boolean
  /** The unit is an enterprise's own union or below one, and the one that opened the issue is not. */
  readonly workplace: boolean
}

/** Facts of `issue.close`. */
export type CloseFacts = IssueFacts & { readonly reasonKnown: boolean }
