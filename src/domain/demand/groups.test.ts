import { describe, expect, test } from 'vitest'
import { countDemand } from '../measure/count-demand.ts'
import { evolve, type PastDemandEvent } from './evolve.ts'
import { ask, given, life, now, outcome, people, type Step, said } from './given.fixture.ts'
import type { DemandState } from './state.ts'

const set = (...groups: string[]) => ({ kind: 'groups.set', demand: 'd', groups }) as const
/** The events of these steps, as the ledger would give them back. */
function told(steps: readonly Step[]): PastDemandEvent[] {
  const events: PastDemandEvent[] = []
  let state: DemandState | null = null
  for (const [actor, command] of steps) {
    const decision = ask(state, actor, command)
    for (const draft of 'accepted' in decision ? decision.accepted : []) {
      const body = { ...draft.body, content: {} }
      const event = { ...draft, body, at: now, stream: 'd' } as unknown as PastDemandEvent
      events.push(event)
      state = evolve(state, event)
    }
  }
  return events
}
const cuts = (...steps: readonly Step[]) => countDemand(told(steps)).map((one) => one.cuts)

describe('which groups a worker belongs to', () => {
  const raised: Step = [people.public, { ...said, groups: ['women', 'migrant', 'women'] }]
  test('is said with the matter, any number, each once', () => {
    expect(given(raised).groups).toEqual(['migrant', 'women'])
    expect(given([people.public, said]).groups).toEqual([])
  })
  test('is changed and emptied by the worker at any time, and counted as it was said last', () => {
    expect(given(raised, [people.worker, set('platform')]).groups).toEqual(['platform'])
    const both = ['cross:A-migrant', 'cross:A-women']
    expect(cuts(raised, life.triage)).toContainEqual(['group:migrant', 'group:women', 'topic:A', ...both])
    expect(cuts(raised, [people.worker, set()])).toEqual([[]])
    expect(given(raised, life.withdraw, [people.worker, set('youth')]).groups).toEqual(['youth'])
  })
  test('is said by nobody else, and only what is in the list', () => {
    const state = given(raised)
    expect(outcome(ask(state, people.handler, set('platform')))).toBe('groups.workers-only')
    expect(outcome(ask(state, people.worker, set('buddhist'), { strangeGroup: 'buddhist' }))).toBe('group.unknown')
    expect(outcome(ask(state, people.worker, set('women', 'migrant')))).toBe('groups.as-they-are')
    expect(outcome(ask(null, people.public, said, { strangeGroup: 'x' }))).toBe('group.unknown')
  })
})
