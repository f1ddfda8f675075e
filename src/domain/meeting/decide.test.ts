import { expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { CallMeeting, MeetingCommand } from './command.ts'
import { call, decide } from './decide.ts'
import type { MeetingEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { MeetingFacts } from './facts.ts'
import { meetingVerbs } from './may.ts'
import type { MeetingState } from './state.ts'

// City 1, county 2 below it, township 4 below that; county 3 beside.
const paths: Readonly<Record<number, readonly number[]>> = { 1: [1], 2: [2, 1], 3: [3, 1], 4: [4, 2, 1] }
const seat = (unit: number) => ({ unit, path: paths[unit] ?? [], realm: 9901 })
const staff = (role: Role = 'organiser', unit = 2): Actor => ({
  ...{ kind: 'staff', account: 'x', post: 7, unit, section: null, role },
})
const STREAM = '019ec90f-5c00-7000-8000-99a400000000'
const facts = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  ...{ actor: staff(), now: '2026-06-16T00:00:00.000Z', today: '2026-06-16', unit: seat(2), below: seat(2) },
  ...{ campaignOf: null, directive: null },
  ...more,
})
const asked: CallMeeting = {
  ...{ kind: 'meeting.call', unit: 2, title: '动员会', agenda: ['讲话'], video: true },
  ...{ startAt: '2026-06-18T09:00:00+08:00', endAt: '2026-06-18T11:00:00+08:00' },
}
const refusal = (code: string, params = {}) => ({ refused: { code, params } })
function given(...events: MeetingEvent[]): MeetingState {
  const decision = call(asked, facts())
  if ('refused' in decision) throw new Error(decision.refused.code)
  const all = [decision.accepted[0] as unknown as MeetingEvent, ...events]
  return all.reduce<MeetingState | null>((s, e) => evolve(s, { ...e, stream: STREAM }), null) as MeetingState
}
type Given = Exclude<MeetingCommand, CallMeeting>
const on = (state: MeetingState, command: Omit<Given, 'meeting'>, more: Partial<MeetingFacts> = {}) =>
  decide(state, { ...command, meeting: STREAM } as Given, facts(more))
const task: MeetingEvent = {
  kind: 'MeetingDecided',
  body: { n: 1, what: '逐户走访', directive: null, clause: null, unit: 4, path: [4, 2, 1], until: '2026-07-01' },
}
const cancelled: MeetingEvent = { kind: 'MeetingCancelled', body: { sequence: 1 } }

test('a call keeps its instants in UTC and invites from the union named downward', () => {
  expect(given()).toMatchObject({
    ...{ startAt: '2026-06-18T01:00:00.000Z', endAt: '2026-06-18T03:00:00.000Z', below: 2, sequence: 0 },
  })
  const wrong = (more: Partial<CallMeeting>, with_: Partial<MeetingFacts> = {}) =>
    call({ ...asked, ...more }, facts(with_))
  expect(wrong({}, { below: seat(3) })).toEqual(refusal('meeting.below-unknown', { unit: 0 }))
  expect(wrong({}, { below: seat(1) })).toEqual(refusal('meeting.below-unknown', { unit: 0 }))
  expect(wrong({ endAt: asked.startAt })).toEqual(refusal('meeting.order'))
  expect(wrong({}, { now: '2026-06-18T03:00:00.000Z' })).toEqual(refusal('meeting.past'))
  const under = { campaign: STREAM }
  expect(wrong(under)).toEqual(refusal('meeting.campaign-unknown'))
  expect(wrong(under, { campaignOf: 3 })).toEqual(refusal('meeting.campaign-unknown'))
  expect(wrong(under, { campaignOf: 1 })).toMatchObject({ accepted: [{ body: { campaign: STREAM } }] })
  expect(wrong({}, { actor: staff('handler') })).toEqual(refusal('not-allowed'))
  expect(wrong({}, { actor: staff('organiser', 3) })).toEqual(refusal('unit.unknown', { unit: 2 }))
})

test('each change and the cancelling raise the sequence; what is not said stays', () => {
  expect(on(given(), { kind: 'meeting.change', title: '动员部署会' } as never)).toMatchObject({
    accepted: [{ kind: 'MeetingChanged', body: { title: '动员部署会', agenda: ['讲话'], sequence: 1 } }],
  })
  expect(on(given(), { kind: 'meeting.cancel' })).toEqual({ accepted: [cancelled] })
  for (const command of [
    { kind: 'meeting.cancel' },
    { kind: 'meeting.change' },
    { kind: 'meeting.paper', title: 'a', text: 'b' },
  ])
    expect(on(given(cancelled), command as never)).toEqual(refusal('meeting.cancelled'))
})

