import { expect, test } from 'vitest'
import { facts, staff } from '../class/class.fixture.ts'
import { offer, decide as onCourse } from '../course/decide.ts'
import { evolve as evolveCourse } from '../course/evolve.ts'
import { record, takeBack } from '../training/decide.ts'
import { decide, open } from './decide.ts'
import { evolve, type PlanState } from './evolve.ts'

const refused = (code: string, params: object = {}) => ({ refused: { code, params } })
const unit = { unit: 2, path: [2, 1], level: 'county' } as const
const groups = [
  { fullTime: true, level: null, hours: 16 },
  { fullTime: false, level: null, hours: 16 },
]
const opening = {
  kind: 'plan.open',
  unit: 2,
  title: '2026—2030年轮训',
  fromOn: '2026-01-01',
  toOn: '2030-12-31',
  groups,
} as const
const first = { path: [1], fromOn: '2011-01-01', toOn: '2015-12-31', closed: true }
const state = evolve(null, {
  ...{ kind: 'PlanOpened', stream: 'p' },
  body: { ...opening, path: [2, 1], follows: null, aim: null },
} as Parameters<typeof evolve>[1])

test('a plan follows an earlier one of the unit or of one above', () => {
  const ask = (follows: typeof first | null) => open({ ...opening, follows: 'f' }, { ...facts(), unit, follows })
  expect(ask(first)).toMatchObject({ accepted: [{ kind: 'PlanOpened', body: { follows: 'f', path: [2, 1] } }] })
  expect(ask(null)).toEqual(refused('plan.unknown', { plan: 'f' }))
  expect(ask({ ...first, path: [3, 1] })).toEqual(refused('plan.unknown', { plan: 'f' }))
  expect(ask({ ...first, fromOn: '2026-01-01' })).toEqual(refused('plan.follows-later'))
})

test('a plan ends after it begins, and asks of the same people once', () => {
  const ask = (more: object) => open({ ...opening, ...more }, { ...facts(), unit, follows: null })
  expect(ask({ toOn: '2025-12-31' })).toEqual(refused('plan.order'))
  expect(ask({ groups: [...groups, groups[0]] })).toEqual(refused('plan.group-twice'))
})

test('no number that reaches somebody stands in a plan or a course', () => {
  const named = (field: string, line = 1) => refused('words.names-someone', { field, line, found: 'phone' })
  const ask = (more: object) => open({ ...opening, ...more }, { ...facts(), unit, follows: null })
  expect(ask({ title: '找 13800138000' })).toEqual(named('title'))
  expect(ask({ aim: '找 13800138000' })).toEqual(named('aim'))
  const change = { kind: 'plan.change', plan: 'p', aim: '找 13800138000' } as const
  expect(decide(state, change, facts())).toEqual(named('aim'))
  const course = { kind: 'course.offer', unit: 2, title: '隐私', hours: 8, tags: [] } as const
  expect(offer({ ...course, laws: ['工会法', '找 13800138000'] }, { ...facts(), unit })).toEqual(named('laws', 2))
})

test('only who trains for the unit opens and changes its plans', () => {
  const ask = (actor: ReturnType<typeof staff>) => open(opening, { ...facts({ actor }), unit, follows: null })
  expect(ask(staff('organiser'))).toMatchObject({ accepted: [{}] })
  expect(ask(staff('head'))).toEqual(refused('not-allowed'))
  expect(ask(staff('trainer', 3))).toEqual(refused('unit.unknown', { unit: 2 }))
  expect(decide(state, { kind: 'plan.close', plan: 'p' }, facts({ actor: staff('trainer', 1) }))).toEqual(
    refused('not-allowed'),
  )
})

test('a plan is changed until it is ended', () => {
  const change = { kind: 'plan.change', plan: 'p', toOn: '2029-12-31', aim: '全员轮训一遍' } as const
  expect(decide(state, change, facts())).toEqual({
    accepted: [{ kind: 'PlanChanged', body: { toOn: '2029-12-31', aim: '全员轮训一遍' } }],
  })
  expect(decide(state, { ...change, toOn: '2020-01-01' }, facts())).toEqual(refused('plan.order'))
  const ended: PlanState = evolve(state, { kind: 'PlanClosed', body: { on: '2026-03-11' }, stream: 'p' })
  expect(decide(ended, change, facts())).toEqual(refused('plan.closed'))
})

