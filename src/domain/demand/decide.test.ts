import { describe, expect, test } from 'vitest'
import type { DemandCommand } from './command.ts'
import {
  ask,
  candidate,
  facts,
  fold,
  given,
  life,
  now,
  type Override,
  outcome,
  path,
  people,
  said,
} from './given.fixture.ts'
import { next } from './next.ts'
import { raise } from './raise.ts'
import { sealsOf } from './seals.ts'

const {
  raise: raised,
  triage,
  sign,
  call,
  meet,
  understand,
  yes,
  no,
  deed,
  answer,
  explain,
  solved,
  unsolved,
  withdraw,
  pressed,
  hear,
  write,
} = life
const handed = [raised, triage, sign] as const

describe('raising', () => {
  test('is received by the nearest staffed unit, which says why', () => {
    const state = given(raised)
    expect(state).toMatchObject({ status: 'raised', triage: { unit: 20 }, urgency: 'P2', blocked: [30] })
    const far = facts(people.public, { candidates: [candidate(path.township, false), candidate(path.county)] })
    expect(raise(said, far)).toMatchObject({ accepted: [{ body: { to: { unit: 10 }, why: 'nearest-staffed' } }] })
  })
  test('passes by the own union of the employer, though it is the nearest', () => {
    const near = facts(people.public, { candidates: [candidate(path.enterprise), candidate(path.township)] })
    expect(raise(said, near)).toMatchObject({ accepted: [{ body: { to: { unit: 20 }, why: 'seat', blocked: [30] } }] })
  })
  test('passes by the own unions of employer and agency alike, each of them once', () => {
    const hired = { ...said, agency: 8 }
    const near = facts(people.public, {
      candidates: [candidate(path.enterprise), candidate(path.beside), candidate(path.township)],
      agencyUnits: [40, 30],
    })
    const both = { agency: 8, employer: 7, to: { unit: 20 }, blocked: [30, 40] }
    expect(raise(hired, near)).toMatchObject({ accepted: [{ body: both }] })
    const { employer: _, ...alone } = hired
    const only = { ...near, employerUnits: null }
    expect(raise(alone, only)).toMatchObject({ accepted: [{ body: { ...both, employer: null, blocked: [40, 30] } }] })
    expect(fold(null, raise(alone, only))).toMatchObject({ employer: null, agency: 8 })
  })
  test('names no agency that is the employer itself, and none that is unknown', () => {
    const twice = raise({ ...said, agency: 7 }, facts(people.public, { agencyUnits: [30] }))
    expect(twice).toMatchObject({ accepted: [{ body: { employer: 7, blocked: [30] } }] })
    expect(fold(null, twice).agency).toBeNull()
    expect(JSON.stringify(twice)).not.toContain('agency')
    expect(outcome(raise({ ...said, agency: 8 }, facts(people.public)))).toBe('agency.unknown')
  })
  test('finds nobody up to the root: refused, nothing is pretended', () => {
    expect(outcome(raise(said, facts(people.public, { candidates: [candidate(path.county, false)] })))).toBe(
      'routing.nobody',
    )
  })
  test('by ten or more is urgent by rule', () => {
    expect(given([people.public, { ...said, persons: 10 }])).toMatchObject({ urgency: 'P1', fixed: 'group' })
    expect(given([people.public, { ...said, persons: 9 }])).toMatchObject({ urgency: 'P2', fixed: null })
  })
  test('anonymously takes no name', () => {
    const named: DemandCommand = { ...said, mode: 'anonymous', identity: { phone: '1' } }
    expect(outcome(ask(null, people.public, named))).toBe('identity.not-wanted')
    expect(outcome(ask(null, people.public, { ...said, mode: 'anonymous', identity: { name: '' } }))).toEqual([
      'DemandRaised',
    ])
  })
  test.each<[string, Override]>([
    ['region.unknown', { regionKnown: false }],
    ['channel.unknown', { channelKnown: false }],
    ['visit.unknown', { visitKnown: false }],
    ['employer.unknown', { employerUnits: null }],
  ])('refuses %s', (code, more) => expect(outcome(ask(null, people.public, said, more))).toBe(code))
  test('refuses a hint that is no topic', () => {
    expect(outcome(ask(null, people.public, { ...said, topicHint: 'A99' }, { topicKnown: false }))).toBe(
      'topic.unknown',
    )
  })
  test('by a cadre gives a code that staff could have seen', () => {
    expect(raise(said, facts(people.triage))).toMatchObject({ accepted: [{ body: { assisted: true, heardBy: 1 } }] })
  })
})

