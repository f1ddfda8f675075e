import { realmOfId } from '../../domain/id.ts'
import type { PracticeState } from '../../domain/practice/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a practice, from the folded state alone. */
export function projectPractice(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, title, text, since, measure, cut, places, describedAt, endedAt } = state as PracticeState
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = {
    ...{ realm: realmOfId(id), id, unit, path, title, text, since, measure, cut, places },
    ...{ described_at: describedAt, ended_at: endedAt, version: events.at(-1)?.version ?? 0 },
  }
  return [{ table: 'practice', ...replaces, rows: [row] }]
}
