import type { Actor } from '../actor.ts'
import type { FileFacts } from '../file/attach.ts'
import type { Candidate } from '../routing.ts'
import type { Times } from '../times.ts'
import type { Holder } from './event.ts'

/** What a decider may know beside state and command. Loaded by the pipeline; plain data and pure functions. */
export type DemandFacts = {
  /** Instant of the transaction, ISO 8601 UTC. */
  readonly now: string
  readonly actor: Actor
  /** Every post the acting person holds: who handled calls back under none of them (law 10). Empty where nobody of the union acts. */
  readonly actorPosts: readonly number[]
  readonly times: Times
  readonly needs: Needs
}

/** Numbers of the rules (`rules/limits.yaml`). */
export type Needs = {
  /** Tries that reached nobody after which the union may answer all the same (§2.6). */
  readonly contactTries: number
  /** How often *unsolved* reopens, and the worker may, at the same level (§2.6, §2.8: twice). */
  readonly reopenTimes: number
  /** Days on which, and ways by which, a callback must have been tried before silence is *unknown* (§2.8: 3, 2). */
  readonly callbackTries: number
  readonly callbackWays: number
  /** Days after a closing on which the worker is asked about retaliation (§4 rule 18). */
  readonly watchDays: readonly number[]
  /** Levels of union that take over what stays late 督办 (§2.6: county or province). */
  readonly superviseLevels: readonly string[]
}

/** Facts of `demand.raise`. */
export type RaiseFacts = GroupsFacts &
  FileFacts & {
    /** Demand number already taken from the counter of region and day. */
    readonly number: string
    readonly pseudonym: string
    readonly regionKnown: boolean
    /** Units from the region upward, nearest first. */
    readonly candidates: readonly Candidate[]
    /** The employer's own union and the units below it; null when the employer is unknown to us. */
    readonly employerUnits: readonly number[] | null
    /** The same of the agency named; null when none is, or it is unknown to us. */
    readonly agencyUnits: readonly number[] | null
    readonly topicKnown: boolean
    readonly channelKnown: boolean
    /** Whether the visit named is one of the same union, recorded or gone on by the same person; true where none is named. */
    readonly visitKnown: boolean
    /** When that visit began, ISO 8601 UTC; null where none is named. */
    readonly visitFrom: string | null
    /** Persons from which a matter is urgent by rule (§2.4: 10). */
    readonly groupFrom: number
    /** Urgency a rule fixes when raised: for danger to life, by number of persons; `default` otherwise. */
    readonly urgency: { readonly default: string; readonly group: string; readonly danger: string }
    /** The unit of these that supervises whoever leads below it (双派单): danger and groups get an order at once. */
    readonly copy: Holder | null
  }

/** Facts of `demand.keep-cadre`. */
export type KeepFacts = DemandFacts & {
  /** The post that heard it on a visit, and its union; null where it was heard elsewhere. */
  readonly visitor: { readonly post: number; readonly unit: number } | null
}

/** Facts of `groups.set`. */
export type GroupsFacts = DemandFacts & {
  /** The first code that stands in no list; null where all are known. */
  readonly strangeGroup: string | null
}

/** What triage and every other giving of an order must know of topic and lead. */
export type LeadFacts = DemandFacts & {
  /** The lead asked for, with its ancestors; null when there is no such unit in force. */
  readonly lead: (Holder & { readonly staffed: boolean; readonly level: string }) | null
  /** The unit above the lead that supervises (双派单); null for the root. */
  readonly copy: Holder | null
  /** Own unions of employer and agency with the units below them; empty when the matter names neither. */
  readonly employerUnits: readonly number[]
  /** True for leaves that may go to the employer's own union (K, N) when the worker is named (§2.4, §3). */
  readonly mayGoToEnterpriseUnion: boolean
}

/** Facts of `demand.triage` and `demand.answer-now`. */
export type TriageFacts = LeadFacts & {
  readonly topicKnown: boolean
  readonly natureKnown: boolean
  readonly classKnown: boolean
  /** The section that alone may see this leaf: discipline, or a need-to-know section; null for all others. */
  readonly restricted: string | null
}

/**
 * Facts of whatever goes one level up or to another unit: answer, callback, ruling, request, opinion, tick. `ladder`: the
 * lead (before triage: the triage unit) and the units above it, nearest first, with the staff the work needs.
 */
export type LadderFacts = DemandFacts & {
  readonly ladder: readonly Candidate[]
  /** The same units with the posts that may decide: rule, grant, state an opinion. */
  readonly deciders: readonly Candidate[]
}

/**
 * Facts of `exclusion.ask`. `judges`: the lead and the units above it, nearest first; staffed where as many persons as must
 * agree could.
 */
export type ExclusionFacts = DemandFacts & { readonly judges: readonly Candidate[] }

/** Facts of `demand.answer`: the ladder calls back. */
export type AnswerFacts = LadderFacts

/** Facts of `demand.answer-now`: triage and answer in one go. `lead` is not asked for, the triage unit leads. */
export type AnswerNowFacts = TriageFacts & LadderFacts

/** Facts of `order.object`. */
export type ObjectFacts = LadderFacts & {
  /** Whether the reason stands in the catalogue of objections. */
  readonly reasonKnown: boolean
}

/** Facts of `recusal.declare`; the ladder is staffed for leading. */
export type RecusalFacts = LadderFacts & {
  /** Whether another post that has not stepped back could lead at this unit. */
  readonly othersStaffed: boolean
}

/** Facts of `demand.reclass`. */
export type ClassFacts = DemandFacts & { readonly classKnown: boolean }

/** Facts of `joint.order`. */
export type JointFacts = DemandFacts & {
  /** The unit asked for; null when there is none in force or a department is asked. */
  readonly joint: (Holder & { readonly staffed: boolean }) | null
  readonly departmentKnown: boolean
}

/** Facts of `request.ask`. */
export type RequestFacts = LadderFacts & {
  readonly reasonKnown: boolean
  /** Latest end the reason of a pause allows; null where it sets none. */
  readonly untilMost: string | null
  readonly classKnown: boolean
}

/** Facts of `letter.send`. */
export type LetterFacts = DemandFacts & {
  readonly letterKnown: boolean
  /** The letter goes to the employer: the worker's word comes first (§4 rule 4). */
  readonly toEmployer: boolean
  /** Whether the lead's level may send this letter. */
  readonly mayOfLevel: boolean
  /** When the reply is due; null where none is asked. */
  readonly replyDueAt: string | null
}

/** Facts of `demand.merge`: the master as its row shows it, null when out of the actor's reach. */
export type MergeFacts = DemandFacts & {
  readonly master: {
    readonly id: string
    readonly number: string
    readonly open: boolean
    readonly lead: Holder | null
    readonly copies: readonly Holder[]
    readonly dueAt: string | null
    readonly master: string | null
    readonly blocked: readonly number[]
    /** Null until a person sorted it. */
    readonly topic: string | null
    /** The section that alone may see it. */
    readonly restricted: string | null
  } | null
}
