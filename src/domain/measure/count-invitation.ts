import { evolve, type InvitationState, type RecordedInvitationEvent } from '../invitation/evolve.ts'
import type { Counted } from './measure.ts'

/** What a union's invitation counts as: that somebody was there, and how many, on the day the meeting began. */
export function countInvitation(events: readonly RecordedInvitationEvent[]): readonly Counted[] {
  const state = events.reduce<InvitationState | null>(evolve, null)
  if (!state?.persons) return []
  const { on, path, persons } = state
  return (['meeting-attended', 'meeting-persons'] as const).map((measure) => ({ measure, on, path, cuts: [], persons }))
}
