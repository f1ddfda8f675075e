import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { type AskedOfIssue, decide, open } from './decide.ts'
import type { IssueEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { OpenFacts } from './facts.ts'
import { issueVerbs, mayOnIssue } from './may.ts'
import { regionPrefix, regionWithin } from './place.ts'
import { type IssueState, reachOf } from './state.ts'

// Province 1, county 2, townships 4 and 5; 40 is the own union of an employer in 4.
const PATHS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [2, 1],
  4: [4, 2, 1],
  5: [5, 2, 1],
  40: [40, 4, 2, 1],
}
const seat = (unit: number) => ({ unit, path: PATHS[unit] ?? [], realm: 9901 })
const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const today = '2026-06-15'
const ref = (id: string) => ({ id, part: 'text', commitment: '' }) as const

const asked = { kind: 'issue.open', unit: 2, topic: 'A03', employer: 9, title: '加班费怎么算' } as const
const found = { n: 3, firstOn: '2026-06-01', lastOn: '2026-06-14' }
const facts = (more: Partial<OpenFacts> = {}): OpenFacts => ({
  ...{ actor: staff('organiser'), today, unit: seat(2), topicKnown: true, topicAlone: false, employerUnits: [40] },
  ...{ asAgency: false, hiddenFrom: [] },
  ...{ regionWithin: false, cluster: found, alreadyOpen: false, ...more },
})
const was: IssueEvent = {
  kind: 'IssueOpened',
  body: {
    ...{ unit: 2, path: [2, 1], topic: 'A03', title: '加班费怎么算', employer: 9, region: null },
    ...{ cluster: found, blocked: [40] },
  },
}
const given = (...events: IssueEvent[]): IssueState =>
  [was, ...events].reduce(
    (state: IssueState | null, event) => evolve(state, { ...event, stream: 'i', at: `${today}T02:00:00.000Z` }),
    null,
  ) as IssueState
const owned: IssueEvent = { kind: 'IssueOwned', body: { unit: 4, path: [4, 2, 1], post: null } }
const tasked: IssueEvent = {
  kind: 'IssueTasked',
  body: { task: 1, unit: 5, path: [5, 2, 1], until: '2026-07-01', content: { what: ref('w') } },
}
const closed: IssueEvent = { kind: 'IssueClosed', body: { reason: 'planned-done' } }
const refusal = (code: string, params = {}) => ({ refused: { code, params } })

describe('a common issue is opened', () => {
  test('with what was found, passing by the employer’s own union', () => {
    expect(open(asked, facts())).toEqual({ accepted: [was] })
  })
  test('at an agency, hidden from the unions its matters are hidden from', () => {
    const there = open(asked, facts({ asAgency: true, hiddenFrom: [40, 41] }))
    expect(there).toMatchObject({ accepted: [{ body: { employer: 9, agency: true, blocked: [40, 41] } }] })
    const region = { ...asked, employer: undefined, region: '990102' }
    const wide = facts({ employerUnits: null, regionWithin: true, asAgency: true, hiddenFrom: [41] })
    expect(open(region, wide)).toMatchObject({ accepted: [{ body: { region: '990102', blocked: [] } }] })
    expect(JSON.stringify(open(region, wide))).not.toContain('agency')
    expect([
      given().agency,
      evolve(null, { ...was, body: { ...was.body, agency: true }, stream: 'i', at: `${today}T02:00:00.000Z` } as never)
        .agency,
    ]).toEqual([false, true])
  })
  test('without a cluster as well: a person decides', () => {
    expect(open(asked, facts({ cluster: null }))).toMatchObject({ accepted: [{ body: { cluster: null } }] })
  })
  test('in exactly one place', () => {
    const region = { ...asked, employer: undefined, region: '990102' }
    expect(open({ ...asked, region: '990102' }, facts())).toEqual(refusal('issue.one-place'))
    expect(open({ ...asked, employer: undefined }, facts())).toEqual(refusal('issue.one-place'))
    expect(open(region, facts({ employerUnits: null }))).toEqual(refusal('region.unknown', { region: '990102' }))
    expect(open(region, facts({ employerUnits: null, regionWithin: true }))).toMatchObject({
      accepted: [{ body: { region: '990102', employer: null, blocked: [] } }],
    })
  })
  test('not of what is unknown, of one section alone, open already, or with a number in its title', () => {
    expect(open(asked, facts({ topicKnown: false }))).toEqual(refusal('topic.unknown', { topic: 'A03' }))
    expect(open(asked, facts({ topicAlone: true }))).toEqual(refusal('issue.topic-alone'))
    expect(open(asked, facts({ employerUnits: null }))).toEqual(refusal('employer.unknown'))
    expect(open(asked, facts({ alreadyOpen: true }))).toEqual(refusal('issue.already-open'))
    expect(open({ ...asked, title: '找 13800000000' }, facts())).toEqual(refusal('title.names-someone'))
  })
  test('by those who read statistics of their own union, and never by the employer’s own union', () => {
    expect(open(asked, facts({ actor: staff('handler') }))).toEqual(refusal('not-allowed'))
    expect(open(asked, facts({ actor: staff('head', 1) }))).toEqual(refusal('unit.unknown', { unit: 2 }))
    expect(open(asked, facts({ unit: null }))).toEqual(refusal('unit.unknown', { unit: 2 }))
    const own = facts({ actor: staff('head', 40), unit: seat(40) })
    expect(open({ ...asked, unit: 40 }, own)).toEqual(refusal('lead.is-employers-own-union'))
  })
})

