import { describe, expect, test } from 'vitest'
import { ask, given, life, type Override, outcome, path, people } from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'
import { acts, but, called, offered, onward, signed } from './order.fixture.ts'

describe('joint work', () => {
  test('is due before the lead, and the joint union is responsible for it', () => {
    const state = given(...called, acts.joint)
    expect(state.order.joints).toEqual([
      {
        n: 1,
        holder: { unit: 40, path: path.beside, section: null },
        department: null,
        dueAt: '2026-06-21T01:00:00.000Z',
        state: 'asked',
        chased: false,
      },
    ])
    expect(next(state)).toMatchObject({ unit: 40, what: 'joint' })
    const withDepartment = given(...called, acts.joint, acts.department)
    expect(withDepartment.order.joints[1]).toMatchObject({ n: 2, holder: null, department: 'labour' })
  })
  test('is asked of one union or one department', () => {
    for (const both of [{ department: 'labour' }, { unit: undefined }])
      expect(outcome(ask(given(...signed), ...but(acts.joint, both)))).toBe('joint.one-of-both')
  })
  const joint = { unit: 40, path: path.beside, section: null, staffed: true }
  test.each<[string, Override]>([
    ['joint.unit-unknown', { joint: null }],
    ['lead.not-staffed', { joint: { ...joint, staffed: false } }],
    ['joint.is-lead', { joint: { ...joint, unit: 20, path: path.township } }],
    ['joint.employers-own-union', { joint: { ...joint, unit: 30, path: path.enterprise } }],
  ])('refuses %s', (code, more) => expect(outcome(ask(given(...signed), ...acts.joint, more))).toBe(code))
  test('refuses an unknown department, and what was asked and waits', () => {
    expect(outcome(ask(given(...signed), ...acts.department, { departmentKnown: false }))).toBe('department.unknown')
    expect(outcome(ask(given(...signed, acts.department), ...acts.department))).toBe('joint.asked-before')
    expect(outcome(ask(given(...signed, acts.joint), ...acts.joint))).toBe('joint.asked-before')
    expect(outcome(ask(given(...signed, acts.joint), ...but(acts.joint, { section: 'legal' })))).toEqual([
      'JointOrdered',
    ])
    expect(outcome(ask(given(...signed, acts.joint, acts.joined), ...acts.joint))).toEqual(['JointOrdered'])
  })
  test('may be another section of the lead, and stays with the section that alone may see it', () => {
    const own = { joint: { ...joint, unit: 20, path: path.township } }
    const state = { ...given(...signed), lead: { unit: 20, path: path.township, section: 'legal' } }
    expect(outcome(ask(state, ...but(acts.joint, { unit: 20, section: 'legal' }), own))).toBe('joint.is-lead')
    expect(outcome(ask(state, ...but(acts.joint, { unit: 20, section: 'women' }), own))).toEqual(['JointOrdered'])
    const kept = { ...given(...signed), restricted: 'women' }
    expect(outcome(ask(kept, ...acts.joint))).toBe('lead.wrong-section')
    expect(outcome(ask(kept, ...but(acts.joint, { section: 'women' })))).toEqual(['JointOrdered'])
  })
  test('is ordered by whoever has signed', () => {
    expect(outcome(ask(given(...offered), ...acts.joint))).toBe('order.not-signed')
    expect(outcome(ask(given(...called, life.explain), ...acts.joint))).toBe('order.already-answered')
    expect(outcome(ask(given(...signed, life.withdraw), ...acts.joint))).toBe('demand.closed')
  })
})

describe('a joint answer', () => {
  test('comes from the joint union, once; for a department from the lead', () => {
    const state = given(...called, acts.joint, acts.department)
    expect(onward(state, acts.joined).order.joints).toMatchObject([{ state: 'answered' }, { state: 'asked' }])
    expect(onward(state, but(acts.joined, { unable: true })).order.joints[0]).toMatchObject({ state: 'unable' })
    expect(outcome(ask(state, people.handler, acts.joined[1]))).toBe('joint.not-yours')
    expect(outcome(ask(state, people.worker, acts.joined[1]))).toBe('joint.not-yours')
    const second = { ...acts.joined[1], n: 2 }
    expect(outcome(ask(state, people.beside, second))).toBe('joint.not-yours')
    expect(outcome(ask(state, people.handler, second))).toEqual(['JointAnswered'])
    expect(outcome(ask(state, people.beside, { ...second, n: 3 }))).toBe('joint.unknown')
    expect(outcome(ask(onward(state, acts.joined), ...acts.joined))).toBe('joint.answered-before')
    expect(outcome(ask(onward(state, life.withdraw), ...acts.joined))).toBe('demand.closed')
  })
  test('is waited for: the lead answers the worker when all have answered or said why', () => {
    const state = given(...called, acts.joint, acts.department)
    expect(ask(state, ...life.explain)).toEqual({ refused: { code: 'joint.missing', params: { n: 2 } } })
    const half = onward(state, but(acts.joined, { unable: true }))
    expect(ask(half, ...life.explain)).toEqual({ refused: { code: 'joint.missing', params: { n: 1 } } })
    const all = onward(half, [people.handler, { ...acts.joined[1], n: 2 }])
    expect(outcome(ask(all, ...life.explain))).toEqual(['DemandAnswered'])
  })
})
