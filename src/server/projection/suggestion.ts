import { realmOfId } from '../../domain/id.ts'
import type { SuggestionState } from '../../domain/suggestion/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a policy suggestion, from the folded state alone. */
export function projectSuggestion(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, title, issue, raisedAt, text, waits, opinions, passed, ended } = state as SuggestionState
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = {
    ...{ realm: realmOfId(id), id, unit, path, title, issue, raised_at: raisedAt, text },
    ...{ waits_unit: waits?.unit ?? null, waits_path: waits?.path ?? null, due_on: waits?.dueOn ?? null },
    ...{ opinions, passed_units: passed },
    ...{ ended_unit: ended?.unit ?? null, ended_as: ended?.as ?? null, ended_at: ended?.at ?? null },
    version: events.at(-1)?.version ?? 0,
  }
  return [{ table: 'suggestion', ...replaces, rows: [row] }]
}
