import { describe, expect, test } from 'vitest'
import { ask, candidate, given, life, outcome, path } from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'
import { acts, called, offered, onward, signed } from './order.fixture.ts'

describe('an opinion', () => {
  test('is asked of the nearest staffed union above, never of the lead', () => {
    const state = given(...called, acts.escalate)
    expect(state.order.opinion).toMatchObject({ to: { unit: 10 } })
    expect(next(state)).toMatchObject({ unit: 10, what: 'opinion', at: state.order.opinion?.dueAt })
    const away = { deciders: [candidate(path.township), candidate(path.county, false), candidate(path.city)] }
    expect(onward(given(...signed), acts.escalate, away).order.opinion?.to.unit).toBe(5)
    expect(outcome(ask(given(...signed), ...acts.escalate, { deciders: [candidate(path.township)] }))).toBe(
      'opinion.nobody',
    )
  })
  test('is asked one at a time, of an order in hand', () => {
    expect(outcome(ask(given(...signed, acts.escalate), ...acts.escalate))).toBe('request.pending')
    expect(outcome(ask(given(...signed, acts.extend), ...acts.escalate))).toBe('request.pending')
    expect(outcome(ask(given(...offered), ...acts.escalate))).toBe('order.not-signed')
    expect(outcome(ask(given(...called, life.explain), ...acts.escalate))).toBe('order.already-answered')
  })
  test('is stated, and the lead goes on', () => {
    const state = given(...called, acts.escalate, acts.advise)
    expect(state).toMatchObject({ lead: { unit: 20 }, orderState: 'signed', order: { opinion: null } })
    expect(outcome(ask(state, ...acts.advise))).toBe('opinion.nothing')
    expect(outcome(ask(given(...offered), ...acts.advise))).toBe('order.not-signed')
  })
  test('may take the matter: the level above leads and has signed, the due stays', () => {
    const asked = given(...called, acts.escalate)
    expect(outcome(ask(asked, ...acts.take))).toEqual(['OpinionGiven', 'OrderOffered', 'OrderSigned'])
    const state = onward(asked, acts.take)
    expect(state).toMatchObject({ lead: { unit: 10 }, copies: [], orderState: 'signed', dueAt: asked.dueAt })
    expect(state.order).toMatchObject({ opinion: null, objectUntil: null, autoSignAt: null })
    expect(next(state)).toMatchObject({ unit: 10, what: 'answer' })
  })
})
