import { localDateOf } from '../calendar/local-time.ts'
import { evolve, type RecordedIssueEvent } from '../issue/evolve.ts'
import type { IssueState } from '../issue/state.ts'
import type { Counted } from './measure.ts'

/** What a common issue counts as, for the union that opened it. Persons: none, it is about a matter. */
export function countIssue(events: readonly RecordedIssueEvent[]): readonly Counted[] {
  const issue = events.reduce((state: IssueState | null, event) => evolve(state, event), null)
  if (!issue) return []
  const { path, topic, openedAt, closedAt } = issue
  const common = { path, cuts: [`topic:${topic.slice(0, 1)}`], persons: 0 }
  const on = (at: string) => localDateOf(Date.parse(at))
  const opened = { measure: 'issues-opened', on: on(openedAt), ...common } as const
  return closedAt === null ? [opened] : [opened, { measure: 'issues-closed', on: on(closedAt), ...common }]
}
