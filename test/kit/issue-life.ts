import type { PipelineFixture } from './pipeline.ts'

/** A county's common issue from its opening to its end, and open again: rows for whoever looks at every table. */
export async function issueLife(fixture: PipelineFixture): Promise<void> {
  const organiser = await fixture.staff('江湾区总工会', 'organiser')
  const { unit } = organiser
  const opened = { unit, topic: 'A01', region: '990102', title: '工地欠薪' }
  const { stream: issue } = await fixture.accept(organiser, 'issue.open', opened)
  const until = '2026-09-30'
  await fixture.accept(organiser, 'issue.own', { issue, unit, post: organiser.post })
  await fixture.accept(organiser, 'issue.plan', { issue, goal: '按月发薪', text: '逐个工地核对', until })
  await fixture.accept(organiser, 'issue.task', { issue, unit, what: '核对工地名单', until })
  await fixture.accept(organiser, 'issue.task-done', { issue, task: 1 })
  await fixture.accept(organiser, 'issue.close', { issue, reason: 'planned-done' })
  await fixture.accept(organiser, 'issue.reopen', { issue, text: '又有新的工地' })
}