describe('what is heard on a visit', () => {
  const heard = (mode: 'named' | 'confidential' | 'anonymous'): DemandCommand => ({ ...said, mode, visit: 'v' })
  test('counts as met in person, handled by nobody yet, with the first contact still due', () => {
    const state = given([people.handler, heard('confidential')])
    expect(state).toMatchObject({ visit: 'v', contacts: { person: 1 }, contactSettled: false, status: 'raised' })
    expect(sealsOf(state).met).toBe('person')
    expect(state.acts.map(({ duty }) => duty)).not.toContain('handle')
  })
  const at = (madeAt: string, now: string) => {
    const visitFrom = '2026-06-14T23:30:00.000Z'
    const decision = raise({ ...said, visit: 'v', madeAt }, facts(people.handler, { now, visitFrom }))
    const [event] = 'accepted' in decision ? decision.accepted : []
    if (event?.kind !== 'DemandRaised') throw new Error('was not raised')
    const { submittedAt, triageDueAt, late = false } = event.body
    return { submittedAt, triageDueAt, late }
  }
  test('is submitted when it was taken down, however late it arrives, and nobody is charged with the way', () => {
    const soon = at('2026-06-15T07:50:00+08:00', '2026-06-15T01:00:00.000Z')
    expect(soon).toMatchObject({ submittedAt: '2026-06-14T23:50:00.000Z', late: false })
    expect(at('2026-06-15T07:50:00+08:00', '2026-06-22T01:00:00.000Z')).toEqual({ ...soon, late: true })
  })
  test('is submitted neither later than it arrived nor before the visit began', () => {
    expect(at('2026-06-15T10:00:00+08:00', '2026-06-15T01:00:00.000Z').submittedAt).toBe('2026-06-15T01:00:00.000Z')
    expect(at('2020-01-01T00:00:00Z', '2026-06-15T01:00:00.000Z').submittedAt).toBe('2026-06-14T23:30:00.000Z')
  })
  test('alone has a time of its own', () => {
    expect(outcome(ask(null, people.public, { ...said, madeAt: '2026-06-01T00:00:00Z' }))).toBe('demand.made-at')
  })
  test('anonymously was met by nobody', () => {
    expect(sealsOf(given([people.handler, heard('anonymous')])).met).toBe('none')
  })
})

describe('triage', () => {
  test('fixes the answer due once, from submission, and copies the county', () => {
    const state = given(raised, triage)
    expect(state).toMatchObject({
      status: 'triaged',
      orderState: 'offered',
      dueAt: '2026-06-22T01:00:00.000Z',
      copies: [{ unit: 10 }],
    })
  })
  test('does not offer to the own union of the employer, unless leaf and mode allow it', () => {
    const lead = { unit: 30, path: path.enterprise, section: null, staffed: true, level: 'grassroots' }
    const to30 = { ...triage[1], lead: 30 }
    expect(outcome(ask(given(raised), people.triage, to30, { lead }))).toBe('lead.is-employers-own-union')
    expect(outcome(ask(given(raised), people.triage, to30, { lead, mayGoToEnterpriseUnion: true }))).toBe(
      'lead.is-employers-own-union',
    )
    const named = given([people.public, { ...said, mode: 'named' }])
    const allowed = ask(named, people.triage, to30, { lead, mayGoToEnterpriseUnion: true })
    expect(fold(named, allowed)).toMatchObject({ lead: { unit: 30 }, blocked: [] })
  })
  test.each<[string, Override]>([
    ['topic.unknown', { topicKnown: false }],
    ['nature.unknown', { natureKnown: false }],
    ['class.unknown', { classKnown: false }],
    ['unit.unknown', { lead: null }],
    ['lead.not-staffed', { lead: { unit: 20, path: path.township, section: null, staffed: false, level: 'township' } }],
  ])('refuses %s', (code, more) => expect(outcome(ask(given(raised), people.triage, triage[1], more))).toBe(code))
  test('happens once; redirecting is never silent and closes with none', () => {
    expect(outcome(ask(given(raised, triage), ...triage))).toBe('demand.already-triaged')
    const redirect: DemandCommand = { kind: 'demand.redirect', demand: 'd', reason: 'court', text: '请到仲裁委' }
    expect(outcome(ask(given(raised, triage), people.triage, redirect))).toBe('demand.already-triaged')
    const decision = ask(given(raised), people.triage, redirect)
    expect(decision).toMatchObject({ accepted: [{ seal: { text: { value: '请到仲裁委' } } }] })
    expect(fold(given(raised), decision)).toMatchObject({ status: 'closed', outcome: 'none' })
  })
})

