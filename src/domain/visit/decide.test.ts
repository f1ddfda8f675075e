import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { RecordVisit, VisitBodies } from './command.ts'
import { type AskedOfVisit, decide } from './decide.ts'
import { evolve, type PastVisitEvent } from './evolve.ts'
import type { RecordFacts } from './facts.ts'
import { visitVerbs } from './may.ts'
import type { VisitState } from './state.ts'

const now = '2026-06-15T04:30:00.000Z'
const path = [4, 2, 1]
const staff = (role: Role, unit = 4): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const at = { place: null, employer: 9, region: '990102001' }
const facts = (more: Partial<RecordFacts> & { postUnit?: number; reasonKnown?: boolean } = {}) => ({
  ...{ actor: staff('handler'), now, unit: { unit: 4, path, realm: 9901 }, spot: { at }, stray: null, strangers: [] },
  ...{ aheadMinutes: 10, correctDays: 7, actorPosts: [70], postUnit: 4, reasonKnown: true, ...more },
})
const paid: RecordVisit = {
  ...{ unit: 4, employer: 9, kind: 'team', startedAt: '2026-06-15T07:50:00+08:00', met: 12 },
  ...{ opinions: [{ theme: 'canteen', text: '没有热菜' }], explanations: [{ policy: 'heat' }], deeds: [] },
}
const ask = <K extends keyof VisitBodies>(kind: K, body: VisitBodies[K], more = {}): AskedOfVisit =>
  ({ kind, body, facts: facts(more) }) as unknown as AskedOfVisit
const given = (...asked: readonly AskedOfVisit[]): VisitState | null =>
  asked.reduce<VisitState | null>((state, each) => {
    const decision = decide(state, each)
    if ('refused' in decision) throw new Error(decision.refused.code)
    return decision.accepted.reduce<VisitState | null>((before, { kind, body, seal = {} }) => {
      const content = Object.fromEntries(Object.keys(seal).map((slot) => [slot, { id: `c-${slot}` }]))
      return evolve(before, { kind, body: { ...body, content }, at: now, stream: 'v' } as unknown as PastVisitEvent)
    }, state)
  }, null)
const planned = ask('visit.plan', { unit: 4, employer: 9, on: '2026-06-16', post: 70 })
const recorded = ask('visit.record', paid)
const code = (state: VisitState | null, asked: AskedOfVisit) => {
  const decision = decide(state, asked)
  return 'refused' in decision ? decision.refused.code : ''
}

describe('a visit that was paid', () => {
  test('keeps codes and numbers in its event and seals every sentence', () => {
    const decision = decide(null, ask('visit.record', { ...paid, nextStep: { text: '周一再来', on: '2026-06-22' } }))
    expect(decision).toMatchObject({
      accepted: [
        {
          kind: 'VisitRecorded',
          body: {
            ...{ unit: 4, path, ...at, kind: 'team', met: 12, team: [70], by: 70, submittedAt: now },
            ...{ opinions: [{ theme: 'canteen', slot: 'opinion-0' }], next: { on: '2026-06-22', slot: 'next' } },
          },
          seal: { 'opinion-0': { part: 'text', value: '没有热菜' }, next: { part: 'text', value: '周一再来' } },
        },
      ],
    })
    const [event] = 'accepted' in decision ? decision.accepted : []
    expect(JSON.stringify(event?.body)).not.toMatch(/热菜|再来/)
  })
  test('was submitted when the phone took it, never later than it arrived', () => {
    expect(given(ask('visit.record', { ...paid, madeAt: '2026-06-15T07:55:00+08:00' }))?.submittedAt).toBe(
      '2026-06-14T23:55:00.000Z',
    )
    expect(given(ask('visit.record', { ...paid, madeAt: '2026-06-15T23:55:00+08:00' }))?.submittedAt).toBe(now)
    expect(given(ask('visit.record', { ...paid, startedAt: '2026-06-15T12:39:00+08:00' }))?.startedAt).toBe(now)
  })
  test('does not lie ahead, nor end before it begins', () => {
    expect(code(null, ask('visit.record', { ...paid, startedAt: '2026-06-15T12:41:00+08:00' }))).toBe('visit.ahead')
    expect(code(null, ask('visit.record', { ...paid, endedAt: '2026-06-15T07:49:00+08:00' }))).toBe('visit.order')
  })
  test('names codes of the lists, posts in force and one spot', () => {
    expect(code(null, ask('visit.record', paid, { stray: { list: 'theme', code: 'x' } }))).toBe('visit.code-unknown')
    expect(code(null, ask('visit.record', paid, { strangers: [8] }))).toBe('post.unknown')
    expect(code(null, ask('visit.record', paid, { spot: { unknown: 'place' } }))).toBe('place.unknown')
  })
  test('goes on with its plan once, and a plan is dropped once', () => {
    const state = given(planned, recorded)
    expect(state).toMatchObject({ status: 'recorded', plan: { on: '2026-06-16', post: 70 }, met: 12 })
    expect(code(state, recorded)).toBe('visit.not-planned')
    const dropped = given(planned, ask('visit.drop', { visit: 'v', reason: 'weather' }))
    expect(dropped?.status).toBe('dropped')
    expect(code(dropped, ask('visit.drop', { visit: 'v', reason: 'weather' }))).toBe('visit.not-planned')
    expect(code(given(planned), ask('visit.drop', { visit: 'v', reason: 'x' }, { reasonKnown: false }))).toBe(
      'reason.unknown',
    )
  })
  test('is planned for a post of the union', () => {
    expect(code(null, ask('visit.plan', { unit: 4, employer: 9, on: '2026-06-16', post: 7 }, { postUnit: 2 }))).toBe(
      'post.unknown',
    )
  })
})

