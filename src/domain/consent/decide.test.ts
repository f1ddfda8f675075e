import { expect, test } from 'vitest'
import { erase } from '../demand/claimant.ts'
import type { DemandState } from '../demand/state.ts'
import { type ConsentFacts, giveConsent, withdrawConsent } from './decide.ts'

const consentText = { version: 3, hash: 'h' }
const worker = { kind: 'claimant', demand: 'd', assisted: false } as const
const staff = { kind: 'staff', account: 'a', post: 1, unit: 1, section: null, role: 'handler' } as const
const facts = (actor: ConsentFacts['actor']) => ({ actor, consentText }) as ConsentFacts
const state = (more: Partial<DemandState>) =>
  ({ status: 'closed', consents: [], erased: [], ...more }) as unknown as DemandState
const give = {
  kind: 'consent.give',
  demand: 'd',
  purpose: 'public-story',
  version: 3,
  name: true,
  picture: false,
} as const
const back = { kind: 'consent.withdraw', demand: 'd', purpose: 'public-story' } as const
const given = {
  purpose: 'public-story',
  version: 3,
  hash: 'h',
  name: true,
  picture: false,
  assisted: false,
  at: '',
} as const

test('a worker agrees to a story, by the text that was read, once the matter is closed', () => {
  const { at: _, ...body } = given
  expect(giveConsent(state({}), give, facts(worker))).toEqual({ accepted: [{ kind: 'ConsentGiven', body }] })
  const refusedWith = (code: string) => ({ refused: expect.objectContaining({ code }) })
  for (const status of ['raised', 'inHand', 'answered', 'reopened', 'withdrawn'] as const)
    expect(giveConsent(state({ status }), give, facts(worker))).toEqual(refusedWith('consent.while-open'))
  expect(giveConsent(state({}), { ...give, version: 2 }, facts(worker))).toEqual(refusedWith('consent.other-text'))
  expect(giveConsent(state({ consents: [given] }), give, facts(worker))).toEqual(refusedWith('consent.given'))
})

test('nobody of the union gives it or takes it back', () => {
  const only = { refused: { code: 'consent.workers-only', params: {} } }
  expect(giveConsent(state({}), give, facts(staff))).toEqual(only)
  expect(withdrawConsent(state({ consents: [given] }), back, facts(staff))).toEqual(only)
})

test('it is taken back at any time, also while the matter is open again', () => {
  const withdrawn = { accepted: [{ kind: 'ConsentWithdrawn', body: { purpose: 'public-story', cause: 'worker' } }] }
  expect(withdrawConsent(state({ status: 'reopened', consents: [given] }), back, facts(worker))).toEqual(withdrawn)
  const system = { kind: 'system' } as const
  const again = { accepted: [{ kind: 'ConsentWithdrawn', body: { purpose: 'public-story', cause: 'restored' } }] }
  expect(withdrawConsent(state({ consents: [given] }), back, facts(system))).toEqual(again)
  expect(withdrawConsent(state({}), back, facts(worker))).toMatchObject({ refused: { code: 'consent.not-given' } })
})

test('who has the matter deleted takes the story back with it; the erasure is the last event', () => {
  const command = { kind: 'content.erase', demand: 'd', parts: ['identity'], reason: 'worker-request' } as const
  const decision = erase(state({ consents: [given] }), command, facts(worker))
  expect('accepted' in decision && decision.accepted.map(({ kind }) => kind)).toEqual([
    'ConsentWithdrawn',
    'ContentErased',
  ])
})
