import { expect, test } from 'vitest'
import { facts, given, life, people } from '../demand/given.fixture.ts'
import { actOf } from './act.ts'
import { lateOne, supervisedBy } from './call-in.ts'
import { day } from './timed.fixture.ts'

const state = given(life.raise, life.triage, life.sign)

test('where nobody was named for it yet, the lead is late, and before there is one the triage unit', () => {
  for (const what of ['callback', 'protection', 'answer'] as const) {
    expect(lateOne(state, what).unit).toBe(20)
    expect(lateOne({ ...state, lead: null }, what)).toEqual(state.triage)
  }
})

test('where nobody is staffed at all, whoever is late supervises itself', () => {
  expect(supervisedBy(state, 'answer', facts(people.county, { ladder: [] })).unit).toBe(20)
})

test.each(['pause', 'ruling', 'request', 'opinion'] as const)(
  'time does nothing about a %s there is none of',
  (what) => {
    expect(() => actOf(state, { what, at: day(1) }, facts(people.county))).toThrow(`there is no ${what}`)
  },
)
