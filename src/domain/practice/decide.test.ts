import { expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { countPractice } from '../measure/count-practice.ts'
import { adopt, describe as describePractice, end } from './decide.ts'
import type { PracticeEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { DescribeFacts } from './facts.ts'
import { practiceVerbs } from './may.ts'
import { lastDayOf, monthsAround } from './span.ts'
import type { PracticeState } from './state.ts'

// County 2 with townships 4 and 5 under province 1; 3 is another county.
const PATHS: Readonly<Record<number, readonly number[]>> = { 2: [2, 1], 3: [3, 1], 4: [4, 2, 1], 5: [5, 2, 1] }
const seat = (unit: number) => ({ unit, path: PATHS[unit] ?? [], realm: 9901 })
const at = (unit: number) => ({ unit, path: PATHS[unit] ?? [] })
const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 7, unit, section: null, role })
const asked = {
  kind: 'practice.describe',
  ...{ unit: 2, title: '早班会', text: '每周一次', since: '2026-03-01', measure: 'heard' },
} as const
const facts = (more: Partial<DescribeFacts> = {}): DescribeFacts => ({
  ...{ actor: staff('organiser'), unit: seat(2), where: [], mostPlaces: 2, ...more },
})
const was: PracticeEvent = {
  kind: 'PracticeDescribed',
  body: {
    ...{
      ...at(2),
      title: '早班会',
      text: '每周一次',
      where: [at(2)],
      since: '2026-03-01',
      measure: 'heard',
      cut: null,
    },
  },
}
const taken: PracticeEvent = { kind: 'PracticeAdopted', body: { ...at(3), since: '2026-05-01' } }
const over: PracticeEvent = { kind: 'PracticeEnded', body: { unit: 2 } }
const events = (...more: PracticeEvent[]) =>
  [was, ...more].map((event) => ({ ...event, stream: 'p', at: '2026-05-04T02:00:00.000Z' }))
const given = (...more: PracticeEvent[]): PracticeState =>
  events(...more).reduce((state: PracticeState | null, event) => evolve(state, event), null) as PracticeState
const code = (decision: object) =>
  'refused' in decision ? (decision as { refused: { code: string } }).refused.code : 'accepted'

test('a practice is described for the union itself, or for unions below it, each once', () => {
  expect(describePractice(asked, facts())).toEqual({ accepted: [was] })
  const where = (...units: number[]) =>
    code(
      describePractice(
        { ...asked, where: units },
        facts({ where: units.map((unit) => (PATHS[unit] ? seat(unit) : null)) }),
      ),
    )
  expect(where(4, 5)).toBe('accepted')
  expect([where(4, 4), where(3), where(9), where(2, 4, 5)]).toEqual(Array(4).fill('practice.where'))
  expect(code(describePractice({ ...asked, text: '找 13800000000' }, facts()))).toBe('text.names-someone')
  expect(code(describePractice({ ...asked, title: '13800000000' }, facts()))).toBe('title.names-someone')
  expect(code(describePractice(asked, facts({ actor: staff('editor') })))).toBe('not-allowed')
  expect(code(describePractice(asked, facts({ actor: staff('head', 1) })))).toBe('unit.unknown')
})

test('another union adopts it once, while it lasts, and whoever described it ends it', () => {
  const take = (state: PracticeState, unit = 3, actor = staff('head', 3)) =>
    adopt(state, { kind: 'practice.adopt', practice: 'p', unit, since: '2026-05-01' }, { actor, unit: seat(unit) })
  expect(take(given())).toEqual({ accepted: [taken] })
  expect(code(take(given(taken)))).toBe('practice.adopted')
  expect(code(take(given(over)))).toBe('practice.ended')
  expect(code(take(given(), 3, staff('handler', 3)))).toBe('not-allowed')
  expect(code(take(given(), 3, staff('head', 2)))).toBe('unit.unknown')
  expect(code(end(given(), { actor: staff('head') }))).toBe('accepted')
  expect(code(end(given(), { actor: staff('head', 3) }))).toBe('not-allowed')
  expect(code(end(given(over), { actor: staff('head') }))).toBe('practice.ended')
  expect(practiceVerbs(staff('head', 3), given())).toEqual(['practice.adopt'])
  expect(practiceVerbs(staff('head'), given(taken))).toEqual(['practice.end'])
  expect(practiceVerbs(staff('head'), given(over))).toEqual([])
})

test('it counts once as adopted, from the day of the first', () => {
  expect(countPractice(events())).toEqual([])
  const second: PracticeEvent = { kind: 'PracticeAdopted', body: { ...at(5), since: '2026-06-01' } }
  expect(countPractice(events(taken, second))).toEqual([
    { measure: 'practices-adopted', on: '2026-05-04', path: [2, 1], cuts: [], persons: 0 },
  ])
})

test('as many whole months stand on either side; the month of the day in neither, unless it is its first', () => {
  expect(monthsAround('2026-03-01', 3)).toEqual({
    before: { from: '2025-12', to: '2026-02' },
    after: { from: '2026-03', to: '2026-05' },
  })
  expect(monthsAround('2026-12-15', 2)).toEqual({
    before: { from: '2026-10', to: '2026-11' },
    after: { from: '2027-01', to: '2027-02' },
  })
  expect(['2026-02', '2028-02', '2026-12'].map(lastDayOf)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31'])
})