describe('handling', () => {
  test('begins with signing, once', () => {
    expect(given(...handed)).toMatchObject({ status: 'inHand', orderState: 'signed' })
    expect(outcome(ask(given(...handed), ...sign))).toBe('order.not-offered')
    for (const [actor, command] of [call, understand, deed, answer])
      expect(outcome(ask(given(raised, triage), actor, command))).toBe('order.not-signed')
  })
  test('answers after one contact, or after three tries, or after a talk by thread', () => {
    expect(outcome(ask(given(...handed), ...explain))).toBe('contact.missing')
    expect(outcome(ask(given(...handed, life.try, life.try), ...explain))).toBe('contact.missing')
    for (const reached of [[call], [meet], [life.try, life.try, life.try], [write, hear]])
      expect(outcome(ask(given(...handed, ...reached), ...explain))).toEqual(['DemandAnswered'])
  })
  test('claims done only with a deed', () => {
    expect(outcome(ask(given(...handed, call), ...answer))).toBe('deed.missing')
    expect(outcome(ask(given(...handed, call, deed), ...answer))).toEqual(['DemandAnswered'])
    expect(outcome(ask(given(...handed, call, deed, answer), ...answer))).toBe('order.already-answered')
  })
  test('is called back by another unit; by the same one only where nothing else is staffed, and marked', () => {
    expect(ask(given(...handed, call), ...explain)).toMatchObject({
      accepted: [{ body: { callback: { unit: 10 }, sameUnit: false } }],
    })
    const alone = { ladder: [candidate(path.township), candidate(path.county, false)] }
    expect(ask(given(...handed, call), ...explain, alone)).toMatchObject({
      accepted: [{ body: { callback: { unit: 20 }, sameUnit: true } }],
    })
    expect(outcome(ask(given(...handed, call), ...explain, { ladder: [] }))).toBe('callback.nobody')
  })
})

