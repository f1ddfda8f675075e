import { realmOfId } from '../../domain/id.ts'
import { type IssueState, reachOf } from '../../domain/issue/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a common issue, from the folded state alone. */
export function projectIssue(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const issue = state as IssueState
  const replaces = events[0]?.version === 1 ? {} : { replaces: [issue.id] }
  const { id, unit, path, topic, title, employer, region, agency, blocked, cluster, owner, tasks, texts } = issue
  const row = {
    ...{ realm: realmOfId(id), id, unit, path, topic, title, employer, region, agency, blocked_units: blocked },
    ...{
      cluster_n: cluster?.n ?? null,
      cluster_first: cluster?.firstOn ?? null,
      cluster_last: cluster?.lastOn ?? null,
    },
    ...{ opened_at: issue.openedAt, closed_at: issue.closedAt, reason: issue.reason },
    ...{ owner_unit: owner?.unit ?? null, owner_path: owner?.path ?? null, owner_post: owner?.post ?? null },
    ...{ plan_until: issue.planUntil, tasks, texts, reach_units: reachOf(issue) },
    version: events.at(-1)?.version ?? 0,
  }
  return [{ table: 'issue', ...replaces, rows: [row] }]
}
