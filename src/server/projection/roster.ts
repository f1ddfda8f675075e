import { realmOfId } from '../../domain/id.ts'
import type { OfficeState } from '../../domain/roster/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of an office: its mode, and one per entry of its duty roster, from the folded state alone. */
export function projectOffice(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, small, duties } = state as OfficeState
  const realm = realmOfId(id)
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const rows = duties.map(({ entry, post, first, from, to }) => ({
    ...{ realm, office: id, unit, entry, post, first_post: first, from_at: from, to_at: to },
  }))
  return [
    { table: 'office', ...replaces, rows: [{ realm, id, unit, small }] },
    { table: 'duty', ...replaces, rows },
  ]
}
