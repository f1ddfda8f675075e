import { describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { askOn, bodiesOf, day, ladder, lived, type TimedStep, ticked } from '../clock/timed.fixture.ts'
import { acts } from '../order/order.fixture.ts'
import type { DemandCommand } from './command.ts'
import { life, outcome, path, people, said } from './given.fixture.ts'
import type { DemandState } from './state.ts'

const { raise, triage, sign, call, deed, answer, explain, solved, unsolved } = life
const called: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
  [0, call],
]
const answered: readonly TimedStep[] = [...called, [0, deed], [1, answer]]
const give = (word: 'solved' | 'partly' | 'unsolved' | 'clear', actor: Actor = people.worker) =>
  [actor, { kind: 'verdict.give', demand: 'd', solved: word } as DemandCommand] as const
const reopen = [people.worker, { kind: 'demand.reopen', demand: 'd', text: '又欠了' } as DemandCommand] as const

describe('the verdict', () => {
  test('closes, and says how long it may be opened again, archived and watched', () => {
    const state = lived(...answered, [2, solved])
    expect(state).toMatchObject({ status: 'closed', outcome: 'solved', verdict: 'solved', closedAt: day(2) })
    expect(state.clock).toMatchObject({ reopenUntil: day(32), archiveAt: day(33) })
    expect(state.watch.asks.map((ask) => ask.day)).toEqual([30, 90])
  })
  test('asks nobody about trouble where no employer is named', () => {
    const { employer: _, ...plain } = said
    expect(lived([0, [people.public, plain]], ...answered.slice(1), [2, solved]).watch.asks).toEqual([])
  })
  test('says by which way it came and whether staff could have seen the code', () => {
    const assisted: Actor = { ...people.worker, assisted: true }
    expect(bodiesOf(askOn(2, lived(...answered), give('partly', assisted)), 'VerdictGiven')).toMatchObject([
      { solved: 'partly', satisfied: null, contacted: null, assisted: true, via: 'receipt' },
    ])
  })
  test('is given from the due on, though nobody answered', () => {
    const late = lived(...called)
    expect(outcome(askOn(6, late, give('solved')))).toBe('verdict.not-answered-yet')
    expect(outcome(askOn(8, ticked(7, late), give('solved')))).toEqual(['VerdictGiven', 'DemandClosed'])
  })
  test('of nobody but the worker, about nothing closed, clear only for consultations', () => {
    const state = lived(...answered)
    for (const actor of [people.handler, people.county, people.public] as const)
      expect(outcome(askOn(2, state, give('solved', actor)))).toBe('verdict.workers-only')
    expect(outcome(askOn(3, lived(...answered, [2, solved]), give('solved')))).toBe('demand.closed')
    expect(outcome(askOn(2, state, give('clear')))).toBe('verdict.clear-is-for-consultation')
    expect(outcome(askOn(2, { ...state, nature: 'consultation' }, give('clear')))).toEqual([
      'VerdictGiven',
      'DemandClosed',
    ])
  })
  test('partly closes as partly', () => {
    expect(lived(...answered, [2, give('partly')])).toMatchObject({
      status: 'closed',
      outcome: 'partly',
      claim: 'done',
    })
  })
})

describe('unsolved', () => {
  const again: readonly TimedStep[] = [...answered, [2, unsolved], [3, explain], [4, unsolved]]

  test('opens it again twice at the same lead, with a new clock', () => {
    const once = lived(...answered, [2, unsolved])
    expect(once).toMatchObject({
      status: 'reopened',
      reopened: 1,
      lead: { unit: 20 },
      dueAt: day(5),
      contactDueAt: day(3),
    })
    expect(once.clock.alarms.map(({ act, what, at }) => [act, what, at])).toEqual([
      ['chase', 'contact', day(3)],
      ['warn', 'answer', day(4.4)],
      ['chase', 'answer', day(5)],
      ['supervise', 'answer', day(10)],
    ])
    expect(once.callbacks).toMatchObject({ open: false, opensAt: day(5) })
    expect(lived(...again)).toMatchObject({ status: 'reopened', reopened: 2, lead: { unit: 20 } })
  })
  test('goes one level up the third time, copied to the level above, and after that closes', () => {
    const third = lived(...again, [5, explain], [6, unsolved])
    expect(third).toMatchObject({ reopened: 3, lead: { unit: 10 }, copies: [{ unit: 5 }], orderState: 'signed' })
    const fourth = { ...third, status: 'answered' as const, orderState: 'answered' as const }
    const above = { ladder: ladder().slice(1) }
    expect(outcome(askOn(7, fourth, unsolved, above))).toEqual(['VerdictGiven', 'DemandClosed'])
    expect(bodiesOf(askOn(7, fourth, unsolved, above), 'DemandClosed')).toMatchObject([{ outcome: 'unsolved' }])
  })
  test('stays where it is when nobody is staffed above', () => {
    const state = lived(...again, [5, explain])
    const [body] = bodiesOf(askOn(6, state, unsolved, { ladder: ladder(10, 5, 1) }), 'DemandReopened')
    expect(body).toMatchObject({ n: 3 })
    expect(body).not.toHaveProperty('lead')
  })
  test('never goes up to who is blocked', () => {
    const state: DemandState = { ...lived(...again, [5, explain]), blocked: [10] }
    expect(bodiesOf(askOn(6, state, unsolved), 'DemandReopened')).toMatchObject([
      { lead: { unit: 5 }, copies: [{ unit: 1 }] },
    ])
  })
})

