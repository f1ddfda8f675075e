import type { PipelineFixture } from './pipeline.ts'

/** A deed without money that was done, and a meeting with attendance and a decision: rows for whoever looks at every table. */
export async function deedLife(fixture: PipelineFixture): Promise<void> {
  const handler = await fixture.staff('江湾区总工会', 'handler')
  const { unit } = handler
  const proposed = { unit, deed: 'agreement', for: 'workers', what: '谈成了夜班补贴', beneficiaries: 30 }
  const { stream: deedId } = await fixture.accept(handler, 'deed.propose', proposed)
  await fixture.accept(handler, 'deed.do', { deedId, on: '2026-06-15' })
  const organiser = await fixture.staff('江湾区总工会', 'organiser')
  const times = { startAt: '2026-06-15T09:00:00+08:00', endAt: '2026-06-15T11:00:00+08:00' }
  const called = { unit, title: '动员会', agenda: ['部署'], place: '三楼', ...times }
  const { stream: meeting } = await fixture.accept(organiser, 'meeting.call', called)
  await fixture.accept(organiser, 'meeting.receive', { meeting, unit })
  await fixture.accept(organiser, 'meeting.attend', { meeting, unit, persons: 12 })
  await fixture.accept(organiser, 'meeting.decide', { meeting, what: '六月底前走一遍', unit, until: '2026-06-30' })
}
