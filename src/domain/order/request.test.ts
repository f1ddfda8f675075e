import { describe, expect, test } from 'vitest'
import {
  ask,
  candidate,
  given,
  life,
  now,
  type Override,
  outcome,
  path,
  people,
  said,
} from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'
import { acts, but, called, offered, onward, signed } from './order.fixture.ts'

const dueAt = '2026-06-22T01:00:00.000Z'
const passed = { now: dueAt }
const plus = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()

describe('asking one level up', () => {
  test('names who decides and until when; the answer due runs on', () => {
    const state = given(...called, acts.extend)
    expect(state.order.request).toMatchObject({ request: 'extend', approver: { unit: 10 }, until: null, to: null })
    expect(state.dueAt).toBe(dueAt)
    expect(next(state)).toMatchObject({ unit: 10, what: 'grant', at: state.order.request?.decideBy })
  })
  test('falls back to the own union only where nobody above is staffed, and passes by who may not see it', () => {
    const alone = { deciders: [candidate(path.township), candidate(path.county, false)] }
    expect(onward(given(...signed), acts.extend, alone).order.request?.approver.unit).toBe(20)
    expect(outcome(ask(given(...signed), ...acts.extend, { deciders: [] }))).toBe('request.nobody')
    expect(onward({ ...given(...signed), blocked: [10] }, acts.extend).order.request?.approver.unit).toBe(5)
    expect(onward({ ...given(...signed), restricted: 'women' }, acts.extend).order.request?.approver.section).toBe(
      'women',
    )
  })
  test('asks one thing at a time, in hand, before the due, and once it was sorted', () => {
    expect(outcome(ask(given(...signed, acts.extend), ...acts.pause))).toBe('request.pending')
    expect(outcome(ask(given(...signed, acts.escalate), ...acts.pause))).toBe('request.pending')
    expect(outcome(ask(given(...offered), ...acts.pause))).toBe('order.not-signed')
    expect(outcome(ask(given(...called, life.explain), ...acts.pause))).toBe('order.already-answered')
    expect(outcome(ask(given(...signed, life.withdraw), ...acts.pause))).toBe('demand.closed')
    expect(outcome(ask(given(...signed), ...acts.extend, passed))).toBe('request.too-late')
    expect(outcome(ask(given(...signed), ...acts.extend, { reasonKnown: false }))).toBe('reason.unknown')
    const group = given([people.public, { ...said, persons: 10 }], life.sign)
    expect(outcome(ask(group, ...acts.extend))).toBe('demand.not-triaged')
  })
})

test('who took over after the answer asks for nothing any more', () => {
  const state = { ...given(...called, life.explain), orderState: 'signed' as const }
  for (const [actor, command] of [acts.extend, acts.pause, acts.escalate, acts.raise, acts.letter, acts.joint])
    expect(outcome(ask(state, actor, command))).toBe('order.already-answered')
})

describe('a decision on it', () => {
  test('refuses with a reason, and leaves everything as it was', () => {
    const asked = given(...signed, acts.extend)
    const why = but(acts.refuse, { text: undefined })
    expect(outcome(ask(asked, ...why))).toBe('request.say-why')
    expect(onward(asked, acts.refuse)).toMatchObject({ dueAt, order: { request: null, extended: false } })
  })
  test('needs something asked, of an order still in hand', () => {
    expect(outcome(ask(given(...signed), ...acts.grant))).toBe('request.nothing')
    expect(outcome(ask(given(...signed, acts.extend, acts.grant), ...acts.grant))).toBe('request.nothing')
    expect(outcome(ask(given(...called, acts.extend, life.explain), ...acts.grant))).toBe('order.already-answered')
    expect(outcome(ask(given(...signed, acts.extend, life.withdraw), ...acts.grant))).toBe('demand.closed')
  })
})

