import { realmOfId } from '../../domain/id.ts'
import type { InvitationState } from '../../domain/invitation/evolve.ts'
import type { MeetingState } from '../../domain/meeting/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of a meeting from the folded state alone: itself, and what was decided. */
export function projectMeeting(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const meeting = state as MeetingState
  const realm = realmOfId(meeting.id)
  const replaces = events[0]?.version === 1 ? {} : { replaces: [meeting.id] }
  const row = {
    ...{ realm, id: meeting.id, unit: meeting.unit, path: meeting.path, below: meeting.below },
    ...{ below_path: meeting.belowPath, campaign: meeting.campaign, title: meeting.title },
    ...{ start_at: meeting.startAt, end_at: meeting.endAt, agenda: meeting.agenda, place: meeting.place },
    ...{ video: meeting.video, sequence: meeting.sequence, cancelled: meeting.cancelled, papers: meeting.papers },
  }
  const decided = meeting.decisions.map(({ n, what, directive, clause, unit, path, until, done }) => ({
    ...{ realm, meeting: meeting.id, n, what, directive, unit, path, until_on: until, done, clause },
  }))
  return [
    { table: 'meeting', ...replaces, rows: [row] },
    { table: 'meeting_decision', ...replaces, rows: decided },
  ]
}

/** The row of a union's invitation. */
export function projectInvitation(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, meeting, unit, path, receivedAt, persons } = state as InvitationState
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = { realm: realmOfId(id), id, meeting, unit, path, received_at: receivedAt, persons }
  return [{ table: 'invitation', ...replaces, rows: [row] }]
}
