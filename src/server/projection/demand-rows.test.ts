import { expect, test } from 'vitest'
import { given, life, path } from '../../domain/demand/given.fixture.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { makeId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { projectDemand } from './demand-rows.ts'

const id = makeId(9901, 0, new Uint8Array(8))
const at = '2026-06-15T01:00:00.000Z'
const common = { realm: 9901, stream: id, noun: 'demand', actor: 'post:1@10', rules: 'r', at }
const lead = { unit: 20, path: path.township, section: null }
const ruling: PastEvent[] = [
  {
    ...{ ...common, position: 5, version: 5, kind: 'OrderRuled' },
    body: { upheld: false, reason: 'not-our-duty', topic: 'M05', from: 20, to: 20 },
  },
  { ...common, position: 6, version: 6, kind: 'OrderOffered', body: { lead, copies: [], why: 'ruling' } },
]

function precedentsOf(restricted: string | null): number {
  const state: DemandState = { ...given(life.raise, life.triage), id, restricted }
  const tables = projectDemand(state, ruling).filter(({ table }) => table === 'precedent')
  return tables.flatMap(({ rows }) => rows).length
}

test('a ruling makes a precedent, unless one section alone may see what it was about', () => {
  expect(precedentsOf(null)).toBe(1)
  expect(precedentsOf('discipline')).toBe(0)
})
