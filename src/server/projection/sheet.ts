import { realmOfId } from '../../domain/id.ts'
import type { SheetState } from '../../domain/sheet/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a table, and the words of its columns as somebody confirmed them: by these the next one is known. */
export function projectSheet(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, title, from, askedOn, dueOn, form, matched, filledOn, minutes, content } = state as SheetState
  const realm = realmOfId(id)
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = {
    ...{ realm, id, unit, path, title, asked_by: from, asked_on: askedOn, due_on: dueOn, form, matched },
    ...{ filled_on: filledOn, minutes, file: content.file.id, name: content.name.id },
  }
  const headers = (matched?.columns ?? []).map(({ column, header, measure }) => ({
    ...{ realm, sheet: id, column_no: column, unit, header, measure },
  }))
  return [
    { table: 'sheet', ...replaces, rows: [row] },
    { table: 'sheet_header', ...replaces, rows: headers },
  ]
}
