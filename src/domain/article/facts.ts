import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { FrozenFigure, Words } from './block.ts'
import type { Finding } from './findings.ts'

/** What every decider of an article may know beside state and command. */
export type ArticleFacts = {
  readonly actor: Actor
  /** The union it is for; null when none of that number is in force. */
  readonly unit: SeatedUnit | null
  /** The series named belongs to the same union. */
  readonly seriesKnown: boolean
  /** The first topic named that the rules do not hold; null where all are known. */
  readonly topicUnknown: string | null
  /** The first measure named that is not counted; null where all are. */
  readonly measureUnknown: string | null
  readonly reasonKnown: boolean
  /** The federation takes comments at all (rules/news.yaml). */
  readonly commentsAllowed: boolean
}

/** Facts of what publishes or takes off. */
export type ReleaseFacts = ArticleFacts & {
  /** The text it is about; null when it cannot be read now. */
  readonly words: Words | null
  /** What may point to a person. */
  readonly findings: readonly Finding[]
  /** The worker's consent in force; null where there is none. */
  readonly consent: { readonly name: boolean; readonly picture: boolean } | null
  /** Where the worker it tells of is named: places of blocks, -1 the title. */
  readonly named: readonly number[]
  /** Counts of the frozen figures, by place of their block. */
  readonly frozen: Readonly<Record<number, FrozenFigure>>
}
