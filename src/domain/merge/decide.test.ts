import { describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { askOn, bodiesOf, day, folded, ladder, lived, type TimedStep } from '../clock/timed.fixture.ts'
import type { DemandCommand } from '../demand/command.ts'
import type { MergeFacts } from '../demand/facts.ts'
import { life, outcome, path, people } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { targetOf } from '../demand/target.ts'
import { acts } from '../order/order.fixture.ts'
import { masterVerdict } from './verdict.ts'

const { raise, triage, sign, call, explain, solved } = life
const signed: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
]
const system: Actor = { kind: 'system' }
const merge = [people.triage, { kind: 'demand.merge', demand: 'd', master: 'm' } as DemandCommand] as const
const told = (command: object) => [system, { demand: 'd', ...command } as DemandCommand] as const
const holder = (unit: readonly number[]) => ({ unit: unit[0] as number, path: unit, section: null })
const master = (more: Partial<NonNullable<MergeFacts['master']>> = {}) => ({
  master: {
    ...{ id: 'm', number: 'SQ-m', open: true, lead: holder(path.county), copies: [holder(path.city)] },
    ...{ dueAt: day(3), master: null, blocked: [], topic: 'A03', restricted: null, ...more },
  },
})

describe('merging', () => {
  test('hides what is answered for all from the own unions of either employer', () => {
    const state = lived(...signed, [
      1,
      merge,
      master({ blocked: [40], copies: [holder(path.beside), holder(path.city)] }),
    ])
    expect(state).toMatchObject({ blocked: [30, 40], copies: [{ unit: 5 }] })
    const { blockedUnits } = targetOf(state)
    expect(blockedUnits).toEqual([30, 40])
  })
  test('gives the claim the master’s lead, and the earlier of both dues', () => {
    const state = lived(...signed, [1, merge, master()])
    expect(state).toMatchObject({ lead: { unit: 10 }, copies: [{ unit: 5 }], dueAt: day(3), orderState: 'signed' })
    expect(state.merge).toMatchObject({ master: 'm', masterNumber: 'SQ-m' })
    expect(state.callbacks.opensAt).toBe(day(3))
    expect(lived(...signed, [1, merge, master({ dueAt: day(30) })]).dueAt).toBe(day(7))
  })
  test('takes a claim nobody had triaged, and whatever its own order waited for', () => {
    expect(lived([0, raise], [0, merge, master()])).toMatchObject({ status: 'inHand', dueAt: day(3), blocked: [30] })
    const paused = lived(...signed, [0, call], [1, acts.pause], [1, acts.grant], [2, merge, master()])
    expect(paused.order).toMatchObject({ pause: null, request: null, autoSignAt: null })
    expect(paused.callbacks.opensAt).toBe(day(3))
  })
  test('never copies it to who may not see it', () => {
    const state: DemandState = { ...lived(...signed), blocked: [5] }
    expect(bodiesOf(askOn(1, state, merge, master()), 'DemandMerged')).toMatchObject([{ copies: [] }])
  })
  test.each<[string, Partial<NonNullable<MergeFacts['master']>>]>([
    ['merge.same', { id: 'd' }],
    ['merge.master-closed', { open: false }],
    ['merge.master-is-claim', { master: 'x' }],
    ['merge.no-lead', { lead: null }],
    ['merge.no-lead', { dueAt: null }],
    // Sorting may find that one section alone may see it, and its answer would be with claims that many see.
    ['demand.not-triaged', { topic: null }],
    ['lead.is-employers-own-union', { lead: holder(path.enterprise) }],
  ])('is refused: %s', (code, more) => {
    expect(outcome(askOn(1, lived(...signed), merge, master(more)))).toBe(code)
  })
  test('is refused without a master in reach, twice, to a master, after the answer and after the end', () => {
    const no = (state: DemandState, code: string) => expect(outcome(askOn(3, state, merge, master()))).toBe(code)
    expect(outcome(askOn(1, lived(...signed), merge, { master: null }))).toBe('merge.unknown')
    no(lived(...signed, [1, merge, master()]), 'merge.already')
    no(lived(...signed, [1, told({ kind: 'claim.join', claim: 'c' })]), 'merge.has-claims')
    no(lived(...signed, [0, call], [1, explain]), 'order.already-answered')
    no(lived(...signed, [0, call], [1, explain], [2, solved]), 'demand.closed')
  })
  test('keeps what one section alone may see with that section, whichever of the two it is', () => {
    const lead = { ...holder(path.county), section: 'discipline' }
    const narrow: DemandState = { ...lived(...signed), restricted: 'discipline' }
    const no = (state: DemandState, of: Parameters<typeof master>[0], section: string) =>
      expect(askOn(1, state, merge, master(of))).toEqual({
        refused: { code: 'lead.wrong-section', params: { section } },
      })
    no(narrow, {}, 'discipline')
    no(narrow, { lead }, 'discipline')
    no(narrow, { restricted: 'discipline' }, 'discipline')
    no(narrow, { lead: { ...lead, section: 'women' }, restricted: 'women' }, 'discipline')
    no(lived(...signed), { lead, restricted: 'discipline' }, 'discipline')
    no(lived([0, raise]), { lead, restricted: 'discipline' }, 'discipline')
    expect(outcome(askOn(1, narrow, merge, master({ lead, restricted: 'discipline' })))).toEqual(['DemandMerged'])
  })
})

