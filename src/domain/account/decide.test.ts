import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { type AskedOfAccount, create, decide } from './decide.ts'
import type { AccountEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { AccountFacts, GrantFacts } from './facts.ts'
import { type AccountState, inForce } from './state.ts'

// Province 1 over counties 2 and 3; 4 is a township of 2.
const PATHS = new Map([
  [1, [1]],
  [2, [2, 1]],
  [3, [3, 1]],
  [4, [4, 2, 1]],
])
const seat = (unit: number) => ({ unit, path: PATHS.get(unit) ?? [], realm: 9901 })
const operator: Actor = { kind: 'operator' }
const staff = (role: Role, unit: number, account = 'other'): Actor => ({
  kind: 'staff',
  account,
  post: 77,
  unit,
  section: null,
  role,
})
const facts = (actor: Actor, unit: number | null = null): AccountFacts => ({
  actor,
  unit: unit === null ? null : seat(unit),
  paths: PATHS,
})
const grantFacts = (actor: Actor, unit: number | null, more: Partial<GrantFacts> = {}): GrantFacts => ({
  ...facts(actor, unit),
  post: 9,
  sectionKnown: true,
  apart: [['handler', 'custodian']],
  ...more,
})
const given = (...events: AccountEvent[]): AccountState =>
  events.reduce<AccountState | null>(
    (state, event, n) => evolve(state, { ...event, stream: 'a', at: `2026-06-15T0${n}:00:00.000Z` }),
    null,
  )!
const created = (unit = 2): AccountEvent => ({ kind: 'AccountCreated', body: { unit, realm: 9901 } })
const granted = (post: number, role: Role, unit = 2): AccountEvent => ({
  kind: 'PostGranted',
  body: { post, unit, section: null, role, fullTime: true },
})
const grant = (role: string, actor: Actor, unit: number, more: Partial<GrantFacts> = {}): AskedOfAccount => ({
  kind: 'post.grant',
  command: { kind: 'post.grant', account: 'a', unit, role, fullTime: true },
  facts: grantFacts(actor, PATHS.has(unit) ? unit : null, more),
})
const end = (post: number, actor: Actor): AskedOfAccount => ({
  kind: 'post.end',
  command: { kind: 'post.end', account: 'a', post },
  facts: facts(actor),
})
const disable = (actor: Actor): AskedOfAccount => ({
  kind: 'account.disable',
  command: { kind: 'account.disable', account: 'a' },
  facts: facts(actor),
})
const refusal = (code: string, params = {}) => ({ refused: { code, params } })

describe('a new account', () => {
  const order = { kind: 'account.create', account: 'a', unit: 2 } as const
  test('is born in the realm of its unit', () => {
    expect(create(null, order, facts(operator, 2))).toEqual({ accepted: [created()] })
  })
  test('is made once', () => {
    expect(create(given(created()), order, facts(operator, 2))).toEqual(refusal('account.exists'))
  })
  test('needs a unit in force', () => {
    expect(create(null, order, facts(operator))).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test('is made by an administrator in the own subtree only, and elsewhere the unit reads as unknown', () => {
    expect(create(null, order, facts(staff('admin', 1), 2))).toEqual({ accepted: [created()] })
    expect(create(null, order, facts(staff('admin', 3), 2))).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test.each(['agent', 'triage', 'handler', 'head', 'custodian', 'auditor'] as const)('is not made by %s', (role) => {
    expect(create(null, order, facts(staff(role, 1), 2))).toEqual(refusal('not-allowed'))
  })
  test('is not made by a claimant or the public', () => {
    expect(create(null, order, facts({ kind: 'public' }, 2))).toEqual(refusal('not-allowed'))
    expect(create(null, order, facts({ kind: 'claimant', demand: 'd', assisted: false }, 2))).toEqual(
      refusal('not-allowed'),
    )
  })
})

describe('a post', () => {
  test('is granted by an administrator above, with the number taken from the counter', () => {
    expect(decide(given(created()), grant('handler', staff('admin', 2), 4))).toEqual({
      accepted: [granted(9, 'handler', 4)],
    })
  })
  test('is never granted to oneself, not even below', () => {
    expect(decide(given(created()), grant('head', staff('admin', 1, 'a'), 4))).toEqual(refusal('account.not-your-own'))
  })
  test('above or beside the own subtree reads as no such unit', () => {
    expect(decide(given(created()), grant('head', staff('admin', 2), 1))).toEqual(refusal('unit.unknown', { unit: 1 }))
    expect(decide(given(created()), grant('head', staff('admin', 2), 3))).toEqual(refusal('unit.unknown', { unit: 3 }))
    expect(decide(given(created()), grant('head', staff('admin', 2), 99))).toEqual(
      refusal('unit.unknown', { unit: 99 }),
    )
  })
  test('needs a known role and a section the unit has', () => {
    expect(decide(given(created()), grant('king', operator, 2))).toEqual(refusal('role.unknown', { role: 'king' }))
    expect(decide(given(created()), grant('agent', operator, 2, { sectionKnown: false }))).toMatchObject(
      refusal('section.unknown'),
    )
  })
  test('is held once', () => {
    expect(decide(given(created(), granted(5, 'agent')), grant('agent', operator, 2))).toEqual(
      refusal('post.exists', { post: 5 }),
    )
  })
  test('that was ended can be given again', () => {
    const state = given(created(), granted(5, 'agent'), { kind: 'PostEnded', body: { post: 5 } })
    expect(decide(state, grant('agent', operator, 2))).toEqual({ accepted: [granted(9, 'agent')] })
  })
  test.each([
    ['handler', 'custodian'],
    ['custodian', 'handler'],
  ] as const)('%s and %s are never one person, at any unit', (held, asked) => {
    expect(decide(given(created(), granted(5, held, 3)), grant(asked, operator, 2))).toEqual(
      refusal('post.roles-apart', { role: asked, held }),
    )
  })
  test('is not granted to a disabled account', () => {
    const state = given(created(), { kind: 'AccountDisabled', body: {} })
    expect(decide(state, grant('agent', operator, 2))).toEqual(refusal('account.disabled'))
  })
  test('is ended once, and within reach', () => {
    const state = given(created(), granted(5, 'agent', 4))
    expect(decide(state, end(5, staff('admin', 2)))).toEqual({ accepted: [{ kind: 'PostEnded', body: { post: 5 } }] })
    expect(decide(state, end(5, staff('admin', 3)))).toEqual(refusal('post.unknown', { post: 5 }))
    expect(decide(state, end(6, operator))).toEqual(refusal('post.unknown', { post: 6 }))
    expect(inForce(given(created(), granted(5, 'agent', 4), { kind: 'PostEnded', body: { post: 5 } }))).toEqual([])
  })
})

describe('disabling', () => {
  test('ends every post in force, then the account', () => {
    const state = given(created(), granted(5, 'agent'), granted(6, 'head', 4), { kind: 'PostEnded', body: { post: 5 } })
    expect(decide(state, disable(operator))).toEqual({
      accepted: [
        { kind: 'PostEnded', body: { post: 6 } },
        { kind: 'AccountDisabled', body: {} },
      ],
    })
  })
  test('is not for an administrator who does not reach every post of the person', () => {
    const state = given(created(2), granted(5, 'head', 1))
    expect(decide(state, disable(staff('admin', 2)))).toEqual(refusal('not-found'))
    expect(decide(state, disable(staff('admin', 1)))).toHaveProperty('accepted')
  })
  test('happens once', () => {
    const state = given(created(), { kind: 'AccountDisabled', body: {} })
    expect(decide(state, disable(operator))).toEqual(refusal('account.disabled'))
  })
})

test("a reset is booked with who did it, and is the operator's alone", () => {
  const ask = (actor: Actor): AskedOfAccount => ({
    kind: 'account.reset',
    command: { kind: 'account.reset', account: 'a' },
    facts: facts(actor),
  })
  expect(decide(given(created()), ask(operator))).toEqual({
    accepted: [{ kind: 'PasswordReset', body: { by: 'operator' } }],
  })
  expect(decide(given(created()), ask(staff('admin', 1)))).toEqual(refusal('not-allowed'))
})

test('a stream that does not begin with AccountCreated is a broken ledger', () => {
  expect(() => evolve(null, { ...granted(1, 'agent'), stream: 'a', at: '2026-06-15T00:00:00.000Z' })).toThrow(
    'AccountCreated',
  )
})
