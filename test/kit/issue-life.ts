import type { PipelineFixture } from './pipeline.ts'

/** A county's common issue from its opening to its end, and open again, with what came of it: rows for whoever looks at every table. */
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
  const city = await fixture.staff('示例市总工会', 'organiser')
  const suggested = { unit, title: '工资专用账户', text: '请统一管理工地的工资账户', issue }
  const { stream: suggestion } = await fixture.accept(organiser, 'suggestion.raise', suggested)
  const opined = { suggestion, opinion: 'settled-here', text: '本市已经在办' }
  await fixture.accept(city, 'suggestion.opine', opined)
  const described = {
    unit,
    title: '工地早班会',
    text: '每周一次',
    since: '2026-05-01',
    measure: 'heard',
    cut: 'topic:A',
  }
  const { stream: practice } = await fixture.accept(organiser, 'practice.describe', described)
  await fixture.accept(city, 'practice.adopt', { practice, unit: city.unit, since: '2026-06-01' })
  await fixture.accept(organiser, 'practice.end', { practice })
}
