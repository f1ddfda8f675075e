import { expect, test } from 'vitest'
import type { IssueEvent } from '../issue/event.ts'
import { countIssue } from './count-issue.ts'

const opened: IssueEvent = {
  kind: 'IssueOpened',
  body: {
    ...{ unit: 2, path: [2, 1], topic: 'A03', title: '加班费', employer: 9, region: null, cluster: null, blocked: [] },
  },
}
const closed: IssueEvent = { kind: 'IssueClosed', body: { reason: 'planned-done' } }
const reopened: IssueEvent = {
  kind: 'IssueReopened',
  body: { content: { text: { id: 't', part: 'text', commitment: '' } } },
}
/** The n-th event, on the n-th of June. */
const told = (...events: IssueEvent[]) =>
  countIssue(events.map((event, n) => ({ ...event, stream: 'i', at: `2026-06-0${n + 1}T16:30:00.000Z` }))).map(
    ({ measure, on, path, cuts }) => [measure, on, path.join(), cuts.join()].join(' '),
  )

test('an issue counts as opened on its day, and as closed as long as it is', () => {
  expect(told(opened)).toEqual(['issues-opened 2026-06-02 2,1 topic:A'])
  expect(told(opened, closed)).toEqual(['issues-opened 2026-06-02 2,1 topic:A', 'issues-closed 2026-06-03 2,1 topic:A'])
  expect(told(opened, closed, reopened)).toEqual(['issues-opened 2026-06-02 2,1 topic:A'])
  expect(countIssue([])).toEqual([])
})
