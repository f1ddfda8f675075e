import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture } from '../../test/kit/pipeline.ts'
import { readConfig } from './config.ts'
import { databaseChecks } from './doctor-checks.ts'
import { runClock } from './job/clock-runner.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
  await fixture.staff('江湾区总工会', 'triage')
})
afterAll(() => fixture.close())

async function clocks() {
  const { ownerUrl, appUrl } = fixture.db.urls
  const config = readConfig({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, ZHAGEN_KEYS: fixture.keysFolder })
  const checks = await databaseChecks(fixture.db.owner, config, fixture.clock.now())
  return checks.find(({ name }) => name === 'clocks')
}

test('the doctor says how many demands wait for the clock and since when, and of nobody', async () => {
  expect(await clocks()).toEqual({ name: 'clocks', ok: true, detail: 'none due' })
  await fixture.raise('一件')
  fixture.clock.stepTo(new Date(fixture.clock.now().getTime() + 1_800_000))
  await fixture.raise('又一件')
  expect((await clocks())?.detail).toBe('none due')
  fixture.clock.stepTo(new Date('2026-06-17T00:00:00Z'))
  // Four hours of office time after nine on Monday, with the pause at noon.
  expect((await clocks())?.detail).toMatch(/^2 due, the oldest since 2026-06-15T06:30:/)
  const { db, clock, pipeline, context } = fixture
  await runClock({ db, clock, pipeline, log: context.log })
  expect((await clocks())?.detail).toBe('none due')
})