describe('a promise', () => {
  const promised: readonly TimedStep[] = [...answered, [2, acts.promise]]
  const dayAfter = '2026-07-08T16:00:00.000Z'

  test('is waited for: before its day only the worker’s own solved is heard', () => {
    const state = lived(...promised)
    for (const word of ['partly', 'unsolved'] as const)
      expect(askOn(3, state, give(word))).toEqual({
        refused: { code: 'commitment.not-due', params: { on: '2026-07-08' } },
      })
    expect(outcome(askOn(3, state, give('solved')))).toEqual(['VerdictGiven', 'CommitmentKept', 'DemandClosed'])
  })
  test('that is due is kept by solved and unmet by anything else, which keeps what the union claimed', () => {
    const due = ticked(dayAfter, lived(...promised))
    expect(outcome(askOn(24, due, give('solved')))).toEqual(['VerdictGiven', 'CommitmentKept', 'DemandClosed'])
    expect(outcome(askOn(24, due, give('unsolved')))).toEqual(['VerdictGiven', 'CommitmentUnmet', 'DemandReopened'])
    expect(outcome(askOn(24, due, give('partly')))).toEqual(['VerdictGiven', 'CommitmentUnmet', 'DemandClosed'])
    const partly = lived(...promised.slice(0, -1), [2, give('partly')])
    expect(partly.claim).toBe('done')
  })
})

describe('reopening by right', () => {
  const closed = lived(...answered, [2, give('partly')])

  test('within the days, with a reason, as the worker', () => {
    const decision = askOn(32, closed, reopen)
    expect(decision).toMatchObject({ accepted: [{ kind: 'DemandReopened', seal: { text: { value: '又欠了' } } }] })
    expect(outcome(askOn(32.001, closed, reopen))).toBe('reopen.too-late')
    expect(outcome(askOn(40, ticked(33, closed), reopen))).toBe('reopen.too-late')
    expect(outcome(askOn(3, closed, [people.handler, reopen[1]]))).toBe('reopen.workers-only')
    const blank = { ...reopen[1], text: '  ' } as DemandCommand
    expect(outcome(askOn(3, closed, [people.worker, blank]))).toBe('reopen.say-why')
    const state = lived(...answered, [2, give('partly')], [3, reopen])
    expect(state).toMatchObject({ status: 'reopened', reopened: 1, lead: { unit: 20 }, outcome: null, closedAt: null })
    expect(state.clock).toMatchObject({ archiveAt: null, reopenUntil: null })
    expect(state.watch.asks).toEqual([])
  })
  test('counts with what reopened by itself: the third goes up, the fourth is none', () => {
    expect(bodiesOf(askOn(3, { ...closed, reopened: 2 }, reopen), 'DemandReopened')).toMatchObject([
      { n: 3, lead: { unit: 10 } },
    ])
    expect(outcome(askOn(3, { ...closed, reopened: 3 }, reopen))).toBe('reopen.too-often')
  })
  test('finds nothing to open in what is open, withdrawn, or was never led', () => {
    expect(outcome(askOn(2, lived(...answered), reopen))).toBe('reopen.not-closed')
    expect(outcome(askOn(2, lived(...called, [1, life.withdraw]), reopen))).toBe('reopen.not-closed')
    const redirect = { kind: 'demand.redirect', demand: 'd', reason: 'litigation', text: '去法院' } as DemandCommand
    const redirected = lived([0, raise], [0, [people.triage, redirect]])
    expect(redirected).toMatchObject({ status: 'closed', lead: null })
    expect(outcome(askOn(1, redirected, reopen))).toBe('reopen.no-lead')
  })
})

describe('withdrawing', () => {
  test('ends it, starts the archive and the watch, and gives no right to reopen', () => {
    const state = lived(...called, [1, life.withdraw])
    expect(state).toMatchObject({ status: 'withdrawn', outcome: 'none' })
    expect(state.clock).toMatchObject({ archiveAt: day(32), reopenUntil: null, alarms: [] })
    expect(state.watch.asks).toHaveLength(2)
    expect(outcome(askOn(2, state, life.withdraw))).toBe('demand.closed')
    expect(outcome(askOn(0, lived(...called), [people.handler, life.withdraw[1]]))).toBe('withdraw.workers-only')
  })
  test('under pressure keeps it open and protects one level above the lead, once at a time', () => {
    const state = lived(...called, [1, life.pressed])
    expect(state).toMatchObject({ status: 'inHand', pressed: true })
    expect(state.watch.protection).toMatchObject({ cause: 'pressed', to: { unit: 10 }, dueAt: day(8), answered: false })
    expect(outcome(askOn(2, state, life.pressed))).toEqual(['PressureReported'])
  })
  test('under pressure before anybody leads protects above the triage, by nobody who is blocked', () => {
    const early = lived([0, raise])
    expect(bodiesOf(askOn(0, early, life.pressed), 'ProtectionOpened')).toMatchObject([{ to: { unit: 10 } }])
    const blocked: DemandState = { ...early, blocked: [10] }
    expect(bodiesOf(askOn(0, blocked, life.pressed), 'ProtectionOpened')).toMatchObject([{ to: { unit: 5 } }])
    const alone = { ladder: ladder(10, 5, 1) }
    expect(bodiesOf(askOn(0, early, life.pressed, alone), 'ProtectionOpened')).toMatchObject([
      { to: { unit: 20, path: path.township } },
    ])
  })
})
