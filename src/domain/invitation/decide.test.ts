import { expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { InvitationCommand } from './command.ts'
import { decide, type InvitationFacts } from './decide.ts'
import type { InvitationEvent } from './event.ts'
import { evolve, type InvitationState } from './evolve.ts'

// City 1, county 2 below it, township 4 below that; county 3 beside. The county's own are invited.
const paths: Readonly<Record<number, readonly number[]>> = { 1: [1], 2: [2, 1], 3: [3, 1], 4: [4, 2, 1] }
const staff = (role: Role, unit: number): Actor => ({ kind: 'staff', account: 'x', post: 7, unit, section: null, role })
const seat = (unit: number) => ({ unit, path: paths[unit] ?? [], realm: 9901 })
const meeting = { belowPath: [2, 1], startAt: '2026-06-18T01:00:00.000Z', cancelled: false }
const facts = (more: Partial<InvitationFacts> = {}): InvitationFacts => ({
  ...{ actor: staff('head', 4), now: '2026-06-18T01:00:00.000Z', unit: seat(4), meeting },
  ...more,
})
const body = { meeting: 'm', unit: 4, path: [4, 2, 1], on: '2026-06-18' }
const received: InvitationEvent = { kind: 'InvitationReceived', body }
const attended = (persons: number): InvitationEvent => ({ kind: 'MeetingAttended', body: { ...body, persons } })
const given = (...events: InvitationEvent[]) =>
  events.reduce<InvitationState | null>(
    (state, event) => evolve(state, { ...event, stream: 's', at: '2026-06-17T01:00:00.000Z' }),
    null,
  )
const refusal = (code: string) => ({ refused: { code, params: {} } })
const receive: InvitationCommand = { kind: 'meeting.receive', meeting: 'm', unit: 4 }
const attend = (persons: number): InvitationCommand => ({ kind: 'meeting.attend', meeting: 'm', unit: 4, persons })
const before = { now: '2026-06-17T01:00:00.000Z' }

test('an invited union gives its receipt once, before the meeting or after', () => {
  expect(decide(null, receive, facts(before))).toEqual({ accepted: [received] })
  expect(decide(given(received), receive, facts())).toEqual(refusal('meeting.received-before'))
  expect(decide(given(attended(3)), receive, facts())).toEqual(refusal('meeting.received-before'))
  expect(decide(null, receive, facts({ actor: staff('handler', 4) }))).toEqual(refusal('not-allowed'))
})

test('who was there is a number that an invited union says of itself, once it has begun', () => {
  expect(decide(null, attend(3), facts(before))).toEqual(refusal('meeting.not-begun'))
  expect(decide(null, attend(3), facts())).toEqual({ accepted: [attended(3)] })
  expect(decide(given(received, attended(3)), attend(3), facts())).toEqual(refusal('meeting.attended-so'))
  expect(decide(given(attended(3)), attend(4), facts())).toEqual({ accepted: [attended(4)] })
  expect(given(received, attended(4))).toMatchObject({ receivedAt: '2026-06-17T01:00:00.000Z', persons: 4 })
})

test('neither the caller nor anybody else says it for them, and who was not invited was not there', () => {
  expect(decide(null, attend(3), facts({ actor: staff('organiser', 2) }))).toEqual(refusal('not-allowed'))
  const beside = { actor: staff('handler', 3), unit: seat(3) }
  expect(decide(null, attend(1), facts(beside))).toEqual(refusal('meeting.not-invited'))
  expect(decide(null, attend(1), facts({ unit: null }))).toEqual(refusal('not-allowed'))
  const off = { meeting: { ...meeting, cancelled: true } }
  expect(decide(null, receive, facts(off))).toEqual(refusal('meeting.cancelled'))
})
