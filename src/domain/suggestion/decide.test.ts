import { expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { countSuggestion } from '../measure/count-suggestion.ts'
import { opine, raise } from './decide.ts'
import type { SuggestionEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { RaiseSuggestionFacts } from './facts.ts'
import { mayOnSuggestion, suggestionVerbs } from './may.ts'
import type { SuggestionState } from './state.ts'

// Nation 0, province 1, city 3, county 2, township 4, which raises.
const way = [4, 2, 3, 1]
const level = (unit: number, staffed = true) => ({
  ...{ unit, path: way.slice(way.indexOf(unit)), section: null, level: 'county', staffed },
})
const staff = (role: Role, unit: number): Actor => ({ kind: 'staff', account: 'x', post: 7, unit, section: null, role })
const content = { text: { id: 't', part: 'text', commitment: '' } } as const
const facts = (more: Partial<RaiseSuggestionFacts> = {}): RaiseSuggestionFacts => ({
  ...{
    actor: staff('handler', 4),
    today: '2026-06-15',
    dueOn: '2026-06-29',
    above: [2, 3, 1].map((unit) => level(unit)),
  },
  ...{ unit: { unit: 4, path: way, realm: 9901 }, issueKnown: true, ...more },
})
const raised: SuggestionEvent = {
  kind: 'SuggestionRaised',
  body: { unit: 4, path: way, title: '高温津贴', issue: null, content },
}
const sent = (unit: number, passed: number[] = []): SuggestionEvent => ({
  kind: 'SuggestionSent',
  body: { unit, path: level(unit).path, dueOn: '2026-06-29', passed },
})
const events = (...more: SuggestionEvent[]) =>
  [raised, ...more].map((event) => ({ ...event, stream: 's', at: '2026-06-15T02:00:00.000Z' }))
const given = (...more: SuggestionEvent[]): SuggestionState =>
  events(...more).reduce((state: SuggestionState | null, event) => evolve(state, event), null) as SuggestionState
const ask = { kind: 'suggestion.raise', unit: 4, title: '高温津贴', text: '按天发' } as const
const say = (opinion: 'support' | 'support-with-changes' | 'decline' | 'settled-here') =>
  ({ kind: 'suggestion.opine', suggestion: 's', opinion, text: '同意' }) as const
const kinds = (decision: ReturnType<typeof raise>) =>
  'accepted' in decision ? decision.accepted.map(({ kind }) => kind) : decision.refused.code

test('a suggestion goes to the nearest level above that is staffed, its words sealed', () => {
  expect(raise(ask, facts())).toEqual({
    accepted: [
      {
        kind: 'SuggestionRaised',
        body: { unit: 4, path: way, title: '高温津贴', issue: null },
        seal: { text: { part: 'text', kind: 'suggestion.text', value: '按天发' } },
      },
      sent(2),
    ],
  })
  const passing = facts({ above: [level(2, false), level(3)] })
  expect(raise(ask, passing)).toMatchObject({ accepted: [{}, { body: { unit: 3, passed: [2] } }] })
  expect(kinds(raise(ask, facts({ above: [level(2, false)] })))).toBe('suggestion.nobody-above')
  expect(kinds(raise(ask, facts({ issueKnown: false })))).toBe('issue.unknown')
  expect(kinds(raise({ ...ask, title: '13800000000' }, facts()))).toBe('title.names-someone')
  expect(kinds(raise(ask, facts({ actor: staff('editor', 4) })))).toBe('not-allowed')
  expect(kinds(raise(ask, facts({ actor: staff('head', 2) })))).toBe('unit.unknown')
})

test('with the support of a level it climbs, and at the last it ends', () => {
  const state = given(sent(2))
  const at = (unit: number, more: Partial<RaiseSuggestionFacts> = {}) => facts({ actor: staff('head', unit), ...more })
  const climbing = opine(state, say('support'), at(2, { above: [level(3), level(1)] }))
  expect(kinds(climbing)).toEqual(['SuggestionOpined', 'SuggestionSent'])
  expect(climbing).toMatchObject({ accepted: [{ body: { unit: 2, late: false } }, { body: { unit: 3 } }] })
  const top = opine(state, say('support-with-changes'), at(2, { above: [level(1, false)] }))
  expect(top).toMatchObject({
    accepted: [{}, { kind: 'SuggestionEnded', body: { unit: 2, as: 'support-with-changes' } }],
  })
  for (const opinion of ['decline', 'settled-here'] as const)
    expect(opine(state, say(opinion), at(2))).toMatchObject({ accepted: [{}, { body: { unit: 2, as: opinion } }] })
  expect(opine(state, say('support'), at(2, { today: '2026-06-29' }))).toMatchObject({
    accepted: [{ body: { late: false } }, {}],
  })
  expect(opine(state, say('support'), at(2, { today: '2026-06-30' }))).toMatchObject({
    accepted: [{ body: { late: true } }, {}],
  })
})

test('only the level it waits for gives its opinion; all on its way see it', () => {
  const state = given(sent(2))
  expect(kinds(opine(state, say('support'), facts({ actor: staff('head', 3) })))).toBe('not-allowed')
  expect(kinds(opine(state, say('support'), facts({ actor: staff('handler', 2) })))).toBe('not-allowed')
  expect(suggestionVerbs(staff('organiser', 2), state)).toEqual(['suggestion.opine'])
  expect(suggestionVerbs(staff('organiser', 3), state)).toEqual([])
  for (const unit of way) expect(mayOnSuggestion(staff('head', unit), 'suggestion.read', state)).toBe('yes')
  expect(mayOnSuggestion(staff('head', 5), 'suggestion.read', state)).toBe('hidden')
  const ended = given(sent(2), { kind: 'SuggestionEnded', body: { unit: 2, as: 'decline' } })
  expect(kinds(opine(ended, say('support'), facts({ actor: staff('head', 2) })))).toBe('suggestion.ended')
})

test('it counts as raised, and as answered once some level ended it', () => {
  const measures = (...more: SuggestionEvent[]) => countSuggestion(events(...more)).map(({ measure }) => measure)
  expect(measures(sent(2))).toEqual(['suggestions-raised'])
  const ended: SuggestionEvent = { kind: 'SuggestionEnded', body: { unit: 2, as: 'settled-here' } }
  expect(measures(sent(2), ended)).toEqual(['suggestions-raised', 'suggestions-answered'])
})
