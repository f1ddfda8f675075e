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
import { acts, but, offered, onward, signed } from './order.fixture.ts'

const beside = { unit: 40, path: path.beside, section: null, staffed: true, level: 'township' }
const objected = [...offered, acts.object] as const
const restricted: readonly [typeof life.triage, Override] = [
  life.triage,
  { restricted: 'women', lead: { ...beside, section: 'women' } },
]

describe('an objection', () => {
  test('goes to the nearest staffed union above that sent the order or stands above it, and the due runs on', () => {
    const state = given(...objected)
    expect(state).toMatchObject({ orderState: 'objected', dueAt: given(...offered).dueAt })
    expect(state.order).toMatchObject({ objected: true, ruling: { reason: 'not-our-duty', ruler: { unit: 10 } } })
    expect(next(state)).toMatchObject({ unit: 10, what: 'rule', at: state.order.ruling?.rulingDueAt })
    const away = { deciders: [candidate(path.township), candidate(path.county, false), candidate(path.city)] }
    expect(onward(given(...offered), acts.object, away).order.ruling?.ruler.unit).toBe(5)
  })
  test('is never ruled on by the lead, by a blocked union, or below who sent it', () => {
    const only = { deciders: [candidate(path.township), candidate(path.county, false)] }
    expect(outcome(ask(given(...offered), ...acts.object, only))).toBe('objection.nobody')
    const state = { ...given(...offered), blocked: [10] }
    expect(onward(state, acts.object).order.ruling?.ruler.unit).toBe(5)
    const sentByCity = { ...given(...offered), triage: { unit: 5, path: path.city, section: null } }
    expect(onward(sentByCity, acts.object).order.ruling?.ruler.unit).toBe(5)
  })
  test('is possible once, while the order is offered, in time, and by a reason of the catalogue', () => {
    expect(outcome(ask(given(...offered), ...acts.object))).toEqual(['OrderObjected'])
    expect(outcome(ask(given(...objected), ...acts.object))).toBe('objection.once')
    expect(outcome(ask(given(...signed), ...acts.object))).toBe('order.not-offered')
    expect(outcome(ask(given(life.raise), ...acts.object))).toBe('order.not-offered')
    expect(outcome(ask(given(...offered), ...acts.object, { reasonKnown: false }))).toBe('reason.unknown')
    const until = given(...offered).order.objectUntil ?? ''
    expect(outcome(ask(given(...offered), ...acts.object, { now: until }))).toEqual(['OrderObjected'])
    const late = new Date(Date.parse(until) + 1).toISOString()
    expect(outcome(ask(given(...offered), ...acts.object, { now: late }))).toBe('objection.too-late')
    expect(outcome(ask(given(...offered, life.withdraw), ...acts.object))).toBe('demand.closed')
  })
  test('is not possible where the rules gave the order', () => {
    const group = given([people.public, { ...said, persons: 10 }])
    expect(outcome(ask(group, ...acts.object))).toBe('objection.not-here')
  })
})

