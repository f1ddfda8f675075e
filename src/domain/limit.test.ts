import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar/calendar.fixture.ts'
import { instantFrom, instantText } from './calendar/local-time.ts'
import { limits2026 as limits } from './limit.fixture.ts'
import {
  dueFor,
  dueWhenRaised,
  dueWhenReopened,
  isDifficulty,
  isUrgency,
  jointDue,
  limitFor,
  timesOf,
  watchDates,
} from './limit.ts'
import type { Difficulty, Urgency } from './topic.ts'

const at = (text: string) => instantFrom(`${text}:00+08:00`)
const due = (submitted: string, urgency: Urgency, difficulty: Difficulty, nature?: string) => {
  const { firstContactAt, answerAt } = dueFor(at(submitted), limitFor(urgency, difficulty, limits, nature), calendar)
  return [firstContactAt === null ? null : instantText(firstContactAt).slice(0, 16), instantText(answerAt).slice(0, 16)]
}

describe('the dues of a class', () => {
  it.each([
    ['P0', 'plain', '2026-06-19T02:00', '2026-06-19T02:30', '2026-06-19T04:00'],
    ['P1', 'plain', '2026-06-15T09:10', '2026-06-15T11:10', '2026-06-18T23:59'],
    ['P1', 'complex', '2026-06-15T09:10', '2026-06-15T11:10', '2026-06-18T23:59'],
    ['P2', 'plain', '2026-06-15T09:10', '2026-06-16T23:59', '2026-06-23T23:59'],
    ['P2', 'hard', '2026-06-15T09:10', '2026-06-16T23:59', '2026-06-30T23:59'],
    ['P2', 'complex', '2026-06-15T09:10', '2026-06-16T23:59', '2026-07-28T23:59'],
    ['P2', 'plain', '2026-04-30T18:00', '2026-05-06T23:59', '2026-05-11T23:59'],
  ] as const)('%s %s submitted %s', (urgency, difficulty, submitted, contact, answer) => {
    expect(due(submitted, urgency, difficulty)).toEqual([contact, answer])
  })

  it('gives a consultation its own, whatever its urgency', () => {
    expect(due('2026-06-15T09:10', 'P2', 'complex', 'consultation')).toEqual([null, '2026-06-16T23:59'])
  })

  it('is never later for what is more urgent', () => {
    const submitted = fc.integer({ min: 0, max: 200 * 24 * 60 }).map((n) => at('2026-01-05T00:00') + n * 60_000)
    fc.assert(
      fc.property(submitted, fc.constantFrom<Difficulty>('plain', 'hard', 'complex'), (from, difficulty) => {
        const [p0, p1, p2] = (['P0', 'P1', 'P2'] as const).map(
          (u) => dueFor(from, limitFor(u, difficulty, limits), calendar).answerAt,
        )
        expect(p0).toBeLessThanOrEqual(p1 ?? 0)
        expect(p1).toBeLessThanOrEqual(p2 ?? 0)
      }),
    )
  })
})

describe('a due that moves', () => {
  it('becomes the earlier one when priority is raised', () => {
    const limit = limitFor('P1', 'plain', limits)
    expect(dueWhenRaised(at('2026-06-23T23:59'), at('2026-06-15T10:00'), limit, calendar)).toBe(
      at('2026-06-19T00:00') - 1000,
    )
    expect(dueWhenRaised(at('2026-06-16T23:59'), at('2026-06-15T10:00'), limit, calendar)).toBe(at('2026-06-16T23:59'))
  })

  it('is half the class limit when reopened, at least one working day', () => {
    const reopened = (u: Urgency, d: Difficulty) =>
      instantText(dueWhenReopened(at('2026-06-15T10:00'), limitFor(u, d, limits), limits, calendar)).slice(0, 10)
    expect(reopened('P0', 'plain')).toBe('2026-06-16')
    expect(reopened('P1', 'plain')).toBe('2026-06-16')
    expect(reopened('P2', 'plain')).toBe('2026-06-17')
    expect(reopened('P2', 'hard')).toBe('2026-06-23')
    expect(reopened('P2', 'complex')).toBe('2026-07-07')
  })

  it("is a working day before the lead's for a joint unit, but not before its order", () => {
    const lead = at('2026-06-23T00:00') - 1000
    expect(instantText(jointDue(at('2026-06-15T10:00'), lead, limits, calendar))).toBe('2026-06-18T23:59:59+08:00')
    expect(jointDue(at('2026-06-22T10:00'), lead, limits, calendar)).toBe(at('2026-06-22T10:00'))
  })

  it('asks about retaliation on day 30 and 90', () => {
    expect(watchDates(at('2026-06-15T23:00'), limits)).toEqual(['2026-07-15', '2026-09-13'])
  })
})

describe('times as deciders ask for them', () => {
  const times = timesOf(limits, calendar)
  const of = (urgency: string, difficulty: string, nature: string | null = null) => ({ urgency, difficulty, nature })

  it('speaks ISO in UTC', () => {
    expect(times.triageDue('P1', '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T02:10:00.000Z')
    expect(times.triageDue('P2', '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T06:40:00.000Z')
    expect(times.contactDue(of('P1', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T03:10:00.000Z')
    expect(times.answerDue(of('P1', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-18T15:59:59.000Z')
    expect(times.reopenDue(of('P2', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-17T15:59:59.000Z')
  })

  it('answers a consultation within one working day, or sooner where its class is', () => {
    const at = '2026-06-15T01:10:00.000Z'
    expect(times.answerDue(of('P2', 'hard', 'consultation'), at)).toBe('2026-06-16T15:59:59.000Z')
    expect(times.answerDue(of('P2', 'hard', 'complaint'), at)).toBe('2026-06-30T15:59:59.000Z')
    expect(times.answerDue(of('P0', 'plain', 'consultation'), at)).toBe(times.answerDue(of('P0', 'plain'), at))
  })

  it('closes the callback ten working days after the due, or after a late answer', () => {
    expect(times.callbackDue('2026-06-16T02:00:00.000Z', '2026-06-18T15:59:59.000Z')).toBe('2026-07-03T15:59:59.000Z')
    expect(times.callbackDue('2026-06-22T02:00:00.000Z', '2026-06-18T15:59:59.000Z')).toBe('2026-07-06T15:59:59.000Z')
  })

  it('knows its own words', () => {
    expect(['P0', 'P1', 'P2', 'P3', ''].map(isUrgency)).toEqual([true, true, true, false, false])
    expect(['plain', 'hard', 'complex', 'easy'].map(isDifficulty)).toEqual([true, true, true, false])
    expect(() => times.answerDue(of('P9', 'plain'), '2026-06-15T01:10:00.000Z')).toThrow(RangeError)
    expect(() => times.answerDue(of('P1', 'easy'), '2026-06-15T01:10:00.000Z')).toThrow(RangeError)
  })
})
