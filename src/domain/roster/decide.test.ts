import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { isId, realmOfId } from '../id.ts'
import { type AskedOfOffice, decide } from './decide.ts'
import type { OfficeEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { officeVerbs } from './may.ts'
import { type OfficeState, untouched } from './state.ts'
import { isOfficeStream, officeStreamOf } from './stream.ts'

// County 2 under province 1; 4 is a township of 2.
const PATHS = new Map([
  [1, [1]],
  [2, [2, 1]],
  [4, [4, 2, 1]],
])
const STREAM = officeStreamOf(9901, 2)
const seat = (unit: number) => ({ unit, path: PATHS.get(unit) ?? [], realm: 9901 })
const operator: Actor = { kind: 'operator' }
const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const given = (...events: OfficeEvent[]): OfficeState =>
  events.reduce((state, event) => evolve(state, { ...event, stream: STREAM }), untouched(STREAM, 2))
const night = (entry: number, first: number, from: string, to: string): OfficeEvent => ({
  kind: 'DutySet',
  body: { unit: 2, entry, post: first, first, from, to },
})
const monday = night(1, 5, '2026-06-15T10:00:00.000Z', '2026-06-16T00:00:00.000Z')
const set = (from: string, to: string, more: { actor?: Actor; first?: number; at?: number | null } = {}) =>
  ({
    kind: 'duty.set',
    command: { kind: 'duty.set', unit: 2, post: 5, from, to },
    facts: {
      actor: more.actor ?? operator,
      unit: seat(2),
      post: more.at === null ? null : { unit: more.at ?? 2, first: more.first ?? 5 },
      mostDays: 31,
    },
  }) as const satisfies AskedOfOffice
const clear = (entry: number, actor: Actor = operator): AskedOfOffice => ({
  kind: 'duty.clear',
  command: { kind: 'duty.clear', unit: 2, entry },
  facts: { actor, unit: seat(2) },
})
const small = (on: boolean, actor: Actor = operator): AskedOfOffice => ({
  kind: 'office.set-small',
  command: { kind: 'office.set-small', unit: 2, on },
  facts: { actor, unit: seat(2) },
})
const refusal = (code: string, params = {}) => ({ refused: { code, params } })

describe('the duty roster', () => {
  test('takes an entry, in UTC, with the next number', () => {
    expect(decide(given(monday), set('2026-06-16T18:00:00+08:00', '2026-06-17T08:00:00+08:00'))).toEqual({
      accepted: [night(2, 5, '2026-06-16T10:00:00.000Z', '2026-06-17T00:00:00.000Z')],
    })
  })
  test('takes a post of the unit only', () => {
    const [from, to] = ['2026-06-16T10:00:00Z', '2026-06-17T00:00:00Z']
    expect(decide(given(), set(from, to, { at: 4 }))).toEqual(refusal('post.unknown', { post: 5 }))
    expect(decide(given(), set(from, to, { at: null }))).toEqual(refusal('post.unknown', { post: 5 }))
  })
  test('has a beginning before its end, and no more than 31 days between', () => {
    const from = '2026-06-01T00:00:00Z'
    expect(decide(given(), set(from, from))).toEqual(refusal('duty.order'))
    expect(decide(given(), set(from, '2026-05-31T23:59:59Z'))).toEqual(refusal('duty.order'))
    expect(decide(given(), set(from, '2026-07-02T00:00:00Z'))).toHaveProperty('accepted')
    expect(decide(given(), set(from, '2026-07-02T00:00:01Z'))).toEqual(refusal('duty.too-long', { most: 31 }))
  })
  test.each([
    ['2026-06-15T09:00:00Z', '2026-06-15T10:00:01Z', true],
    ['2026-06-15T12:00:00Z', '2026-06-15T13:00:00Z', true],
    ['2026-06-15T23:59:59Z', '2026-06-16T08:00:00Z', true],
    ['2026-06-15T00:00:00Z', '2026-06-17T00:00:00Z', true],
    ['2026-06-15T09:00:00Z', '2026-06-15T10:00:00Z', false],
    ['2026-06-16T00:00:00Z', '2026-06-16T08:00:00Z', false],
  ])('puts one post on duty once at a time: %s to %s overlaps %s', (from, to, overlaps) => {
    const answer = decide(given(monday), set(from, to))
    if (overlaps) expect(answer).toEqual(refusal('duty.overlap', { entry: 1 }))
    else expect(answer).toHaveProperty('accepted')
  })
  test('lets two posts be on duty together, but not a post with the one it was handed over from', () => {
    const [from, to] = ['2026-06-15T12:00:00Z', '2026-06-15T13:00:00Z']
    expect(decide(given(monday), set(from, to, { first: 6 }))).toHaveProperty('accepted')
    expect(decide(given(monday), set(from, to, { first: 5 }))).toHaveProperty('refused')
  })
  test('is cleared entry by entry, and no number is given twice', () => {
    expect(decide(given(monday), clear(1))).toEqual({
      accepted: [{ kind: 'DutyCleared', body: { unit: 2, entry: 1 } }],
    })
    const cleared = given(monday, { kind: 'DutyCleared', body: { unit: 2, entry: 1 } })
    expect(cleared.duties).toEqual([])
    expect(decide(cleared, clear(1))).toEqual(refusal('duty.unknown', { entry: 1 }))
    expect(decide(cleared, set('2026-06-15T10:00:00Z', '2026-06-16T00:00:00Z'))).toMatchObject({
      accepted: [{ body: { entry: 2 } }],
    })
  })
})

describe('a small office', () => {
  test('is switched on and off, and never to what it is', () => {
    expect(decide(given(), small(true))).toEqual({
      accepted: [{ kind: 'SmallOfficeSet', body: { unit: 2, on: true } }],
    })
    expect(decide(given(), small(false))).toEqual(refusal('office.as-it-is'))
    const on = given({ kind: 'SmallOfficeSet', body: { unit: 2, on: true } }, monday)
    expect(on).toMatchObject({ small: true, duties: [{ entry: 1 }] })
    expect(decide(on, small(true))).toEqual(refusal('office.as-it-is'))
    expect(decide(on, small(false))).toHaveProperty('accepted')
  })
})

describe('who arranges an office', () => {
  const may = (asked: AskedOfOffice) => decide(given(monday), asked)
  test('the head of the unit, for the roster alone', () => {
    expect(may(clear(1, staff('head')))).toHaveProperty('accepted')
    expect(may(small(true, staff('head')))).toEqual(refusal('not-allowed'))
  })
  test('a head above reads no such unit; an administrator above may', () => {
    expect(may(clear(1, staff('head', 1)))).toEqual(refusal('unit.unknown', { unit: 2 }))
    expect(may(clear(1, staff('admin', 1)))).toHaveProperty('accepted')
    expect(may(small(true, staff('admin', 1)))).toHaveProperty('accepted')
    expect(may(small(true, staff('admin', 4)))).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test.each(['agent', 'triage', 'handler', 'custodian', 'auditor'] as const)('not %s', (role) => {
    expect(may(clear(1, staff(role)))).toEqual(refusal('not-allowed'))
  })
  test('nobody without a post, and nobody where no such unit is in force', () => {
    expect(may(clear(1, { kind: 'public' }))).toEqual(refusal('not-allowed'))
    expect(may({ ...clear(1), facts: { actor: operator, unit: null } } as AskedOfOffice)).toEqual(
      refusal('unit.unknown', { unit: 2 }),
    )
  })
  test('sees exactly these buttons', () => {
    expect(officeVerbs(staff('head'), [2, 1])).toEqual(['duty.set', 'duty.clear'])
    expect(officeVerbs(staff('admin', 1), [2, 1])).toEqual(['duty.set', 'duty.clear', 'office.set-small'])
    expect(officeVerbs(staff('head', 1), [2, 1])).toEqual([])
  })
})

test('the stream of an office follows from realm and unit, and no two share one', () => {
  for (const [realm, unit] of [
    [1, 1],
    [9901, 2],
    [65535, 2147483647],
  ] as const) {
    const id = officeStreamOf(realm, unit)
    expect(isId(id) && isOfficeStream(id)).toBe(true)
    expect(realmOfId(id)).toBe(realm)
  }
  const all = [1, 2, 255, 256, 65536, 2147483647].flatMap((unit) =>
    [9900, 9901].map((realm) => officeStreamOf(realm, unit)),
  )
  expect(new Set(all).size).toBe(12)
  expect(isOfficeStream('019ecae6-59c0-7000-8000-000000000000')).toBe(false)
})
