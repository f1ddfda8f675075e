import { realmOfId } from '../../domain/id.ts'
import type { MeetingState } from '../../domain/meeting/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of a meeting from the folded state alone: itself, who was there by unit, and what units have to do. */
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
  const attended = [...meeting.attended].map(([unit, { path, persons }]) => ({
    ...{ realm, meeting: meeting.id, unit, path, persons },
  }))
  const decided = meeting.decisions.map(({ n, what, directive, unit, path, until, done }) => ({
    ...{ realm, meeting: meeting.id, n, what, directive, unit, path, until_on: until, done },
  }))
  return [
    { table: 'meeting', ...replaces, rows: [row] },
    { table: 'meeting_attendance', ...replaces, rows: attended },
    { table: 'meeting_decision', ...replaces, rows: decided },
  ]
}
