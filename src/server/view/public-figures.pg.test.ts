import { afterAll, beforeAll, expect, test } from 'vitest'
import { crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { startFollowing } from '../follow/start-following.ts'
import { createLog } from '../log.ts'
import { publicFigures } from './public-figures.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
})
afterAll(() => fixture?.close())

async function told() {
  const client = await fixture.db.writer.connect()
  try {
    await client.query('begin')
    return await publicFigures(client, {}, fixture.context.rules.figures, fixture.clock.now())
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('a figure is told to the public within two seconds of the commit, and nothing of fewer than five', async () => {
  const crew = await crewOf(fixture)
  const stop = startFollowing({
    ...{ db: fixture.db, log: createLog('error'), followers: [figureFollower] },
    pipeline: fixture.pipeline,
  })
  try {
    for (let n = 0; n < 4; n += 1) await plainLife(fixture, crew)
    const committed = performance.now()
    const heard = async () => (await told())?.whole.heard
    while (!(await heard()) && performance.now() - committed < 5000) await new Promise((done) => setTimeout(done, 20))
    expect(await heard()).toEqual({ n: null, hidden: 'few' })
    await plainLife(fixture, crew)
    const fifth = performance.now()
    while ((await heard())?.n !== 5 && performance.now() - fifth < 5000)
      await new Promise((done) => setTimeout(done, 20))
    expect((await heard())?.n).toBe(5)
    expect(performance.now() - fifth).toBeLessThan(2000)
    expect(Object.keys((await told()) ?? {}).sort()).toEqual(['fewest', 'months', 'period', 'rates', 'unit', 'whole'])
  } finally {
    await stop()
  }
})
