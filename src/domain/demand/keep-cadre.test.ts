import { describe, expect, test } from 'vitest'
import { evolve, type PastDemandEvent } from './evolve.ts'
import { facts, given, now, people, said } from './given.fixture.ts'
import { keepCadre } from './keep-cadre.ts'
import type { DemandState } from './state.ts'

const visitor = { post: 7, unit: 20 }
const state = given([people.handler, { ...said, visit: 'v' }])
const keep = (of: DemandState, choice: 'cadre' | 'union' | 'nobody', more: Parameters<typeof facts>[1] = { visitor }) =>
  keepCadre(of, { kind: 'demand.keep-cadre', demand: of.id, keep: choice }, facts(people.worker, more))
const then = (of: DemandState, choice: 'cadre' | 'union' | 'nobody') => {
  const decided = keep(of, choice)
  if (!('accepted' in decided)) throw new Error(decided.refused.code)
  return decided.accepted.reduce(
    (folded, event) => evolve(folded, { ...event, at: now, stream: of.id } as unknown as PastDemandEvent),
    of,
  )
}

describe('who was visited', () => {
  test('keeps whoever came, changes to the union, wants nobody, and may begin again', () => {
    const kept = then(state, 'cadre')
    expect(kept.kept).toEqual({ keep: 'cadre', post: 7, unit: 20, at: now })
    const union = then(kept, 'union')
    expect(union.kept).toEqual({ keep: 'union', post: null, unit: 20, at: now })
    expect(then(union, 'nobody').kept).toBeNull()
    expect(then(then(union, 'nobody'), 'cadre').kept?.post).toBe(7)
  })
  test('keeps nobody until they say so, and says the same thing once', () => {
    expect(state.kept).toBeNull()
    expect(keep(state, 'nobody')).toMatchObject({ refused: { code: 'cadre.as-it-is' } })
    expect(keep(then(state, 'cadre'), 'cadre')).toMatchObject({ refused: { code: 'cadre.as-it-is' } })
  })
})

test('nobody is kept who never came', () => {
  expect(keep(state, 'cadre', { visitor: null })).toMatchObject({ refused: { code: 'cadre.no-visit' } })
})

test('no cadre keeps itself with a worker', () => {
  const asked = { kind: 'demand.keep-cadre', demand: state.id, keep: 'cadre' } as const
  expect(keepCadre(state, asked, facts(people.handler, { visitor }))).toMatchObject({
    refused: { code: 'cadre.workers-only' },
  })
})
