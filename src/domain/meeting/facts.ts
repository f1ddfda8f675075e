import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import type { DirectiveState } from '../directive/state.ts'

/** What a decider of meetings may know beside state and command. Plain data, loaded by the pipeline. */
export type MeetingFacts = {
  readonly actor: Actor
  /** Instant of the command, ISO 8601 UTC, and its day in China. */
  readonly now: string
  readonly today: string
  /** The unit the command names, when it is in force. */
  readonly unit: SeatedUnit | null
  /** Of `meeting.call`: the union from which downward everybody is invited; null when none such is in force. */
  readonly below: SeatedUnit | null
  /** The union that opened the campaign a call names; null when none is named, or there is none. */
  readonly campaignOf: number | null
  /** The directive a decision names; null when none is named, or none is there. */
  readonly directive: Pick<DirectiveState, 'unit' | 'state' | 'clauses'> | null
}
