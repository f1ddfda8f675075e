import type { LineFacts } from '../campaign/facts.ts'
import type { DirectiveState } from './state.ts'

/** Facts of `directive.draft`. */
export type DraftFacts = LineFacts & {
  /** The unit named with its ancestors, itself first; empty when none is in force. */
  readonly path: readonly number[]
  /** The unit that opened the campaign; null when there is none. */
  readonly campaignOf: number | null
  /** Whether that unit has given the number to another directive. */
  readonly numberTaken: boolean
  /** Those of the cuts of the clauses that there are, as they are written. */
  readonly knownCuts: readonly string[]
}

/** Facts of `directive.change`. */
export type ChangeFacts = LineFacts & Pick<DraftFacts, 'numberTaken' | 'knownCuts'>

/** Facts of `directive.issue`: the unit that is to receive it, with its ancestors; empty when none is in force. */
export type IssueFacts = LineFacts & { readonly toPath: readonly number[] }

/** Facts of `directive.supersede`: the directive that takes its place, if it is one. */
export type SupersedeFacts = LineFacts & { readonly successor: DirectiveState | null }

/** Facts of the commands on a form. */
export type FormFacts = LineFacts & {
  /** The unit that wants the form, with its ancestors, itself first. */
  readonly path: readonly number[]
  /** Whether the unit of the acting post is of province level or above. */
  readonly highEnough: boolean
  /** The unit of the acting post. */
  readonly by: number
  /** The nearest union of province level or above, the asking one itself first, where somebody can answer; null for none. */
  readonly approver: number | null
}
