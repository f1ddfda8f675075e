import { describe, expect, test } from 'vitest'
import { attended, enrolled, facts, given, planned, seat, session, staff } from './class.fixture.ts'
import type { OnClass } from './decide.ts'
import { decide } from './decide.ts'
import type { ClassState } from './evolve.ts'
import { hoursOf } from './evolve.ts'
import { type ClassPlanFacts, planClass } from './plan.ts'

const id = '01900000-0000-7000-8000-000000000010'
const bodyOf = (decision: object) =>
  'accepted' in decision ? (decision.accepted as { body: object }[])[0]?.body : null
const refused = (code: string, params: object = {}) => ({ refused: { code, params } })
const when = (state: ClassState, command: OnClass, more: Parameters<typeof facts>[0] = {}) =>
  decide(state, command, facts(more))
const enrol = (...accounts: string[]): OnClass => ({ kind: 'class.enrol', class: id, accounts })
const attend = (n: number, accounts: string[], hours?: number): OnClass => ({
  ...{ kind: 'class.attend', class: id, session: n, accounts, hours },
})

describe('planning', () => {
  const course = { path: [2, 1], title: '隐私与保密', hours: 8, tags: ['privacy'], exam: false, retired: false }
  const plan = { path: [1], fromOn: '2026-01-01', toOn: '2026-12-31', closed: false }
  const unit = { unit: 2, path: [2, 1], level: 'county' } as const
  const at = (startAt: string, endAt: string, hours: number) => ({ startAt, endAt, hours })
  const morning = at('2026-03-11T08:30:00+08:00', '2026-03-11T11:30:00+08:00', 4)
  const before = at('2026-03-10T08:30:00+08:00', '2026-03-10T11:30:00+08:00', 4)
  const ask = (sessions = [morning, before], more: Partial<ClassPlanFacts> = {}) =>
    planClass(
      { kind: 'class.plan', unit: 2, course: 'c', plan: 'p', venue: '三楼', seats: 20, sessions },
      { ...facts(), unit, course, plan, trainerKnown: true, ...more },
    )

  test('numbers the sessions in the order of time and keeps what the course was', () => {
    expect(bodyOf(ask())).toMatchObject({
      ...{
        title: '隐私与保密',
        courseHours: 8,
        tags: ['privacy'],
        period: { fromOn: '2026-01-01', toOn: '2026-12-31' },
      },
      sessions: [
        { n: 1, on: '2026-03-10', hours: 4 },
        { n: 2, on: '2026-03-11', hours: 4 },
      ],
    })
  })

  test('a session that overlaps, ends before it begins or counts more than it lasts is named', () => {
    expect(ask([morning, morning])).toEqual(refused('class.sessions', { session: 2 }))
    expect(ask([at(morning.endAt, morning.startAt, 4)])).toEqual(refused('class.sessions', { session: 1 }))
    expect(ask([{ ...morning, hours: 4.5 }])).toEqual(refused('class.sessions', { session: 1 }))
  })

  test('only within the plan, only a course of the own union or one above', () => {
    const late = at('2027-03-11T08:30:00+08:00', '2027-03-11T11:30:00+08:00', 4)
    expect(ask([late])).toEqual(refused('plan.outside', { from: '2026-01-01', to: '2026-12-31' }))
    expect(ask(undefined, { course: { ...course, path: [3, 1] } })).toEqual(refused('course.unknown', { course: 'c' }))
    expect(ask(undefined, { course: { ...course, retired: true } })).toEqual(refused('course.retired'))
    expect(ask(undefined, { plan: { ...plan, path: [3, 1] } })).toEqual(refused('plan.unknown', { plan: 'p' }))
    expect(ask(undefined, { plan: { ...plan, closed: true } })).toEqual(refused('plan.closed'))
    expect(ask(undefined, { trainerKnown: false })).toEqual(refused('post.unknown', { post: 0 }))
    expect(ask(undefined, { actor: staff('trainer', 3) })).toEqual(refused('unit.unknown', { unit: 2 }))
    expect(ask(undefined, { actor: staff('head') })).toEqual(refused('not-allowed'))
  })

  test('who trains, in words, is sealed', () => {
    const command = {
      kind: 'class.plan',
      unit: 2,
      course: 'c',
      venue: '三楼',
      seats: 9,
      sessions: [before],
      trainer: '外请老师',
    } as const
    const { accepted } = planClass(command, { ...facts(), unit, course, plan: null, trainerKnown: true }) as {
      accepted: object[]
    }
    expect(JSON.stringify((accepted[0] as { body: object }).body)).not.toContain('外请老师')
    expect(accepted[0]).toMatchObject({ seal: { trainer: { part: 'text', value: '外请老师' } } })
  })
})

