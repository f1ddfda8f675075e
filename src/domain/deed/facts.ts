import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { DeedKind } from './kind.ts'

/** What a decider of deeds may know beside state and command. Plain data, loaded by the pipeline. */
export type DeedFacts = {
  readonly actor: Actor
  /** The day of the command in China, `YYYY-MM-DD`. */
  readonly today: string
}

/** Facts of `deed.propose`. */
export type ProposeFacts = DeedFacts & {
  /** The unit named; null when none of that number is in force. */
  readonly unit: SeatedUnit | null
  /** The kind named; null when the rules know none of that code. */
  readonly kind: DeedKind | null
  /** True when no fund is named, or one the rules know. */
  readonly fundKnown: boolean
  /** True when no employer is named, or one in force. */
  readonly employerKnown: boolean
  /** True when no demand is named, or one the actor sees. */
  readonly demandKnown: boolean
  /** Surnames of more than one character. */
  readonly compoundSurnames: readonly string[]
  /** Last day of a public notice that begins today. */
  readonly noticeTo: string
  /** How many persons must approve money. */
  readonly approvers: number
}

/** Facts of `deed.slip`. */
export type SlipFacts = DeedFacts & { readonly mostSlipsAtOnce: number }
/** Facts of a word by slip: which slip was shown, checked against its code; null when none of this deed was. */
export type SayFacts = DeedFacts & {
  readonly slip: { readonly side: 'workers' | 'enterprise'; readonly n: number } | null
}