describe('a common issue goes on', () => {
  const own = (unit: number, more: object = {}): AskedOfIssue => ({
    kind: 'issue.own',
    command: { kind: 'issue.own', issue: 'i', unit },
    facts: { actor: staff('organiser'), today, unit: seat(unit), postKnown: true, workplace: false, ...more },
  })
  const task = (until: string, unit = 5, workplace = false): AskedOfIssue => ({
    kind: 'issue.task',
    command: { kind: 'issue.task', issue: 'i', unit, what: '约谈', until },
    facts: { actor: staff('handler', 4), today, unit: seat(unit), postKnown: true, workplace },
  })
  const done = (actor: Actor, n = 1): AskedOfIssue => ({
    kind: 'issue.task-done',
    command: { kind: 'issue.task-done', issue: 'i', task: n },
    facts: { actor, today },
  })
  const close = (reasonKnown: boolean, actor = staff('head')): AskedOfIssue => ({
    kind: 'issue.close',
    command: { kind: 'issue.close', issue: 'i', reason: 'planned-done' },
    facts: { actor, today, reasonKnown },
  })
  const reopen: AskedOfIssue = {
    kind: 'issue.reopen',
    command: { kind: 'issue.reopen', issue: 'i', text: '又来了' },
    facts: { actor: staff('head'), today },
  }

  test('with an owner at or below, a post of it if one is named, never the employer’s own union', () => {
    expect(decide(given(), own(4))).toEqual({ accepted: [owned] })
    expect(decide(given(owned), own(4))).toEqual(refusal('issue.as-it-is'))
    expect(decide(given(), own(1))).toEqual(refusal('unit.unknown', { unit: 1 }))
    expect(decide(given(), own(40))).toEqual(refusal('lead.is-employers-own-union'))
    expect(decide(given(), own(4, { post: 8, postKnown: false }))).toEqual(refusal('post.unknown', { post: 8 }))
  })
  test('never with an own union of any enterprise where it is at a company: who is refused would tell who spoke', () => {
    const [first, later] = [own(4, { workplace: true }), task('2026-07-01', 5, true)]
    const inRegion = (state: IssueState): IssueState => ({ ...state, employer: null, region: '990102' })
    expect(decide(given(), first)).toEqual(refusal('lead.is-employers-own-union'))
    expect(decide(given(owned), later)).toEqual(refusal('lead.is-employers-own-union'))
    expect(decide(inRegion(given()), first)).toHaveProperty('accepted')
    expect(decide(inRegion(given(owned)), later)).toHaveProperty('accepted')
  })
  test('with tasks whose words are sealed and whose day is to come', () => {
    expect(decide(given(owned), task('2026-07-01'))).toEqual({
      accepted: [
        {
          kind: 'IssueTasked',
          body: { task: 1, unit: 5, path: [5, 2, 1], until: '2026-07-01' },
          seal: { what: { part: 'text', kind: 'issue.task', value: '约谈' } },
        },
      ],
    })
    expect(decide(given(owned), task('2026-06-14'))).toEqual(refusal('issue.past-day'))
    expect(decide(given(), task('2026-07-01'))).toEqual(refusal('not-allowed'))
  })
  test('and whoever has the task says that it is done, once', () => {
    const state = given(owned, tasked)
    expect(reachOf(state)).toEqual([1, 2, 4, 5])
    expect(decide(state, done(staff('handler', 5)))).toHaveProperty('accepted')
    expect(decide(state, done(staff('handler', 5), 2))).toEqual(refusal('not-allowed'))
    expect(decide(state, done(staff('head'), 2))).toEqual(refusal('issue.no-task', { task: 2 }))
    const after = given(owned, tasked, { kind: 'IssueTaskDone', body: { task: 1 } })
    expect(after.tasks[0]?.doneOn).toBe(today)
    expect(decide(after, done(staff('head')))).toEqual(refusal('issue.no-task', { task: 1 }))
  })
  test('until it is closed for a reason the rules know, and again when it is opened again', () => {
    expect(decide(given(), close(true))).toEqual({ accepted: [closed] })
    expect(decide(given(), close(false))).toEqual(refusal('reason.unknown', { reason: 'planned-done' }))
    expect(decide(given(owned), close(true, staff('head', 4)))).toEqual(refusal('not-allowed'))
    expect(decide(given(closed), close(true))).toEqual(refusal('issue.closed'))
    expect(decide(given(), reopen)).toEqual(refusal('issue.not-closed'))
    expect(decide(given(closed), reopen)).toHaveProperty('accepted')
  })
  test('before the eyes of those who have it and everybody above, with exactly these buttons', () => {
    const state = given(owned)
    expect(issueVerbs(staff('organiser'), state)).toEqual(['issue.own', 'issue.plan', 'issue.task', 'issue.close'])
    expect(issueVerbs(staff('handler', 4), state)).toEqual(['issue.plan', 'issue.task'])
    expect(issueVerbs(staff('head'), given(closed))).toEqual(['issue.reopen'])
    expect(issueVerbs(staff('head', 1), state)).toEqual([])
    expect(mayOnIssue(staff('head', 1), 'issue.read', state)).toBe('yes')
    for (const who of [staff('head', 5), staff('head', 40), staff('editor'), { kind: 'public' } as const])
      expect(mayOnIssue(who, 'issue.read', state)).toBe('hidden')
  })
})

test('a region holds what its code begins', () => {
  expect(['000000', '990000', '990100', '990102', '990102001'].map(regionPrefix)).toEqual([
    ...['', '99', '9901', '990102', '990102001'],
  ])
  expect(regionWithin('990102001', '990100')).toBe(true)
  expect(regionWithin('990100', '990102')).toBe(false)
})