describe('the master', () => {
  const join = told({ kind: 'claim.join', claim: 'c' })
  const settle = (outcome: string | null, claim = 'c') => told({ kind: 'claim.settle', claim, outcome })
  const joined: readonly TimedStep[] = [...signed, [1, join]]

  test('hears of each claim and of its end once', () => {
    expect(outcome(askOn(2, lived(...joined), join))).toBe('claim.known')
    expect(outcome(askOn(2, lived(...joined), told({ kind: 'claim.join', claim: 'd' })))).toBe('claim.known')
    const state = lived(...joined, [2, settle('partly')])
    expect(state.merge.claims).toEqual([{ id: 'c', outcome: 'partly', reopened: false }])
    expect(outcome(askOn(3, state, settle('partly')))).toBe('claim.known')
    const again = lived(...joined, [2, settle('partly')], [3, settle(null)])
    expect(again.merge.claims).toEqual([{ id: 'c', outcome: null, reopened: true }])
    expect(outcome(askOn(4, again, settle(null)))).toBe('claim.known')
    expect(outcome(askOn(4, again, settle('solved', 'other')))).toBe('claim.unknown')
  })
  test('hears it from the system alone', () => {
    for (const [, command] of [join, settle('solved')])
      expect(outcome(askOn(2, lived(...joined), [people.county, command]))).toBe('not-allowed')
  })
  test('hears of it even when it is closed itself', () => {
    const closed = lived(...joined, [1, call], [1, explain], [2, solved])
    expect(outcome(askOn(3, closed, settle('solved')))).toEqual(['ClaimSettled'])
  })
})

