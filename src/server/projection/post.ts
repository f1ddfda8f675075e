import type { AccountState } from '../../domain/account/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of an account in the post table: every post it ever held, from the folded state alone. */
export function projectAccount(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const account = state as AccountState
  const first = events[0]?.version === 1
  const rows = account.posts.map((post) => ({
    id: post.post,
    account: account.id,
    unit: post.unit,
    section: post.section,
    role: post.role,
    full_time: post.fullTime,
    valid_from: post.since,
    valid_to: post.until,
    first_post: post.handedOver?.first ?? null,
  }))
  return [{ table: 'post', ...(first ? {} : { replaces: [account.id] }), rows }]
}
