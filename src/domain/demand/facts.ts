import type { Actor } from '../actor.ts'
import type { Candidate } from '../routing.ts'
import type { Times } from '../times.ts'
import type { Holder } from './event.ts'

/** What a decider may know beside state and command. Loaded by the pipeline; plain data and pure functions. */
export type DemandFacts = {
  /** Instant of the transaction, ISO 8601 UTC. */
  readonly now: string
  readonly actor: Actor
  readonly times: Times
  /** Tries that reached nobody after which the union may answer all the same (§2.6). */
  readonly contactTries: number
  /** How often *unsolved* reopens by itself (§2.6: twice). */
  readonly reopenTimes: number
}

/** Facts of `demand.raise`. */
export type RaiseFacts = DemandFacts & {
  /** Demand number already taken from the counter of region and day. */
  readonly number: string
  readonly pseudonym: string
  readonly regionKnown: boolean
  /** Units from the region upward, nearest first. */
  readonly candidates: readonly Candidate[]
  /** The employer's own union and the units below it; null when the employer is unknown to us. */
  readonly employerUnits: readonly number[] | null
  readonly topicKnown: boolean
  readonly channelKnown: boolean
  /** Persons from which a matter is urgent by rule (§2.4: 10). */
  readonly groupFrom: number
  /** Urgency a rule fixes when raised, by number of persons; `default` otherwise. */
  readonly urgency: { readonly default: string; readonly group: string }
}

/** Facts of `demand.triage`. */
export type TriageFacts = DemandFacts & {
  readonly topicKnown: boolean
  readonly natureKnown: boolean
  readonly classKnown: boolean
  /** The lead asked for, with its ancestors; null when there is no such unit in force. */
  readonly lead: (Holder & { readonly staffed: boolean; readonly level: string }) | null
  /** The unit above the lead that supervises (双派单); null for the root. */
  readonly copy: Holder | null
  /** Own union of the employer and the units below it; empty when the matter names no employer. */
  readonly employerUnits: readonly number[]
  /** True for leaves that may go to the employer's own union (K, N) when the worker is named (§2.4, §3). */
  readonly mayGoToEnterpriseUnion: boolean
}

/** Facts of `demand.answer`. */
export type AnswerFacts = DemandFacts & {
  /** Units that could call back, nearest above first; never the lead unless nothing else is staffed. */
  readonly callbackCandidates: readonly Candidate[]
}