describe('enrolling', () => {
  test('a trainer enrols people of the own union and below, once each', () => {
    expect(when(given(planned(), enrolled('ann')), enrol('ann', 'bao', 'bao'))).toMatchObject({
      accepted: [
        { kind: 'LearnersEnrolled', body: { learners: [{ account: 'bao', level: 'township', fullTime: false }] } },
      ],
    })
  })
  test('nobody of another county, and nobody unknown', () => {
    expect(when(given(planned()), enrol('ann', 'far'))).toEqual(refused('person.unknown', { account: 'far' }))
    expect(when(given(planned()), enrol('who'))).toEqual(refused('person.unknown', { account: 'who' }))
  })
  test('a head enrols the own people into a class of the union or of one above, and no others', () => {
    expect(when(given(planned()), enrol('bao'), { actor: staff('head', 4) })).toMatchObject({ accepted: [{}] })
    expect(when(given(planned()), enrol('ann'), { actor: staff('head', 4) })).toEqual(
      refused('person.unknown', { account: 'ann' }),
    )
    expect(when(given(planned()), enrol('bao'), { actor: staff('head', 2) })).toEqual(
      refused('person.unknown', { account: 'bao' }),
    )
    expect(when(given(planned()), enrol('ann'), { actor: staff('handler') })).toEqual(refused('not-allowed'))
  })
  test('seats are what there are', () => {
    expect(when(given(planned({ seats: 1 })), enrol('ann', 'bao'))).toEqual(
      refused('class.full', { free: 1, asked: 2 }),
    )
    expect(when(given(planned(), enrolled('ann')), enrol('ann'))).toEqual(refused('class.as-it-is'))
  })
  test('of several posts the full-time one is kept', () => {
    const people = new Map([['ann', [seat(4, false), seat(2, true)]]])
    expect(when(given(planned()), enrol('ann'), { people })).toMatchObject({
      accepted: [{ body: { learners: [{ fullTime: true, path: [2, 1] }] } }],
    })
  })
  test('who has hours is not taken off the list', () => {
    const off: OnClass = { kind: 'class.unenrol', class: id, accounts: ['ann'] }
    expect(when(given(planned(), enrolled('ann')), off)).toMatchObject({ accepted: [{ kind: 'LearnersTakenOff' }] })
    expect(when(given(planned(), enrolled('ann'), attended(1, { ann: 4 })), off)).toEqual(refused('class.attended'))
    expect(when(given(planned()), off)).toEqual(refused('class.as-it-is'))
  })
})

describe('attending', () => {
  const here = given(planned(), enrolled('ann', 'bao'))
  test('counts the whole session unless hours are given; a later mark replaces an earlier one', () => {
    expect(when(here, attend(1, ['ann', 'ann']))).toEqual({ accepted: [attended(1, { ann: 4 })] })
    expect(hoursOf(given(planned(), enrolled('ann'), attended(1, { ann: 4 }), attended(2, { ann: 4 })), 'ann')).toBe(8)
    expect(hoursOf(given(planned(), enrolled('ann'), attended(1, { ann: 4 }), attended(1, { ann: 2.5 })), 'ann')).toBe(
      2.5,
    )
    expect(hoursOf(given(planned(), enrolled('ann'), attended(1, { ann: 4 }), attended(1, { ann: 0 })), 'ann')).toBe(0)
  })
  test('no more than the session has, nobody who is not enrolled, nothing of the future', () => {
    expect(when(here, attend(1, ['ann'], 4.5))).toEqual(refused('class.hours', { most: 4 }))
    expect(when(here, attend(3, ['ann']))).toEqual(refused('class.session-unknown', { session: 3 }))
    expect(when(here, attend(1, ['far']))).toEqual(refused('class.not-enrolled', { account: 'far' }))
    const dawn = Date.parse('2026-03-11T08:29:00+08:00')
    expect(when(here, attend(2, ['ann']), { now: dawn })).toEqual(refused('class.not-yet'))
    expect(when(here, attend(1, ['ann']), { actor: staff('head') })).toEqual(refused('not-allowed'))
  })
  test('a sheet books its good rows and names the first fault of every other', () => {
    const row = (line: number, account: string | null, n: number, hours: number | null = null) => ({
      line,
      account,
      session: n,
      hours,
    })
    const rows = [
      row(2, 'ann', 1),
      row(3, null, 1),
      row(4, 'bao', 1, 9),
      row(5, 'bao', 7),
      row(6, 'far', 1),
      row(7, 'ann', 1),
      row(8, 'bao', 2, 1.5),
    ]
    const sheet: OnClass = { kind: 'class.attend-import', class: id, text: '' }
    expect(when(here, sheet, { rows })).toEqual({ accepted: [attended(1, { ann: 4 }), attended(2, { bao: 1.5 })] })
    const list = '3 who unknown; 4 hours too-many; 5 session no-session; 6 who not-enrolled; 7 who twice'
    expect(when(here, { ...sheet, allOrNothing: true }, { rows })).toEqual(refused('class.rows', { rows: 5, list }))
    expect(when(here, sheet, { rows: [] })).toEqual(refused('class.rows', { rows: 0, list: '' }))
    expect(when(here, sheet, { rows: [row(2, 'ann', Number.NaN)] })).toEqual(
      refused('class.rows', { rows: 1, list: '2 session not-a-number' }),
    )
    expect(when(here, sheet, { rows: [row(2, 'ann', 1, 0.3)] })).toEqual(
      refused('class.rows', { rows: 1, list: '2 hours not-a-number' }),
    )
  })
})