describe('the worker', () => {
  const answered = [...handed, call, understand, yes, deed, answer] as const
  test('says whether the understanding is right, and what is not', () => {
    expect(outcome(ask(given(...handed), ...yes))).toBe('understanding.not-written')
    expect(
      outcome(
        ask(given(...handed, understand), people.worker, { kind: 'understanding.answer', demand: 'd', yes: false }),
      ),
    ).toBe('understanding.say-what')
    expect(given(...handed, understand, no).understood).toBe('corrected')
    expect(given(...handed, understand, no, understand, yes).understood).toBe('yes')
    expect(outcome(ask(given(...handed, understand, yes), ...yes))).toBe('understanding.already-answered')
  })
  test('alone gives the verdict, from the answer on', () => {
    for (const staff of [people.handler, people.triage, people.auditor, people.public])
      expect(outcome(ask(given(...answered), staff, solved[1]))).toBe('verdict.workers-only')
    expect(outcome(ask(given(...handed, call), ...solved))).toBe('verdict.not-answered-yet')
    expect(given(...answered, solved)).toMatchObject({ status: 'closed', outcome: 'solved', verdict: 'solved' })
  })
  test('reopens by saying unsolved, twice; the third time one level up', () => {
    const again = [unsolved, explain] as const
    const once = given(...answered, unsolved)
    expect(once).toMatchObject({
      status: 'reopened',
      orderState: 'signed',
      reopened: 1,
      dueAt: '2026-06-18T01:00:00.000Z',
      claim: null,
    })
    expect(given(...answered, ...again, unsolved)).toMatchObject({ status: 'reopened', reopened: 2 })
    const third = given(...answered, ...again, ...again, unsolved)
    expect(third).toMatchObject({ status: 'reopened', reopened: 3, lead: { unit: 10 } })
  })
  test('closes a consultation with clear, nothing else', () => {
    const clear: DemandCommand = { kind: 'verdict.give', demand: 'd', solved: 'clear' }
    expect(outcome(ask(given(...answered), people.worker, clear))).toBe('verdict.clear-is-for-consultation')
    const asked = given(raised, [people.triage, { ...triage[1], nature: 'consultation' }], sign, call, explain)
    expect(fold(asked, ask(asked, people.worker, clear))).toMatchObject({ outcome: 'clear' })
  })
  test('withdraws, unless somebody pressed: then it stays open and is marked', () => {
    expect(given(...handed, withdraw)).toMatchObject({ status: 'withdrawn', outcome: 'none' })
    expect(given(...handed, pressed)).toMatchObject({ status: 'inHand', pressed: true })
    expect(outcome(ask(given(...handed), people.handler, withdraw[1]))).toBe('withdraw.workers-only')
  })
  test('erases the identity at any time, the text once it is closed', () => {
    const erase = (...parts: ('identity' | 'text')[]): DemandCommand => ({
      kind: 'content.erase',
      demand: 'd',
      parts,
      reason: 'worker-request',
    })
    expect(fold(given(raised), ask(given(raised), people.worker, erase('identity')))).toMatchObject({
      erased: ['identity'],
    })
    expect(outcome(ask(given(raised), people.worker, erase('text')))).toBe('content.still-needed')
    const closed = given(...answered, solved, [people.worker, erase('text')])
    expect(outcome(ask(closed, people.worker, erase('text')))).toBe('content.already-erased')
    // A restore books it once more where it stands already, so that the next one knows.
    const system = { kind: 'system' } as const
    expect(fold(closed, ask(closed, system, erase('text')))).toMatchObject({ erased: ['text'] })
  })
  test('opens it again in new words after erasing the old ones: these are there to be read', () => {
    const erase: DemandCommand = { kind: 'content.erase', demand: 'd', parts: ['text'], reason: 'worker-request' }
    const erased = given(...answered, solved, [people.worker, erase])
    expect(erased.erased).toEqual(['text'])
    const reopen: DemandCommand = { kind: 'demand.reopen', demand: 'd', text: '又停发了' }
    const again = fold(erased, ask(erased, people.worker, reopen))
    expect(again).toMatchObject({ status: 'reopened', erased: [] })
    expect(fold(again, ask(again, people.handler, call[1])).erased).toEqual([])
  })
  test('finds nothing open once it is closed', () => {
    const closed = given(...answered, solved)
    for (const [actor, command] of [call, understand, yes, deed, answer, solved, withdraw, hear, write])
      expect(outcome(ask(closed, actor, command))).toBe('demand.closed')
  })
})

describe('the three seals', () => {
  test('come in order: a deed alone earns nothing, solved affirms what was understood', () => {
    expect(sealsOf(given(...handed, deed))).toEqual({ met: 'none', understood: 'none', delivered: 'none' })
    expect(sealsOf(given(...handed, understand, yes))).toEqual({ met: 'none', understood: 'none', delivered: 'none' })
    expect(sealsOf(given(...handed, call, deed, answer))).toEqual({
      met: 'call',
      understood: 'none',
      delivered: 'claimed',
    })
    expect(sealsOf(given(...handed, call, deed, answer, solved))).toEqual({
      met: 'call',
      understood: 'affirmed',
      delivered: 'yes',
    })
  })
  test('tell thread, call and meeting apart; an anonymous worker is never said to have been met', () => {
    expect(sealsOf(given(...handed, write)).met).toBe('none')
    expect(sealsOf(given(...handed, write, hear)).met).toBe('thread')
    expect(sealsOf(given(...handed, write, hear, call, meet)).met).toBe('person')
    expect(sealsOf(given([people.public, { ...said, mode: 'anonymous' }], triage, sign, meet)).met).toBe('call')
  })
  test('a consultation that was explained and is clear is no deed', () => {
    const asked = given(raised, [people.triage, { ...triage[1], nature: 'consultation' }], sign, call, explain, solved)
    expect(sealsOf(asked).delivered).toBe('none')
  })
})

test('every open demand has one responsible unit and one time, at every step of its life', () => {
  const steps = [raised, triage, sign, call, understand, yes, deed, answer] as const
  const due = steps.map((_, n) => next(given(...steps.slice(0, n + 1))))
  expect(due.map((d) => [d?.what, d?.unit])).toEqual([
    ...[
      ['triage', 20],
      ['sign', 20],
      ['contact', 20],
      ['answer', 20],
    ],
    ...[
      ['answer', 20],
      ['answer', 20],
      ['answer', 20],
      ['callback', 10],
    ],
  ])
  for (const d of due) expect(Date.parse(d?.at ?? '')).toBeGreaterThan(Date.parse(now))
  expect(next(given(...steps, solved))).toBeNull()
})
