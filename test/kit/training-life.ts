import type { PipelineFixture } from './pipeline.ts'

/** A plan, a course with an examination and a class that was attended and finished: rows for whoever looks at every table. */
export async function trainingLife(fixture: PipelineFixture): Promise<void> {
  const trainer = await fixture.staff('江湾区总工会', 'trainer')
  const { unit } = trainer
  const groups = [{ fullTime: true, level: null, hours: 4 }]
  const period = { fromOn: '2026-01-01', toOn: '2030-12-31' }
  const { stream: plan } = await fixture.accept(trainer, 'plan.open', { unit, title: '轮训', ...period, groups })
  const offered = { unit, title: '隐私与保密', hours: 4, tags: ['privacy'], exam: true }
  const { stream: course } = await fixture.accept(trainer, 'course.offer', offered)
  const sessions = [{ startAt: '2026-06-10T13:30:00+08:00', endAt: '2026-06-10T17:30:00+08:00', hours: 4 }]
  const planned = { unit, course, plan, venue: '三楼', seats: 20, sessions }
  const { stream: lesson } = await fixture.accept(trainer, 'class.plan', planned)
  const accounts = [trainer.account]
  await fixture.accept(trainer, 'class.enrol', { class: lesson, accounts })
  await fixture.accept(trainer, 'class.attend', { class: lesson, session: 1, accounts })
  await fixture.accept(trainer, 'class.examine', { class: lesson, accounts, passed: true })
  await fixture.accept(trainer, 'class.finish', { class: lesson })
  await fixture.accept({ kind: 'system' }, 'rotation.look', { account: trainer.account, plan })
}
