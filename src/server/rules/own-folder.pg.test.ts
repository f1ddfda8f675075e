import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { Pipeline } from '../command/handle.ts'
import { nouns } from '../command/nouns.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { dropCopies } from './broken.fixture.ts'
import { loadRuleSet } from './load.ts'
import { ownRules } from './own-folder.fixture.ts'

let fixture: PipelineFixture

beforeAll(async () => {
  // Monday, half past nine in the office.
  fixture = await pipelineFixture({ at: new Date('2026-06-15T01:30:00Z') })
  await fixture.staff('江湾区总工会', 'triage')
})
afterAll(async () => {
  dropCopies()
  await fixture.close()
})

/** Every column of a demand. */
async function rowOf(demand: string): Promise<Record<string, unknown>> {
  const { rows } = await fixture.db.owner.query('select to_jsonb(demand) as row from demand where id = $1', [demand])
  return rows[0].row
}

/** By which rules the union has to triage it, and until which minute. */
async function triageOf(demand: string): Promise<{ rules: string; until: string }> {
  const { rows } = await fixture.db.owner.query(
    'select e.rules, d.next_at from event e join demand d on d.id = e.stream where d.id = $1 and e.version = 1',
    [demand],
  )
  return { rules: rows[0].rules, until: rows[0].next_at.toISOString().slice(0, 16) }
}

test('a tighter limit counts for what is raised from then on; what was raised before replays to what it was', async () => {
  const { rules: shipped } = fixture.context
  const before = await fixture.raise('三月的工资')
  expect(await triageOf(before)).toEqual({ rules: shipped.version, until: '2026-06-15T07:00' })

  // The server after a restart, with triage in half the time.
  const ruleSet = loadRuleSet(ownRules({ 'limits.yaml': 'triage:\n  P2: { officeMinutes: 120 }\n' }))
  const pipeline = new Pipeline({ ...fixture.context, rules: ruleSet.first, ruleSet })
  const id = makeId(9901, fixture.clock.now().getTime(), new Uint8Array(8))
  const body = { region: '990102001', channel: 'online', mode: 'confidential', persons: 1, text: '四月的工资' }
  const { outcome } = await pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body })
  await pipeline.drained()
  if (!('accepted' in outcome)) throw new Error(JSON.stringify(outcome))
  const after = outcome.accepted.stream
  expect(await triageOf(after)).toEqual({ rules: ruleSet.first.version, until: '2026-06-15T03:30' })
  expect(ruleSet.first.version).not.toBe(shipped.version)

  const rows = [await rowOf(before), await rowOf(after)]
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect([await rowOf(before), await rowOf(after)]).toEqual(rows)
})
