import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'

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
  /** True when no campaign or directive is named, or one that is there. */
  readonly streamKnown: boolean
}
