import { afterAll, beforeAll, expect, it } from 'vitest'
import { crewOf, plainLife, randomLives } from './lives.ts'
import { type PipelineFixture, pipelineFixture } from './pipeline.ts'
import { withSeeds } from './random.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
})
afterAll(() => fixture?.close())

it('lives a whole life, and lives at random with refusals among them', async () => {
  const crew = await crewOf(fixture)
  const demand = await plainLife(fixture, crew)
  const { rows } = await fixture.db.owner.query('select state, seal_delivered from demand where id = $1', [demand])
  expect(rows).toEqual([{ state: 'closed', seal_delivered: 'yes' }])
  await withSeeds(async (random) => {
    expect((await randomLives(fixture, crew, random, 200)).length).toBeGreaterThan(1)
  })
  const refused = await fixture.db.owner.query(`select 1 from command where outcome ->> 'refused' is not null`)
  expect(refused.rowCount).toBeGreaterThan(3)
})
