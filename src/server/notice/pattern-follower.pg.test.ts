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
