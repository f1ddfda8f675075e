import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { Pipeline } from '../command/handle.ts'
import { change, copyOfRules, dropCopies } from '../rules/broken.fixture.ts'
import { loadRuleSet } from '../rules/load.ts'
import { recalculateDues } from './recalculate-dues.ts'

let fixture: PipelineFixture
let crew: Crew

beforeAll(async () => {
  // Tuesday; five working days on lies in a year without an official calendar.
  fixture = await pipelineFixture({ at: new Date('2026-12-29T01:00:00Z') })
  crew = await crewOf(fixture)
})
afterAll(async () => {
  dropCopies()
  await fixture.close()
})

async function triaged(): Promise<string> {
  const demand = await fixture.raise('十二月的加班费')
  const more = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: crew.handler.unit }
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...more })
  return demand
}

async function dueOf(demand: string): Promise<{ due: string; provisional: boolean }> {
  const { rows } = await fixture.db.owner.query('select due_at, provisional from demand where id = $1', [demand])
  return { due: rows[0].due_at.toISOString(), provisional: rows[0].provisional }
}

/** The server as it is after a restart with these rules. */
function restartedWith(dir: string) {
  const ruleSet = loadRuleSet({ whole: dir })
  const context = { ...fixture.context, rules: ruleSet.first, ruleSet }
  const pipeline = new Pipeline(context)
  const { clock, log } = fixture.context
  return { db: fixture.db, clock, log, pipeline, ruleSet }
}

test('a due counted through a year without a notice is marked, and counted again by an event once there is one', async () => {
  const demand = await triaged()
  // 12-30, 12-31, then 01-01 off and the weekend of 01-02, 01-03: 01-04, 01-05, 01-06.
  expect(await dueOf(demand)).toEqual({ due: '2027-01-06T15:59:59.000Z', provisional: true })

  const dir = copyOfRules()
  expect(await recalculateDues(restartedWith(dir))).toBe(0)
  expect((await dueOf(demand)).provisional).toBe(true)

  change(dir, 'calendar/2027.yaml', 'edition: provisional', 'edition: official')
  change(dir, 'calendar/2027.yaml', 'from: 2027-01-01, to: 2027-01-01', 'from: 2027-01-01, to: 2027-01-04')
  expect(await recalculateDues(restartedWith(dir))).toBe(1)
  expect(await dueOf(demand)).toEqual({ due: '2027-01-07T15:59:59.000Z', provisional: false })
  const { rows } = await fixture.db.owner.query(
    'select kind, actor, body from event where stream = $1 order by version desc limit 1',
    [demand],
  )
  expect(rows[0]).toMatchObject({ kind: 'DueRecalculated', actor: 'system', body: { provisional: false } })

  expect(await recalculateDues(restartedWith(dir))).toBe(0)
})