describe('a pause', () => {
  const paused = given(...called, acts.pause, acts.grant)
  test('stops the clock to the end of the day that was asked for', () => {
    expect(outcome(ask(given(...called, acts.pause), ...acts.grant))).toEqual(['RequestGranted', 'PauseStarted'])
    expect(paused.order.pause).toEqual({
      reason: 'worker-supplement',
      untilAt: '2026-06-18T15:59:59.000Z',
      sinceAt: now,
    })
    expect(next(paused)).toMatchObject({ what: 'resume', at: '2026-06-18T15:59:59.000Z' })
    expect(outcome(ask(paused, ...life.explain))).toBe('order.paused')
    for (const [actor, command] of [acts.extend, acts.pause, acts.escalate, acts.raise, acts.promise])
      expect(outcome(ask(paused, actor, command))).toBe('order.paused')
  })
  test('ends on a day that exists, lies ahead and is not later than its reason allows', () => {
    for (const until of [undefined, '2026-06-15', '2026-06-14', '2026-02-30', 'soon'])
      expect(outcome(ask(given(...signed), ...but(acts.pause, { until })))).toBe('pause.until-ahead')
    expect(outcome(ask(given(...signed), ...but(acts.pause, { until: '2026-06-16' })))).toEqual(['RequestAsked'])
    const most = { untilMost: '2026-06-18T15:59:59.000Z' }
    expect(outcome(ask(given(...signed), ...acts.pause, most))).toEqual(['RequestAsked'])
    expect(ask(given(...signed), ...but(acts.pause, { until: '2026-06-19' }), most)).toEqual({
      refused: { code: 'pause.too-long', params: { most: '2026-06-18' } },
    })
  })
  test('is not granted for a day that has passed, nor for what is late', () => {
    const until = { now: '2026-06-18T15:59:59.000Z' }
    expect(outcome(ask(given(...signed, acts.pause), ...acts.grant, until))).toBe('pause.until-ahead')
    const long = given(...signed, but(acts.pause, { until: '2026-07-30' }))
    expect(outcome(ask(long, ...acts.grant, passed))).toBe('request.too-late')
    expect(outcome(ask(given(...signed, acts.extend), ...acts.grant, passed))).toEqual([
      'RequestGranted',
      'DemandExtended',
    ])
  })
  test('ends when the lead takes it up again: what was left is laid after it', () => {
    const later = { now: plus(2) }
    expect(ask(paused, ...acts.resume, later)).toMatchObject({
      accepted: [{ kind: 'PauseEnded', body: { by: 'lead', dueAt: plus(9), superviseAt: plus(14) } }],
    })
    const again = onward(paused, acts.resume, later)
    expect(again).toMatchObject({ dueAt: plus(9), order: { pause: null } })
    expect(outcome(ask(again, ...acts.resume))).toBe('order.not-paused')
    expect(outcome(ask(onward(paused, life.withdraw), ...acts.resume))).toBe('demand.closed')
  })
  test('that waits for the worker ends with the worker’s word; others do not', () => {
    const said = ask(paused, ...life.hear, { now: plus(1) })
    expect(said).toMatchObject({
      accepted: [{ kind: 'MessagePosted' }, { kind: 'PauseEnded', body: { by: 'worker' } }],
    })
    expect(outcome(ask(paused, ...life.write))).toEqual(['MessagePosted'])
    const court = given(...called, but(acts.pause, { reason: 'legal-procedure' }), acts.grant)
    expect(outcome(ask(court, ...life.hear))).toEqual(['MessagePosted'])
  })
})

describe('an extension', () => {
  test('moves the due by the limit once more, once', () => {
    const state = given(...signed, acts.extend, acts.grant)
    expect(state).toMatchObject({ dueAt: plus(14), order: { extended: true, request: null } })
    expect(outcome(ask(state, ...acts.extend))).toBe('request.extended-before')
    expect(outcome(ask(state, ...acts.pause))).toEqual(['RequestAsked'])
  })
})

describe('a class', () => {
  test('is raised by the lead: the due is the earlier one', () => {
    const state = given(...signed, acts.raise)
    expect(state).toMatchObject({ urgency: 'P1', dueAt: plus(2), contactDueAt: plus(1) })
    expect(ask(given(...signed), ...acts.raise)).toMatchObject({ accepted: [{ body: { agreed: false } }] })
    expect(outcome(ask(state, ...acts.raise))).toBe('class.lowering-is-asked')
    const easier = but(acts.raise, { urgency: 'P2' })
    expect(outcome(ask({ ...given(...signed), difficulty: 'hard' }, ...easier))).toEqual(['DemandReclassed'])
    expect(outcome(ask(given(...signed), ...but(acts.raise, { urgency: 'P2', difficulty: 'hard' })))).toBe(
      'class.lowering-is-asked',
    )
    expect(outcome(ask(given(...signed), ...acts.raise, { classKnown: false }))).toBe('class.unknown')
    expect(outcome(ask(given(...offered), ...acts.raise))).toBe('order.not-signed')
  })
  test('never moves a due later by being raised', () => {
    const soon = { ...given(...signed), dueAt: plus(1), contactDueAt: plus(0.5) }
    expect(onward(soon, acts.raise)).toMatchObject({ dueAt: plus(1), contactDueAt: plus(0.5) })
  })
  test('is lowered with the consent of the level above', () => {
    expect(given(...signed, acts.lower)).toMatchObject({ difficulty: 'plain', dueAt })
    expect(ask(given(...signed, acts.lower), ...acts.grant)).toMatchObject({
      accepted: [{}, { kind: 'DemandReclassed', body: { agreed: true, difficulty: 'hard', dueAt: plus(9) } }],
    })
    expect(given(...signed, acts.lower, acts.grant)).toMatchObject({ difficulty: 'hard', dueAt: plus(9) })
  })
  test('that is lowered leaves more time for the first contact too', () => {
    const hurried = { ...given(...signed, acts.lower), contactDueAt: plus(0.1) }
    expect(onward(hurried, acts.grant).contactDueAt).toBe(plus(1))
  })
  test.each<[string, object, Override]>([
    ['class.not-lower', { difficulty: undefined }, {}],
    ['class.not-lower', { urgency: 'P1' }, {}],
    ['class.unknown', { urgency: 'P9' }, { classKnown: false }],
  ])('refuses %s', (code, body, more) =>
    expect(outcome(ask(given(...signed), ...but(acts.lower, body), more))).toBe(code),
  )
  test('that the rules fixed is not lowered', () => {
    const group = given([people.public, { ...said, persons: 10 }], but(life.triage, { urgency: 'P1' }), life.sign)
    expect(outcome(ask(group, ...but(acts.lower, { urgency: 'P2' })))).toBe('class.fixed')
    expect(outcome(ask(group, ...acts.lower))).toEqual(['RequestAsked'])
  })
})
