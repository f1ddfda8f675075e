import { describe, expect, test } from 'vitest'
import { ask, given, life, now, outcome, people } from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'
import { acts, but, called, offered, onward, signed } from './order.fixture.ts'

const promised = given(...called, acts.promise)

describe('a promise', () => {
  test('moves the callback to the day after it, and not the answer due', () => {
    expect(promised.order.commitment).toMatchObject({
      promisedOn: '2026-07-08',
      promisedAt: '2026-07-08T15:59:59.000Z',
      callbackAt: '2026-07-08T16:00:00.000Z',
      amountFen: 100,
      due: false,
    })
    expect(promised).toMatchObject({
      dueAt: given(...called).dueAt,
      callbacks: { opensAt: '2026-07-08T16:00:00.000Z' },
    })
    expect(next(promised)).toMatchObject({ what: 'answer', at: promised.dueAt })
    expect(next(onward(promised, life.explain))).toMatchObject({ what: 'promise', at: '2026-07-08T15:59:59.000Z' })
  })
  test('is worth something only if the worker agreed, in live contact or in the thread', () => {
    expect(outcome(ask(given(...called), ...but(acts.promise, { workerAgreed: false })))).toBe(
      'commitment.worker-must-agree',
    )
    expect(outcome(ask(given(...signed), ...acts.promise))).toBe('commitment.worker-must-agree')
    expect(outcome(ask(given(...signed, life.try, life.write), ...acts.promise))).toBe('commitment.worker-must-agree')
    for (const reached of [[life.meet], [life.call], [life.write, life.hear]])
      expect(outcome(ask(given(...signed, ...reached), ...acts.promise))).toEqual(['CommitmentMade'])
  })
  test('is for a day that exists and lies ahead, counted in China', () => {
    for (const promisedOn of ['2026-06-15', '2026-06-01', '2026-06-31', 'soon'])
      expect(outcome(ask(given(...called), ...but(acts.promise, { promisedOn })))).toBe('commitment.past')
    const tomorrow = but(acts.promise, { promisedOn: '2026-06-16' })
    expect(outcome(ask(given(...called), ...tomorrow))).toEqual(['CommitmentMade'])
    expect(outcome(ask(given(...called), ...tomorrow, { now: '2026-06-15T16:00:00.000Z' }))).toBe('commitment.past')
  })
  test('is one at a time, of an order signed or answered', () => {
    expect(outcome(ask(promised, ...acts.promise))).toBe('commitment.one-at-a-time')
    expect(outcome(ask(given(...offered), ...acts.promise))).toBe('order.not-signed')
    expect(outcome(ask(given(...called, life.explain), ...acts.promise))).toEqual(['CommitmentMade'])
    expect(outcome(ask(given(...called, life.withdraw), ...acts.promise))).toBe('demand.closed')
  })
  test('is not done before its day; the callback of an answer counts from it', () => {
    const done = given(...called, life.deed, acts.promise)
    expect(ask(done, ...life.answer)).toEqual({
      refused: { code: 'commitment.not-due', params: { on: '2026-07-08' } },
    })
    expect(ask(done, ...life.explain)).toMatchObject({
      accepted: [{ body: { claim: 'explained', callbackDueAt: '2026-07-18T16:00:00.000Z' } }],
    })
    expect(ask(given(...called), ...life.explain)).toMatchObject({
      accepted: [{ body: { callbackDueAt: '2026-07-02T01:00:00.000Z' } }],
    })
    const passed = { ...done.order.commitment, due: true } as NonNullable<typeof done.order.commitment>
    const due = { ...done, order: { ...done.order, commitment: passed } }
    expect(outcome(ask(due, ...life.answer))).toEqual(['DemandAnswered'])
  })
})

describe('the worker who never agreed', () => {
  test('says so, and the matter is in hand again', () => {
    expect(onward(promised, acts.contradict).order.commitment).toBeNull()
    const answered = onward(promised, life.explain)
    expect(onward(answered, acts.contradict)).toMatchObject({ status: 'inHand', orderState: 'signed', claim: null })
    expect(outcome(ask(promised, people.worker, { kind: 'commitment.contradict', demand: 'd' }))).toEqual([
      'CommitmentContradicted',
    ])
  })
  test('alone says it, once, of what is open', () => {
    expect(outcome(ask(promised, people.handler, acts.contradict[1]))).toBe('commitment.workers-only')
    expect(outcome(ask(given(...called), ...acts.contradict))).toBe('commitment.nothing')
    expect(outcome(ask(onward(promised, life.withdraw), ...acts.contradict))).toBe('demand.closed')
    expect(next(onward(promised, acts.contradict))?.at).toBe(promised.dueAt)
    expect(Date.parse(promised.dueAt ?? '')).toBeGreaterThan(Date.parse(now))
  })
})