describe('a ruling', () => {
  const ruled = onward(given(...objected), acts.rule, { lead: beside })
  test('names the lead, is final and moves no due', () => {
    expect(ask(given(...objected), ...acts.rule, { lead: beside })).toMatchObject({
      accepted: [
        { kind: 'OrderRuled', body: { upheld: true, reason: 'not-our-duty', topic: 'A03', from: 20, to: 40 } },
        {
          kind: 'OrderOffered',
          body: { lead: { unit: 40 }, copies: [{ unit: 10 }], why: 'ruling', objectUntil: null },
        },
      ],
    })
    expect(ruled).toMatchObject({ orderState: 'offered', lead: { unit: 40 }, dueAt: given(...offered).dueAt })
    expect(ruled.order).toMatchObject({ ruling: null, objectUntil: null })
    expect(outcome(ask(ruled, people.beside, acts.object[1]))).toBe('objection.once')
    expect(outcome(ask(ruled, ...acts.rule, { lead: beside }))).toBe('ruling.nothing')
  })
  test('that leaves the order where it is does not uphold the objection; another section does', () => {
    const same = but(acts.rule, { lead: 20 })
    expect(ask(given(...objected), ...same)).toMatchObject({ accepted: [{ body: { upheld: false, to: 20 } }, {}] })
    const section = but(acts.rule, { lead: 20, section: 'legal' })
    expect(ask(given(...objected), ...section)).toMatchObject({
      accepted: [{ body: { upheld: true } }, { body: { lead: { section: 'legal' } } }],
    })
  })
  test('copies nobody twice, and nobody who may not see it', () => {
    const up = { lead: { unit: 10, path: path.county, section: null, staffed: true, level: 'county' } }
    expect(onward(given(...objected), but(acts.rule, { lead: 10 }), up).copies).toEqual([])
    expect(onward({ ...given(...objected), blocked: [10] }, acts.rule, { lead: beside }).copies).toEqual([])
  })
  const own = { unit: 30, path: path.enterprise, section: null, staffed: true, level: 'grassroots' }
  test.each<[string, Override]>([
    ['unit.unknown', { lead: null }],
    ['lead.not-staffed', { lead: { ...beside, staffed: false } }],
    ['lead.is-employers-own-union', { lead: own }],
    ['lead.is-employers-own-union', { lead: own, mayGoToEnterpriseUnion: true }],
    ['lead.is-employers-own-union', { lead: beside, employerUnits: [40] }],
  ])('refuses %s', (code, more) => expect(outcome(ask(given(...objected), ...acts.rule, more))).toBe(code))
  test('gives nothing to a union that was kept out, though the leaf might go there', () => {
    const named = given([people.public, { ...said, mode: 'named' }], life.triage, acts.object)
    const may = { lead: own, mayGoToEnterpriseUnion: true }
    expect(outcome(ask(named, ...acts.rule, may))).toBe('lead.is-employers-own-union')
    expect(outcome(ask({ ...named, blocked: [] }, ...acts.rule, may))).toEqual(['OrderRuled', 'OrderOffered'])
  })
  test('is asked for by an objection alone', () => {
    expect(outcome(ask(given(...offered), ...acts.rule))).toBe('ruling.nothing')
    expect(outcome(ask(given(...objected, life.withdraw), ...acts.rule))).toBe('demand.closed')
  })
  test('keeps what one section alone may see with that section', () => {
    const [, more] = restricted
    const state = onward(given(life.raise), but(life.triage, { lead: 40, section: 'women' }), more)
    const objecting = onward(state, [people.beside, acts.object[1]])
    expect(objecting.order.ruling?.ruler.section).toBe('women')
    expect(outcome(ask(objecting, ...acts.rule, more))).toBe('lead.wrong-section')
    const right = but(acts.rule, { section: 'women' })
    expect(outcome(ask(objecting, ...right, more))).toEqual(['OrderRuled', 'OrderOffered'])
  })
})

describe('who is too close to it', () => {
  test('steps back; a colleague goes on', () => {
    const state = given(...signed, acts.recuse)
    expect(state).toMatchObject({ orderState: 'signed', lead: { unit: 20 }, order: { recused: [2] } })
    expect(outcome(ask(state, ...acts.recuse))).toBe('recusal.declared')
  })
  test('hands it one staffed union up where nobody else could lead', () => {
    const alone = { othersStaffed: false }
    expect(ask(given(...signed), ...acts.recuse, alone)).toMatchObject({
      accepted: [
        { kind: 'HandlerRecused', body: { post: 2 } },
        { kind: 'OrderOffered', body: { lead: { unit: 10 }, copies: [], why: 'recusal', objectUntil: null } },
      ],
    })
    const far = { ...alone, ladder: [candidate(path.township), candidate(path.county, false), candidate(path.city)] }
    expect(onward(given(...signed), acts.recuse, far)).toMatchObject({ lead: { unit: 5 }, copies: [{ unit: 10 }] })
    const none = { ...alone, ladder: [candidate(path.township)] }
    expect(outcome(ask(given(...signed), ...acts.recuse, none))).toBe('recusal.nobody')
  })
  test('hands on what is answered as well; the answer stands', () => {
    const answered = given(...signed, life.call, life.explain)
    const handed = onward(answered, acts.recuse, { othersStaffed: false })
    expect(handed).toMatchObject({ status: 'answered', lead: { unit: 10 }, claim: 'explained' })
    const taken = onward(handed, [people.county, life.sign[1]])
    expect(outcome(ask(taken, people.county, life.explain[1]))).toBe('order.already-answered')
  })
  test('leaves it to the ruling who leads, and must have a part in it', () => {
    expect(outcome(ask(given(...objected), ...acts.recuse, { othersStaffed: false }))).toEqual(['HandlerRecused'])
    expect(outcome(ask(given(life.raise), ...acts.recuse))).toBe('order.not-offered')
    expect(outcome(ask(given(...signed), people.worker, acts.recuse[1]))).toBe('order.not-offered')
    expect(outcome(ask(given(...signed, life.withdraw), ...acts.recuse))).toBe('demand.closed')
  })
})

test('an order is signed by silence, sooner where life is in danger', () => {
  const { autoSignAt } = given(...offered).order
  const danger = given([people.public, { ...said, danger: true }]).order.autoSignAt
  expect(Date.parse(autoSignAt ?? '')).toBeGreaterThan(Date.parse(danger ?? ''))
  expect(Date.parse(danger ?? '')).toBeGreaterThan(Date.parse(now))
})
