import type { PipelineFixture } from './pipeline.ts'

/** A county's contact point with somebody stationed there, a plan, the visit paid on it and its correction. */
export async function visitLife(fixture: PipelineFixture): Promise<void> {
  const goer = await fixture.staff('江湾区总工会', 'organiser')
  const { unit, post } = goer
  const point = { unit, name: '柳荫快递站', kind: 'service-point', owner: post, fromOn: '2026-06-01' }
  const { stream: place } = await fixture.accept(goer, 'place.keep', point)
  await fixture.accept(goer, 'place.station', { place, post, fromOn: '2026-06-02', toOn: '2026-06-12' })
  const { stream: plan } = await fixture.accept(goer, 'visit.plan', { unit, place, on: '2026-06-15', post })
  await fixture.accept(goer, 'visit.record', {
    ...{ unit, plan, place, kind: 'team', startedAt: '2026-06-15T08:00:00+08:00', met: 12 },
    ...{ opinions: [{ theme: 'canteen', text: '晚饭要热菜' }], explanations: [{ policy: 'heat' }] },
    ...{ deeds: [{ deed: 'facility', text: '当场修好热水器' }], nextStep: { text: '下周再来', on: '2026-06-22' } },
  })
  await fixture.accept(goer, 'visit.correct', { visit: plan, reason: '数错了', met: 11 })
}

/** An enterprise visited, and what the follower of visits has said of it then. */
export async function outreachLife(fixture: PipelineFixture): Promise<void> {
  const goer = await fixture.staff('江湾区总工会', 'organiser')
  const { unit } = goer
  const { rows } = await fixture.db.owner.query('select id from employer where valid_to is null order by id limit 1')
  const employer: number = rows[0].id
  const told = {
    kind: 'team',
    startedAt: '2026-06-15T09:00:00+08:00',
    met: 3,
    opinions: [],
    explanations: [],
    deeds: [],
  }
  await fixture.accept(goer, 'visit.record', { unit, employer, ...told })
  await fixture.accept({ kind: 'system' }, 'outreach.look', { employer, year: 2026 })
}
