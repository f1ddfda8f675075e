import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar/calendar.fixture.ts'
import { addDays, endOfDay, instantFrom, instantText, localDateOf, MINUTE_MS } from './calendar/local-time.ts'
import { isWorkingDay, workingDaysBetween } from './calendar/office-calendar.ts'
import { limits2026 as limits } from './limit.fixture.ts'
import { limitFor } from './limit.ts'
import { dueWhenRaised, dueWhenReopened, dueWhenResumed, jointDue } from './moved-due.ts'
import type { Difficulty, Urgency } from './topic.ts'

const at = (text: string) => instantFrom(`${text}:00+08:00`)

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
    // Less than a day left: half of it.
    expect(jointDue(at('2026-06-22T09:00'), at('2026-06-22T11:00'), limits, calendar)).toBe(at('2026-06-22T10:00'))
    expect(jointDue(at('2026-06-22T12:00'), at('2026-06-22T11:00'), limits, calendar)).toBe(at('2026-06-22T12:00'))
  })
})

describe('a due after a pause', () => {
  const resumed = (paused: string, resumedAt: string, due: string) => {
    const dueAt = due.length === 10 ? endOfDay(due) : at(due)
    return instantText(dueWhenResumed(at(paused), at(resumedAt), dueAt, calendar)).slice(0, 16)
  }

  it.each([
    [
      'three working days were left over 端午, three are left',
      '2026-06-17T10:00',
      '2026-06-24T15:00',
      '2026-06-23',
      '2026-06-29',
    ],
    [
      'over the make-up Saturday of 劳动节, which counts',
      '2026-05-06T10:00',
      '2026-05-07T09:00',
      '2026-05-08',
      '2026-05-09',
    ],
    [
      'a weekend without work between costs nothing',
      '2026-06-12T10:00',
      '2026-06-14T10:00',
      '2026-06-16',
      '2026-06-16',
    ],
    ['within one day', '2026-06-17T09:00', '2026-06-17T17:20', '2026-06-17', '2026-06-17'],
    [
      'on the last day in the morning, resumed earlier in a day',
      '2026-06-17T10:00',
      '2026-06-22T09:00',
      '2026-06-17',
      '2026-06-22',
    ],
    [
      'on the last day in the morning, resumed late',
      '2026-06-17T10:00',
      '2026-06-22T17:00',
      '2026-06-17',
      '2026-06-23',
    ],
    [
      'on the last day after hours, resumed on a holiday',
      '2026-06-18T20:00',
      '2026-06-19T10:00',
      '2026-06-18',
      '2026-06-22',
    ],
    [
      'due on a day off, by an edition that came later',
      '2026-06-12T10:00',
      '2026-06-13T10:00',
      '2026-06-20',
      '2026-06-20',
    ],
    ['already late', '2026-06-18T10:00', '2026-06-25T10:00', '2026-06-17', '2026-06-17'],
  ])('%s', (_what, paused, resumedAt, due, expected) => {
    expect(resumed(paused, resumedAt, due)).toBe(`${expected}T23:59`)
  })

  it('keeps plain minutes for what is due in minutes, at night too', () => {
    expect(resumed('2026-06-19T02:30', '2026-06-19T05:00', '2026-06-19T04:00')).toBe('2026-06-19T06:30')
  })

  const minute = fc.integer({ min: 0, max: 120 * 24 * 60 }).map((n) => at('2026-04-20T00:00') + n * MINUTE_MS)
  const dueDay = fc.integer({ min: 0, max: 120 }).map((n) => endOfDay(addDays('2026-04-20', n)))
  const dues = fc.oneof(minute, dueDay)

  it('is the old due when nothing was paused, never earlier, and never earlier for a later resumption', () => {
    fc.assert(
      fc.property(minute, minute, minute, dues, (pausedAt, one, other, dueAt) => {
        const resume = (resumedAt: number) => dueWhenResumed(pausedAt, resumedAt, dueAt, calendar)
        expect(resume(pausedAt)).toBe(dueAt)
        expect(resume(one)).toBeGreaterThanOrEqual(dueAt)
        expect(resume(Math.max(one, other))).toBeGreaterThanOrEqual(resume(Math.min(one, other)))
      }),
    )
  })

  it('is never earlier for a later due day', () => {
    fc.assert(
      fc.property(minute, minute, dueDay, dueDay, (pausedAt, resumedAt, one, other) => {
        const due = (dueAt: number) => dueWhenResumed(pausedAt, resumedAt, dueAt, calendar)
        expect(due(Math.max(one, other))).toBeGreaterThanOrEqual(due(Math.min(one, other)))
      }),
    )
  })

  it('leaves as many working days as there were, and ends a day on a day that is worked', () => {
    fc.assert(
      fc.property(minute, minute, dueDay, (pausedAt, resumedAt, dueAt) => {
        fc.pre(resumedAt > pausedAt && dueAt > pausedAt && isWorkingDay(calendar, localDateOf(dueAt)))
        const due = dueWhenResumed(pausedAt, resumedAt, dueAt, calendar)
        const left = (from: number, to: number) => workingDaysBetween(calendar, localDateOf(from), localDateOf(to))
        expect(due).toBe(endOfDay(localDateOf(due)))
        expect(isWorkingDay(calendar, localDateOf(due))).toBe(true)
        if (left(pausedAt, dueAt) > 0) expect(left(resumedAt, due)).toBe(left(pausedAt, dueAt))
        else expect(left(resumedAt, due)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('keeps the length of what is due in minutes to the millisecond', () => {
    fc.assert(
      fc.property(minute, minute, minute, (pausedAt, resumedAt, dueAt) => {
        fc.pre(resumedAt >= pausedAt && dueAt > pausedAt)
        expect(dueWhenResumed(pausedAt, resumedAt, dueAt, calendar) - resumedAt).toBe(dueAt - pausedAt)
      }),
    )
  })
})
