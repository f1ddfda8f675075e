import { deedMark } from '../../domain/code/slip-number.ts'
import type { CommentState } from '../../domain/comment/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a comment: where it stands, no word of it. */
export function projectComment(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, article, unit, path, status, reason, writtenAt, publishedAt } = state as CommentState
  const row = {
    ...{ realm: realmOfId(id), id, mark: deedMark(id), article, unit, path, status, reason },
    ...{ written_at: writtenAt, published_at: publishedAt },
  }
  return [{ table: 'comment', ...(events[0]?.version === 1 ? {} : { replaces: [id] }), rows: [row] }]
}
