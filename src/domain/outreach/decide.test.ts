import { expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { look } from './decide.ts'
import type { FirstVisit, OutreachEvent } from './event.ts'
import { evolve, type OutreachState } from './evolve.ts'

const system = { kind: 'system' } as const
const command = { kind: 'outreach.look', employer: 7, year: 2026 } as const
const first: FirstVisit = { visit: 'v', on: '2026-06-15', path: [4, 2, 1] }
const reached: OutreachEvent = { kind: 'EnterpriseReached', body: { employer: 7, year: 2026, ...first } }
const missed: OutreachEvent = { kind: 'EnterpriseMissed', body: {} }
const asItIs = { refused: { code: 'outreach.as-it-is', params: {} } }
const given = (...events: OutreachEvent[]) =>
  events.reduce<OutreachState | null>((state, event) => evolve(state, { ...event, stream: 's' }), null)
const looked = (state: OutreachState | null, now: FirstVisit | null, actor: Actor = system) =>
  look(state, command, { actor, first: now })

test('an enterprise that was visited is said so once, however often somebody goes there', () => {
  expect(looked(null, first)).toEqual({ accepted: [reached] })
  expect(looked(given(reached), first)).toEqual(asItIs)
})

test('one that nobody visited is nothing', () => {
  expect(looked(null, null)).toEqual(asItIs)
  expect(looked(given(reached, missed), null)).toEqual(asItIs)
})

test('a visit that is corrected into another year takes it off, an earlier one that comes in late moves its day', () => {
  expect(looked(given(reached), null)).toEqual({ accepted: [missed] })
  expect(looked(given(reached, missed), first)).toEqual({ accepted: [reached] })
  const earlier = { ...first, visit: 'w', on: '2026-06-10' }
  expect(looked(given(reached), earlier)).toEqual({
    accepted: [{ kind: 'EnterpriseReached', body: { employer: 7, year: 2026, ...earlier } }],
  })
  expect(looked(given(reached), { ...first, path: [5, 2, 1] })).toHaveProperty('accepted')
})

test('nobody says it for them', () => {
  const line: Actor = { kind: 'staff', account: 'x', post: 7, unit: 2, section: null, role: 'organiser' }
  expect(looked(null, first, line)).toEqual({ refused: { code: 'not-allowed', params: {} } })
})
