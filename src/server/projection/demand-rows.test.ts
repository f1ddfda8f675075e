import { expect, test } from 'vitest'
import { given, life, path } from '../../domain/demand/given.fixture.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { makeId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { projectDemand } from './demand-rows.ts'

const id = makeId(9901, 0, new Uint8Array(8))
const at = '2026-06-15T01:00:00.000Z'
const common = { realm: 9901, stream: id, noun: 'demand', actor: 'post:1@10', rules: 'r', at }
const later: PastEvent[] = [{ ...common, position: 7, version: 7, kind: 'OrderSigned', body: { unit: 20 } }]
const ruled = { upheld: false, reason: 'not-our-duty', topic: 'M05', from: 20, to: 20, at, path: path.township }

function precedentsOf(restricted: string | null): number {
  const sorted = given(life.raise, life.triage)
  const state: DemandState = { ...sorted, id, restricted, order: { ...sorted.order, ruled } }
  const tables = projectDemand(state, later).filter(({ table }) => table === 'precedent')
  return tables.flatMap(({ rows }) => rows).length
}

test('a ruling makes a precedent, unless one section alone may see what it was about', () => {
  expect(precedentsOf(null)).toBe(1)
  expect(precedentsOf('discipline')).toBe(0)
})