describe('a correction', () => {
  const fix = (more = {}, of = {}) => ask('visit.correct', { visit: 'v', reason: '数错了', ...more }, of)
  test('takes the place of what is mentioned, and of nothing else', () => {
    const state = given(recorded, fix({ met: 9, endedAt: '2026-06-15T09:00:00+08:00' }))
    expect(state).toMatchObject({
      met: 9,
      kind: 'team',
      corrections: 1,
      opinions: [{ theme: 'canteen', content: 'c-opinion-0' }],
    })
    expect(state).toMatchObject({ startedAt: '2026-06-14T23:50:00.000Z', endedAt: '2026-06-15T01:00:00.000Z' })
    expect(given(recorded, fix({ opinions: [] }))?.opinions).toEqual([])
  })
  test('is made by who recorded it, in any of their posts, within the days', () => {
    const state = given(recorded)
    expect(code(state, fix({ met: 9 }, { actorPosts: [71] }))).toBe('visit.not-yours')
    expect(code(state, fix({ met: 9 }, { now: '2026-06-22T04:30:00.000Z' }))).toBe('')
    expect(code(state, fix({ met: 9 }, { now: '2026-06-22T04:30:01.000Z' }))).toBe('visit.too-late')
    expect(code(state, fix())).toBe('visit.nothing-changed')
    expect(code(given(planned), fix({ met: 9 }))).toBe('visit.not-recorded')
  })
})

describe('who goes', () => {
  test.each(['agent', 'triage', 'handler', 'head', 'organiser'] as const)('%s, for its own union', (role) => {
    expect(code(null, ask('visit.record', paid, { actor: staff(role) }))).toBe('')
    expect(code(null, ask('visit.record', paid, { actor: staff(role, 2) }))).toBe('unit.unknown')
    expect(code(given(planned), ask('visit.record', paid, { actor: staff(role, 2) }))).toBe('visit.unknown')
  })
  test.each(['trainer', 'editor', 'custodian', 'auditor', 'admin'] as const)('not %s', (role) => {
    expect(code(null, ask('visit.record', paid, { actor: staff(role) }))).toBe('not-allowed')
  })
  test('the head alone opens what others of the union heard', () => {
    expect(visitVerbs(staff('head'), path)).toContain('visit.open')
    for (const role of ['agent', 'triage', 'handler', 'organiser', 'auditor'] as const)
      expect(visitVerbs(staff(role), path)).not.toContain('visit.open')
    expect(visitVerbs(staff('head', 2), path)).toEqual(['visit.read'])
  })
})
