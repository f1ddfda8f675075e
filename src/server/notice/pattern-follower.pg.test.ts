import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { patternFollower } from './pattern-follower.ts'

let fixture: PipelineFixture
let crew: Crew
let employer: number

beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  const { rows } = await fixture.db.owner.query("select id from employer where name like '江湾精工%'")
  employer = rows[0].id
})
afterAll(() => fixture.close())

async function told(): Promise<{ count: number; unit: number; params: object }[]> {
  const { clock, rules } = fixture.context
  await runFollowersOnce({ db: fixture.db, followers: [patternFollower({ clock, rules })] })
  const { rows } = await fixture.db.owner.query(
    "select to_unit as unit, params from notice where code = 'pattern' order by made_at, id",
  )
  return rows
}

async function triaged(topic: string, more: object = {}): Promise<void> {
  const demand = await fixture.raise('加班费没有发', { employer, ...more })
  const asked = { topic, nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: crew.handler.unit }
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...asked })
}

test('the third of one leaf at one employer in thirty days is told to the county, by topic and count alone', async () => {
  const county = await fixture.unit('江湾区总工会')
  await triaged('A03')
  await triaged('A03')
  await triaged('A01')
  await triaged('A03', { employer: undefined })
  expect(await told()).toEqual([])
  await triaged('A03')
  expect(await told()).toEqual([{ unit: county, params: { count: 3, topic: 'A03' } }])
  await triaged('A03')
  expect(await told()).toHaveLength(1)
  fixture.clock.stepTo(new Date('2026-08-20T01:00:00Z'))
  await triaged('A03')
  expect(await told()).toHaveLength(1)
})

test('an agency works in many counties: each is told of what it may see, and nobody of what is spread over several', async () => {
  const city = await fixture.staff('示例市总工会', 'triage')
  const lead = (await fixture.staff('示例市总工会', 'handler')).unit
  await fixture.db.owner.query("delete from notice where code = 'pattern'")
  const at = { employer: undefined, agency: employer }
  await triaged('B01', at)
  await triaged('B01', at)
  const far = await fixture.raise('加班费没有发', { ...at, region: '990100' })
  const asked = { topic: 'B01', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead }
  await fixture.accept(city, 'demand.triage', { demand: far, ...asked })
  expect(await told()).toEqual([])
  await triaged('B01')
  expect(await told()).toMatchObject([{ params: { count: 3, topic: 'B01' } }])
})