describe('a claim', () => {
  const merged: readonly TimedStep[] = [...signed, [1, merge, master()]]
  const deed = told({ kind: 'claim.deed', deed: 'recovered-pay', text: '补发' })
  const answer = (unit: readonly number[] = path.city) =>
    told({
      ...{ kind: 'claim.answer', claim: 'done', callback: holder(unit), sameUnit: false },
      ...{ callbackDueAt: day(12), text: '已补发' },
    })

  test('shares the master’s deeds without counting their sum again, and its answer', () => {
    expect(bodiesOf(askOn(2, lived(...merged), deed), 'DeedRecorded')).toEqual([
      { deed: 'recovered-pay', amountFen: null, shared: true },
    ])
    const state = lived(...merged, [2, deed], [2, answer()])
    expect(state).toMatchObject({ status: 'answered', claim: 'done', deeds: 1, callback: { unit: 5 } })
    expect(outcome(askOn(3, state, answer()))).toBe('order.already-answered')
  })
  const promise = told({ kind: 'claim.promise', promisedOn: '2026-07-08', promisor: 'employer', text: '付清' })
  test('was promised what its master was, without the sum, and is called back the day after', () => {
    expect(bodiesOf(askOn(2, lived(...merged), promise), 'CommitmentMade')).toMatchObject([
      { promisedOn: '2026-07-08', promisor: 'employer', amountFen: null, callbackAt: '2026-07-08T16:00:00.000Z' },
    ])
    expect(outcome(askOn(3, lived(...merged, [2, promise]), promise))).toBe('claim.known')
  })
  const reclass = (more: object = {}) =>
    told({ kind: 'claim.reclass', urgency: 'P1', difficulty: 'plain', dueAt: day(2), ...more })
  test('is as pressing as its master has become, and its due no later', () => {
    expect(bodiesOf(askOn(2, lived(...merged), reclass()), 'DemandReclassed')).toEqual([
      { urgency: 'P1', difficulty: 'plain', contactDueAt: day(1), dueAt: day(2), agreed: false },
    ])
    const state = lived(...merged, [1, reclass()])
    expect(state).toMatchObject({ urgency: 'P1', dueAt: day(2), callbacks: { opensAt: day(2) } })
    // The master carries the clock: nothing of the claim's is wound up again.
    expect(state.clock.alarms).toEqual([])
    expect(outcome(askOn(2, state, reclass()))).toBe('claim.known')
    expect(lived(...merged, [1, reclass({ dueAt: day(30) })])).toMatchObject({ urgency: 'P1', dueAt: day(3) })
    expect(lived(...merged, [1, reclass({ urgency: 'P2' })])).toMatchObject({ urgency: 'P2', dueAt: day(2) })
  })
  test('waits no longer because its master was lowered: that is asked for each alone', () => {
    const lower = reclass({ urgency: 'P2', difficulty: 'complex', dueAt: day(30) })
    expect(outcome(askOn(2, lived(...merged), lower))).toBe('claim.known')
    const sooner = reclass({ urgency: 'P2', difficulty: 'complex', dueAt: day(2) })
    expect(lived(...merged, [1, sooner])).toMatchObject({ difficulty: 'plain', dueAt: day(2) })
  })
  test('has a clock of its own once it was opened again, and that runs to the earlier due', () => {
    const again = lived(...merged, [2, answer()], [3, life.unsolved])
    expect(again.dueAt).toBe(day(6))
    const state = folded(again, askOn(4, again, reclass({ dueAt: day(5) })), day(4), people.worker)
    expect(state).toMatchObject({ dueAt: day(5), callbacks: { opensAt: day(5) } })
    expect(state.clock.alarms).toContainEqual({ act: 'chase', what: 'answer', at: day(5) })
  })
  test('does not hear of a class while it is paused, nor after the answer', () => {
    const paused = lived(...merged, [1, call], [1, acts.pause], [1, acts.grant])
    expect(outcome(askOn(2, paused, reclass()))).toBe('order.paused')
    expect(outcome(askOn(3, lived(...merged, [2, answer()]), reclass()))).toBe('order.already-answered')
  })
  test('keeps its own verdict', () => {
    expect(lived(...merged, [2, deed], [2, answer()], [3, solved])).toMatchObject({
      status: 'closed',
      outcome: 'solved',
    })
  })
  test('is called back by nobody its own employer stands behind', () => {
    const state: DemandState = { ...lived(...merged), blocked: [5] }
    const up = { ladder: ladder().slice(1) }
    expect(bodiesOf(askOn(2, state, answer(), up), 'DemandAnswered')).toMatchObject([
      { callback: { unit: 1 }, sameUnit: false },
    ])
    expect(outcome(askOn(2, state, answer(), { ladder: ladder(20, 10, 1) }))).toBe('callback.nobody')
  })
  test('hears it from the system alone, while it is merged and open', () => {
    for (const [, command] of [deed, answer(), reclass(), promise])
      expect(outcome(askOn(2, lived(...merged), [people.county, command]))).toBe('not-allowed')
    for (const step of [deed, answer(), reclass(), promise]) {
      expect(outcome(askOn(2, lived(...signed), step))).toBe('claim.not-merged')
      expect(outcome(askOn(3, lived(...merged, [2, life.withdraw]), step))).toBe('demand.closed')
    }
  })
  test('that its worker calls unsolved is opened again alone, at the lead they share', () => {
    const state = lived(...merged, [2, answer()])
    const decision = askOn(3, state, life.unsolved)
    expect(folded(state, decision, day(3), people.worker)).toMatchObject({ status: 'reopened', lead: { unit: 10 } })
  })
})

describe('the verdict of a master', () => {
  type Said = DemandState['merge']['claims'][number]['outcome'] | 'again'
  const of = (own: Said, ...claims: readonly Said[]) => {
    const said = (one: Said) => ({ outcome: one === 'again' ? null : one, reopened: one === 'again' })
    const { outcome: mine, reopened } = said(own)
    const base = lived(...signed)
    const all = claims.map((one, n) => ({ id: `c${n}`, ...said(one) }))
    return masterVerdict({ ...base, outcome: mine, reopened: reopened ? 1 : 0, merge: { ...base.merge, claims: all } })
  }
  test.each<[ReturnType<typeof masterVerdict>, readonly [Said, ...Said[]]]>([
    ['solved', ['solved', 'solved', 'clear']],
    ['partly', ['solved', 'solved', 'again']],
    ['partly', ['again', 'solved']],
    ['partly', ['unsolved', 'solved']],
    ['partly', ['partly', 'unsolved']],
    ['unsolved', ['unsolved', 'again']],
    ['solved', ['solved', 'unknown', 'none']],
    ['unknown', ['unknown', 'none']],
    [null, ['solved', null]],
    [null, ['none']],
  ])('is %s where they say %j', (verdict, [own, ...claims]) => expect(of(own, ...claims)).toBe(verdict))
})