describe('finishing', () => {
  const finish: OnClass = { kind: 'class.finish', class: id }
  const both = [attended(1, { ann: 4, bao: 4 }), attended(2, { ann: 4, bao: 3 })]
  test('who has all hours completed the course; twelve of sixteen is not all', () => {
    expect(when(given(planned(), enrolled('ann', 'bao'), ...both), finish)).toEqual({
      accepted: [{ kind: 'ClassFinished', body: { on: '2026-03-11', completed: ['ann'] } }],
    })
  })
  test('where there is an examination it must be passed', () => {
    const state = given(planned({ exam: true }), enrolled('ann', 'bao'), ...both)
    const examine: OnClass = { kind: 'class.examine', class: id, accounts: ['ann'], passed: true }
    expect(when(state, finish)).toMatchObject({ accepted: [{ body: { completed: [] } }] })
    expect(when(state, examine)).toMatchObject({ accepted: [{ kind: 'ClassExamined', body: { passed: true } }] })
    const passed = given(planned({ exam: true }), enrolled('ann'), ...both, {
      kind: 'ClassExamined',
      body: { accounts: ['ann'], passed: true, on: '2026-03-11' },
    })
    expect(when(passed, finish)).toMatchObject({ accepted: [{ body: { completed: ['ann'] } }] })
    expect(when(given(planned(), enrolled('ann')), examine)).toEqual(refused('class.no-exam'))
    expect(when(state, { ...examine, accounts: ['far'] })).toEqual(refused('class.not-enrolled', { account: 'far' }))
  })
  test('not before the last session began, and once', () => {
    const future = given(planned({ sessions: [session(1, '2026-03-10'), session(2, '2026-03-12')] }), enrolled('ann'))
    expect(when(future, finish)).toEqual(refused('class.not-yet'))
    const over = given(planned(), { kind: 'ClassFinished', body: { on: '2026-03-11', completed: [] } })
    const later: OnClass[] = [finish, enrol('ann'), attend(1, ['ann']), { kind: 'class.cancel', class: id }]
    for (const command of later) expect(when(over, command)).toEqual(refused('class.over'))
  })
})

describe('changing', () => {
  const change = (more: object): OnClass => ({ kind: 'class.change', class: id, ...more })
  const night = [{ startAt: '2026-04-01T19:00:00+08:00', endAt: '2026-04-01T20:30:00+08:00', hours: 2 }]
  test('another place at any time, other sessions as long as nobody has hours', () => {
    const held = given(planned(), enrolled('ann'), attended(1, { ann: 4 }))
    expect(when(held, change({ venue: '二楼' }))).toEqual({
      accepted: [{ kind: 'ClassChanged', body: { venue: '二楼' } }],
    })
    expect(when(held, change({ sessions: night }))).toEqual(refused('class.attended'))
    expect(when(given(planned()), change({ sessions: night }))).toMatchObject({
      accepted: [{ body: { sessions: [{ n: 1, on: '2026-04-01' }] } }],
    })
    expect(when(given(planned(), enrolled('ann', 'bao')), change({ seats: 1 }))).toEqual(
      refused('class.full', { free: 1, asked: 2 }),
    )
  })
  test('a class that was attended is not cancelled', () => {
    const cancel: OnClass = { kind: 'class.cancel', class: id }
    expect(when(given(planned(), enrolled('ann')), cancel)).toMatchObject({ accepted: [{ kind: 'ClassCancelled' }] })
    expect(when(given(planned(), enrolled('ann'), attended(1, { ann: 4 })), cancel)).toEqual(refused('class.attended'))
  })
})
