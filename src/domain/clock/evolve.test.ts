import { describe, expect, test } from 'vitest'
import { given, life, people } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'

const danger = [people.public, { ...life.raise[1], danger: true }] as const
const sortedByLead = [
  people.triage,
  { ...life.triage[1], urgency: 'P0', lead: 20, section: undefined },
] as unknown as typeof life.triage
const about = (state: DemandState, what: string) => state.clock.alarms.filter((alarm) => alarm.what === what)

describe('a danger that is sorted after somebody took it in hand', () => {
  test('owes no contact that was made before', () => {
    const reached = given(danger, life.sign, life.call)
    expect(about(reached, 'contact')).toEqual([])
    expect(about(given(danger, life.sign, life.call, sortedByLead), 'contact')).toEqual([])
    expect(about(given(danger, life.sign, sortedByLead), 'contact')).toHaveLength(1)
  })

  test('owes no answer that was given before, and its triage is settled', () => {
    const sorted = given(danger, life.sign, life.call, life.deed, life.answer, sortedByLead)
    expect(about(sorted, 'answer')).toEqual([])
    expect(about(sorted, 'triage')).toEqual([])
  })
})
