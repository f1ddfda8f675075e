import type { Actor, Role } from '../actor.ts'
import type { TrainingRules } from '../training/rules.ts'
import type { Seat } from '../training/seat.ts'
import type { ClassFacts } from './decide.ts'
import type { ClassEvent, ClassPlanned, Session } from './event.ts'
import { type ClassState, evolve } from './evolve.ts'

/** County 2 under city 1; township 4 under 2; county 3 is another. */
export const paths = new Map<number, readonly number[]>([
  [1, [1]],
  [2, [2, 1]],
  [3, [3, 1]],
  [4, [4, 2, 1]],
])
/** Id of the class. */
export const stream = '01900000-0000-7000-8000-000000000010'
/** One family with a scope, one without. */
export const rules: TrainingRules = {
  families: [
    {
      ...{ code: 'experts', name: { zh: '三家', en: 'Experts' }, scope: { zh: '', en: '' } },
      levels: ['nation', 'province'],
      tags: [{ code: 'politician', name: { zh: '政治家', en: 'Politician' } }],
    },
    {
      ...{ code: 'topics', name: { zh: '', en: '' }, scope: { zh: '', en: '' }, levels: null },
      tags: [{ code: 'privacy', name: { zh: '隐私与保密', en: 'Privacy' } }],
    },
  ],
  ...{ lessonMinutes: 45, partTimeDays: 3, before: [], suggestDays: 90, suggest: [] },
}
/** A post of the county, or of another union. */
export const staff = (role: Role, unit = 2): Actor => ({
  ...{ kind: 'staff', account: 'x', post: 70, unit, section: null, role },
})
/** A post in force at a union. */
export const seat = (unit: number, fullTime = true): Seat => ({
  ...{ post: unit * 10, fullTime, level: unit === 4 ? 'township' : 'county', path: paths.get(unit) ?? [] },
})
/** Noon of the second session's day. */
const now = Date.parse('2026-03-11T12:00:00+08:00')
/** What a trainer of the county knows at noon of the second session. */
export const facts = (more: Partial<ClassFacts> = {}): ClassFacts => {
  const actor = more.actor ?? staff('trainer')
  const above = actor.kind === 'staff' ? (paths.get(actor.unit) ?? []) : []
  const people = new Map([
    ['ann', [seat(2)]],
    ['bao', [seat(4, false)]],
    ['far', [seat(3)]],
  ])
  return { actor, above, today: '2026-03-11', now, rules, people, rows: [], ...more }
}
/** A morning of four hours, or fewer. */
export const session = (n: number, on: string, hours = 4): Session => ({
  ...{ n, on, startAt: `${on}T08:30:00+08:00`, endAt: `${on}T11:30:00+08:00`, hours },
})
/** A class of two mornings and three seats. */
export const planned = (more: Partial<ClassPlanned> = {}): ClassEvent => ({
  kind: 'ClassPlanned',
  body: {
    ...{ unit: 2, path: [2, 1], course: 'c', title: '隐私与保密', courseHours: 8, tags: ['privacy'], exam: false },
    ...{ plan: 'p', period: { fromOn: '2026-01-01', toOn: '2030-12-31' }, venue: '县工会三楼', seats: 3 },
    ...{ trainerPost: null, sessions: [session(1, '2026-03-10'), session(2, '2026-03-11')], ...more },
  },
})
/** These people take a seat. */
export const enrolled = (...accounts: string[]): ClassEvent => ({
  kind: 'LearnersEnrolled',
  body: { learners: accounts.map((account) => ({ account, path: [2, 1], level: 'county', fullTime: true })) },
})
/** Hours of a session by person. */
export const attended = (n: number, marks: Readonly<Record<string, number>>): ClassEvent => ({
  kind: 'SessionAttended',
  body: {
    ...{ session: n, on: `2026-03-${9 + n}` },
    marks: Object.entries(marks).map(([account, hours]) => ({ account, hours })),
  },
})
/** The class after these events. */
export const given = (...events: ClassEvent[]): ClassState =>
  events.reduce<ClassState | null>((state, event) => evolve(state, { ...event, stream }), null) as ClassState
