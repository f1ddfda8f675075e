import { afterAll, beforeAll, expect, test } from 'vitest'
import { clocksDue } from '../../src/server/clocks-due.ts'
import { runClock } from '../../src/server/job/clock-runner.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { type PipelineFixture, pipelineFixture } from '../../test/kit/pipeline.ts'
import { seedClocks } from './seed.ts'
import { staffCounties } from './site.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  // A Tuesday afternoon, with a working day before it. Twenty thousand and more: npm run bench.
  fixture = await pipelineFixture({ at: new Date('2026-06-16T07:00:00Z') })
})
afterAll(() => fixture.close())

test('of four thousand open demands more are due than one list holds, all are acted on, and the ledger verifies', async () => {
  const { db, context, clock, pipeline, keysFolder } = fixture
  const now = clock.now()
  const realms = await staffCounties({ db, clock }, [])
  const seeding = { rules: context.rules, db, keys: context.keys, command: context }
  await seedClocks(seeding, realms, { open: 4000, due: 2500, now }, () => undefined)
  const { rows } = await db.owner.query(
    "select count(*)::int as open, count(distinct state)::int as states from demand where state not in ('closed', 'withdrawn')",
  )
  expect(rows[0].open).toBe(4000)
  expect(rows[0].states).toBeGreaterThan(3)
  expect((await clocksDue(db.writer, now)).count).toBe(2500)
  const run = await runClock({ db, clock, pipeline, log: context.log })
  expect(run).toEqual({ moved: expect.any(Number), failed: 0 })
  expect(run.moved).toBeGreaterThanOrEqual(2500)
  expect((await clocksDue(db.writer, clock.now())).count).toBe(0)
  const verified = await verifyLedger(db.owner, { macKey: context.keys.mac, keysFolder })
  expect(verified.first).toBeNull()
})
