import type { CommandKind } from '../../src/protocol/command.ts'
import { runCascades } from '../../src/server/job/cascade-runner.ts'
import { createLog } from '../../src/server/log.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'

/** What a main line came to: its streams, and who acted. */
export interface LineLife {
  readonly campaign: string
  readonly directive: string
  readonly city: Staff
  readonly county: Staff
  readonly township: Staff
}

/** Carries what was issued to everybody below. */
export function carry(fixture: PipelineFixture): Promise<number> {
  const { db, clock, pipeline } = fixture
  return runCascades({ db, clock, pipeline, log: createLog('silent') }, { wait: true })
}

/** A whole main line of the city: origin, leading group, directive in three clauses, receipts, a plan and own stages below. */
export async function lineLife(fixture: PipelineFixture, demand?: string): Promise<LineLife> {
  const city = await fixture.staff('示例市总工会', 'organiser')
  const county = await fixture.staff('江湾区总工会', 'organiser')
  const township = await fixture.staff('柳荫街道工会', 'organiser')
  const as = (who: Staff) => (kind: CommandKind, body: object) => fixture.accept(who, kind, body)
  const stages = [{ title: '部署', fromOn: '2026-01-05', toOn: '2026-01-31' }]
  const words = { title: '到一线去', purpose: '当面听', basis: '全会', fromOn: '2026-01-05', toOn: null, stages }
  const { stream: campaign } = await as(city)('campaign.open', { unit: city.unit, ...words })
  const note = { campaign, origin: 'instruction', on: '2025-10-19', who: '某书记', words: '到职工中间去。' }
  await as(city)('origin.record', { ...note, ledTo: '发了意见' })
  if (demand !== undefined) await as(city)('origin.record', { ...note, origin: 'note', words: '这件要办好。', demand })
  const members = [
    { title: '组长', name: '甲某' },
    { title: '副组长', name: '乙某' },
  ]
  await as(county)('campaign.lead', { campaign, unit: county.unit, members, section: null })
  const clauses = [
    { text: '听职工说', measure: 'heard', cut: null },
    { text: '欠薪的事办成', measure: 'solved', cut: 'topic:A' },
    { text: '靠大家', measure: null, cut: null },
  ]
  const drafted = { unit: city.unit, campaign, number: '2026-3', title: '意见', clauses }
  const { stream: directive } = await as(city)('directive.draft', drafted)
  await as(city)('directive.issue', { directive, unit: city.unit })
  await carry(fixture)
  const at = { directive, unit: township.unit }
  await as(township)('brief.receive', at)
  await as(township)('brief.plan', { ...at, text: '先去三家还没去过的。' })
  const parts = [{ clause: 1, text: '六月走完', fromOn: '2026-06-15', toOn: '2026-06-30' }]
  await as(township)('brief.decompose', { ...at, parts })
  return { campaign, directive, city, county, township }
}
