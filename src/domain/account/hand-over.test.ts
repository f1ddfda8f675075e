import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { AccountEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { HandOverFacts } from './facts.ts'
import { handOver } from './hand-over.ts'
import { type AccountState, inForce } from './state.ts'

// County 2 under province 1; 3 is another county.
const PATHS = new Map([
  [2, [2, 1]],
  [3, [3, 1]],
])
const operator: Actor = { kind: 'operator' }
const admin = (unit: number, account = 'other'): Actor => ({
  ...{ kind: 'staff', account, post: 77, unit, section: null, role: 'admin' },
})
const fold = (stream: string, ...events: AccountEvent[]): AccountState =>
  events.reduce<AccountState | null>(
    (state, event, n) => evolve(state, { ...event, stream, at: `2026-06-15T0${n}:00:00.000Z` }),
    null,
  )!
const created: AccountEvent = { kind: 'AccountCreated', body: { unit: 2, realm: 9901 } }
const post = (number: number, role: Role, section: string | null = null): AccountEvent => ({
  kind: 'PostGranted',
  body: { post: number, unit: 2, section, role, fullTime: false },
})
const giver = fold('a', created, post(5, 'handler', 'legal'), post(6, 'head'))
const receiver = (...events: AccountEvent[]) => fold('b', created, ...events)
const facts = (actor: Actor, more: Partial<HandOverFacts> = {}): HandOverFacts => ({
  actor,
  unit: { unit: 2, path: [2, 1], realm: 9901 },
  paths: PATHS,
  post: 9,
  apart: [['handler', 'custodian']],
  ...more,
})
const command = (over: number, to = 'b') => ({ kind: 'post.hand-over', account: 'a', post: over, to }) as const
const refusal = (code: string, params = {}) => ({ refused: { code, params } })

describe('handing over a post', () => {
  const done = handOver(giver, receiver(), command(5), facts(operator))
  test('ends it here and gives the same post there, with one word about the other in each', () => {
    expect(done).toEqual({
      given: [{ kind: 'PostEnded', body: { post: 5, to: 9 } }],
      taken: [
        {
          kind: 'PostGranted',
          body: {
            ...{ post: 9, unit: 2, section: 'legal', role: 'handler', fullTime: false },
            handedOver: { from: 5, first: 5 },
          },
        },
      ],
    })
  })
  test('leaves the other posts of both where they are', () => {
    if ('refused' in done) throw new Error(done.refused.code)
    const at = '2026-06-16T01:00:00.000Z'
    const after = done.given.reduce((state, event) => evolve(state, { ...event, stream: 'a', at }), giver)
    expect(inForce(after).map((each) => each.post)).toEqual([6])
    expect(after.posts.find((each) => each.post === 5)?.until).toBe(at)
  })
  test('remembers the post the chain began with, however often it goes on', () => {
    const second = fold('a', created, {
      kind: 'PostGranted',
      body: { post: 9, unit: 2, section: null, role: 'handler', fullTime: true, handedOver: { from: 5, first: 4 } },
    })
    expect(handOver(second, receiver(), command(9), facts(operator, { post: 12 }))).toMatchObject({
      taken: [{ body: { post: 12, handedOver: { from: 9, first: 4 } } }],
    })
  })
  test('needs a post in force, and two people', () => {
    expect(handOver(giver, receiver(), command(8), facts(operator))).toEqual(refusal('post.unknown', { post: 8 }))
    expect(handOver(giver, giver, command(5, 'a'), facts(operator))).toEqual(refusal('account.same'))
    expect(handOver(giver, null, command(5), facts(operator))).toEqual(refusal('not-found'))
    expect(handOver(giver, receiver(), command(5), facts(operator, { unit: null }))).toEqual(
      refusal('unit.unknown', { unit: 2 }),
    )
  })
  test('is not for a receiver who is gone, holds it already, or holds what must stay apart', () => {
    const gone: AccountEvent = { kind: 'AccountDisabled', body: {} }
    expect(handOver(giver, receiver(gone), command(5), facts(operator))).toEqual(refusal('account.disabled'))
    expect(handOver(giver, receiver(post(7, 'head')), command(6), facts(operator))).toEqual(
      refusal('post.exists', { post: 7 }),
    )
    expect(handOver(giver, receiver(post(7, 'custodian')), command(5), facts(operator))).toEqual(
      refusal('post.roles-apart', { role: 'handler', held: 'custodian' }),
    )
  })
  test('goes neither from nor to the own account of who decides it', () => {
    expect(handOver(giver, receiver(), command(5), facts(admin(2, 'a')))).toEqual(refusal('account.not-your-own'))
    expect(handOver(giver, receiver(), command(5), facts(admin(2, 'b')))).toEqual(refusal('account.not-your-own'))
    expect(handOver(giver, receiver(), command(5), facts(admin(1)))).toHaveProperty('given')
  })
  test('out of reach reads as no such post, and other roles may not', () => {
    expect(handOver(giver, receiver(), command(5), facts(admin(3)))).toEqual(refusal('post.unknown', { post: 5 }))
    const head: Actor = { kind: 'staff', account: 'x', post: 1, unit: 2, section: null, role: 'head' }
    expect(handOver(giver, receiver(), command(5), facts(head))).toEqual(refusal('not-allowed'))
  })
})