test('the competence model is for courses of the nation and the provinces, topics are for all', () => {
  const ask = (tags: readonly string[], level: 'county' | 'province') =>
    offer({ kind: 'course.offer', unit: 2, title: '隐私', hours: 8, tags }, { ...facts(), unit: { ...unit, level } })
  expect(ask(['politician'], 'province')).toMatchObject({ accepted: [{ kind: 'CourseOffered' }] })
  expect(ask(['politician'], 'county')).toEqual(refused('course.tag-scope', { tag: 'politician' }))
  expect(ask(['privacy'], 'county')).toMatchObject({ accepted: [{ body: { exam: false, laws: [] } }] })
  expect(ask(['dancing'], 'county')).toEqual(refused('course.tag-unknown', { tag: 'dancing' }))
})

test('a course that is retired is changed no more', () => {
  const offered = { unit: 2, path: [2, 1], level: 'county', title: '隐私', hours: 8, tags: [], laws: [], exam: false }
  const course = evolveCourse(null, { kind: 'CourseOffered', body: offered, stream: 'c' })
  expect(onCourse(course, { kind: 'course.change', course: 'c', tags: ['politician'] }, facts())).toEqual(
    refused('course.tag-scope', { tag: 'politician' }),
  )
  const retired = evolveCourse(course, { kind: 'CourseRetired', body: {}, stream: 'c' })
  expect(onCourse(retired, { kind: 'course.retire', course: 'c' }, facts())).toEqual(refused('course.retired'))
})

test('a unit vouches for its own people, for what is over, within the plan', () => {
  const learnt = {
    kind: 'training.record',
    unit: 2,
    account: 'ann',
    title: '党校',
    on: '2026-03-01',
    hours: 8,
    tags: ['privacy'],
  } as const
  const plan = { path: [2, 1], fromOn: '2026-01-01', toOn: '2030-12-31', closed: false }
  const ask = (more: object = {}) => record({ ...learnt, ...more }, { ...facts(), unit, plan })
  expect(ask()).toMatchObject({ accepted: [{ kind: 'TrainingRecorded', body: { account: 'ann', plan: null } }] })
  expect(ask({ plan: 'p' })).toMatchObject({ accepted: [{ body: { plan: 'p' } }] })
  expect(ask({ account: 'far' })).toEqual(refused('person.unknown', { account: 'far' }))
  expect(ask({ on: '2026-03-12' })).toEqual(refused('training.future'))
  expect(ask({ on: '2025-12-31', plan: 'p' })).toEqual(
    refused('plan.outside', { from: '2026-01-01', to: '2030-12-31' }),
  )
  expect(ask({ tags: ['dancing'] })).toEqual(refused('course.tag-unknown', { tag: 'dancing' }))
})

test('the competence model is recorded for who leads at the nation or a province, topics for everybody', () => {
  const ask = (level: 'county' | 'province', ...tags: string[]) => {
    const seat = { post: 1, path: [2, 1], level, fullTime: true }
    const learnt = { unit: 2, account: 'ann', title: '党校', on: '2026-03-01', hours: 8, tags }
    const people = new Map([['ann', [{ ...seat, post: 3, level: 'county' as const }, seat]]])
    return record({ kind: 'training.record', ...learnt }, { ...facts(), people, unit, plan: null })
  }
  expect(ask('county', 'privacy')).toHaveProperty('accepted')
  expect(ask('county', 'privacy', 'politician')).toEqual(refused('training.tag-scope', { tag: 'politician' }))
  expect(ask('province', 'privacy', 'politician')).toHaveProperty('accepted')
})

test('a record is taken back once, by the unit that vouched', () => {
  const held = {
    unit: 2,
    path: [2, 1],
    account: 'ann',
    title: '党校',
    on: '2026-03-01',
    hours: 8,
    tags: [],
    plan: null,
  }
  const kept = { ...held, id: 't', takenBack: false }
  expect(takeBack(kept, facts())).toMatchObject({ accepted: [{ kind: 'TrainingTakenBack' }] })
  expect(takeBack({ ...kept, takenBack: true }, facts())).toEqual(refused('training.gone'))
  expect(takeBack(kept, facts({ actor: staff('trainer', 3) }))).toEqual(refused('not-allowed'))
})