test('what has begun is neither cancelled nor moved; its words and its end may still change', () => {
  const begun = { now: '2026-06-18T01:00:00.000Z' }
  const change = (more: object) => on(given(), { kind: 'meeting.change', ...more } as never, begun)
  expect(on(given(), { kind: 'meeting.cancel' }, begun)).toEqual(refusal('meeting.begun'))
  expect(change({ startAt: '2026-06-19T09:00:00+08:00', endAt: '2026-06-19T11:00:00+08:00' })).toEqual(
    refusal('meeting.begun'),
  )
  expect(change({ endAt: '2026-06-18T12:00:00+08:00' })).toMatchObject({
    accepted: [{ body: { endAt: '2026-06-18T04:00:00.000Z' } }],
  })
  expect(
    on(given(), { kind: 'meeting.change', place: '三楼' } as never, { now: '2026-06-20T00:00:00.000Z' }),
  ).toMatchObject({ accepted: [{ body: { place: '三楼' } }] })
})

test('no number that reaches somebody goes out to everybody', () => {
  const named = (field: string, line = 1) => refusal('words.names-someone', { field, line, found: 'phone' })
  expect(call({ ...asked, title: '找 13800138000' }, facts())).toEqual(named('title'))
  expect(call({ ...asked, agenda: ['讲话', '找 13800138000'] }, facts())).toEqual(named('agenda', 2))
  expect(on(given(), { kind: 'meeting.change', place: '找 13800138000' } as never)).toEqual(named('place'))
  const paper = { kind: 'meeting.paper', title: '讲话稿', text: '找 13800138000' }
  expect(on(given(), paper as never)).toEqual(named('paperText'))
  const decision = { kind: 'meeting.decide', what: '找 13800138000', unit: 4, until: '2026-07-01' }
  expect(on(given(), decision as never, { unit: seat(4) })).toEqual(named('what'))
})

test('a decision becomes a clause or a task, one of the two', () => {
  const conclude = (more: object, with_: Partial<MeetingFacts> = {}) =>
    on(given(), { kind: 'meeting.decide', what: '逐户走访', ...more } as never, { unit: null, ...with_ })
  expect(conclude({})).toEqual(refusal('meeting.one-of-both'))
  expect(conclude({ directive: STREAM, unit: 4 }, { unit: seat(4) })).toEqual(refusal('meeting.one-of-both'))
  const paper = (unit: number, state: 'draft' | 'issued', n = 2) => ({
    directive: { unit, state, clauses: Array.from({ length: n }, () => ({ text: 'a', measure: null, cut: null })) },
  })
  expect(conclude({ directive: STREAM })).toEqual(refusal('meeting.directive-unknown'))
  expect(conclude({ directive: STREAM }, paper(1, 'draft'))).toEqual(refusal('meeting.directive-unknown'))
  expect(conclude({ directive: STREAM }, paper(2, 'issued'))).toEqual(refusal('meeting.directive-issued'))
  expect(conclude({ directive: STREAM }, paper(2, 'draft', 40))).toEqual(
    refusal('meeting.directive-full', { most: 40 }),
  )
  expect(conclude({ directive: STREAM }, paper(2, 'draft'))).toMatchObject({
    accepted: [{ body: { directive: STREAM, clause: 3, unit: null } }],
  })
  expect(conclude({ unit: 3, until: '2026-07-01' }, { unit: seat(3) })).toEqual(refusal('unit.unknown', { unit: 3 }))
  expect(conclude({ unit: 4, until: '2026-06-15' }, { unit: seat(4) })).toEqual(refusal('meeting.until-ahead'))
  expect(conclude({ unit: 4 }, { unit: seat(4) })).toEqual(refusal('meeting.until-ahead'))
  expect(conclude({ unit: 4, until: '2026-07-01' }, { unit: seat(4) })).toEqual({ accepted: [task] })
})

test('the unit that has a task says that it is done, once', () => {
  const done = (state: MeetingState, n: number, actor: Actor) =>
    on(state, { kind: 'meeting.task-done', n } as never, { actor })
  expect(done(given(task), 1, staff('handler', 4))).toEqual({ accepted: [{ kind: 'MeetingTaskDone', body: { n: 1 } }] })
  expect(done(given(task), 1, staff())).toEqual(refusal('not-allowed'))
  expect(done(given(task), 2, staff('handler', 4))).toEqual(refusal('meeting.no-task', { n: 2 }))
  const over = given(task, { kind: 'MeetingTaskDone', body: { n: 1 } })
  expect(done(over, 1, staff('handler', 4))).toEqual(refusal('meeting.task-done-before'))
})

test('the invited, the caller and those above it see a meeting; those beside do not', () => {
  const verbs = (actor: Actor, unit: number) => meetingVerbs(actor, given(), paths[unit] ?? [])
  expect(verbs(staff('handler', 4), 4)).toEqual(['meeting.read', 'meeting.attend'])
  expect(verbs(staff('head', 4), 4)).toEqual(['meeting.read', 'meeting.attend', 'meeting.receive'])
  expect(verbs(staff('auditor', 1), 1)).toEqual(['meeting.read'])
  expect(verbs(staff(), 2)).toContain('meeting.decide')
  expect(verbs(staff('organiser', 3), 3)).toEqual([])
  expect(meetingVerbs(staff(), given(cancelled), [2, 1])).toEqual(['meeting.read'])
  const forFour = { ...given(), below: 4, belowPath: [4, 2, 1] }
  expect(meetingVerbs(staff('handler', 5), forFour, [5, 2, 1])).toEqual([])
})
