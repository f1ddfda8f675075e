import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar/calendar.fixture.ts'
import { instantFrom, instantText, MINUTE_MS } from './calendar/local-time.ts'
import { officeMinutesBetween } from './calendar/office-time.ts'
import { limits2026 as limits } from './limit.fixture.ts'
import { timesOf } from './times-of.ts'

const times = timesOf(limits, calendar)
const of = (urgency: string, difficulty: string, nature: string | null = null) => ({ urgency, difficulty, nature })
/** Chinese clock time to UTC text, and back, so that the vectors read as the scenarios do. */
const utc = (text: string) => new Date(instantFrom(`${text}+08:00`)).toISOString()
const local = (text: string | null) => text && instantText(instantFrom(text)).slice(0, 19)
const plus = (from: string, minutes: number) => new Date(instantFrom(from) + minutes * MINUTE_MS).toISOString()
const starts = fc.integer({ min: 0, max: 250 * 24 * 60 }).map((n) => plus(utc('2026-01-05T00:00'), n))

describe('the dues of a demand', () => {
  it('are ISO 8601 in UTC', () => {
    expect(times.triageDue('P1', '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T02:10:00.000Z')
    expect(times.triageDue('P2', '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T06:40:00.000Z')
    expect(times.contactDue(of('P1', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-15T03:10:00.000Z')
    expect(times.answerDue(of('P1', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-18T15:59:59.000Z')
    expect(times.reopenDue(of('P2', 'plain'), '2026-06-15T01:10:00.000Z')).toBe('2026-06-17T15:59:59.000Z')
  })

  it.each([
    ['2026-06-15T07:50', { workingDays: 5 }, '2026-06-23'],
    ['2026-04-30T10:00', { workingDays: 3 }, '2026-05-08'],
    ['2026-06-12T10:00', { calendarDays: 7 }, '2026-06-22'],
    ['2026-06-16T09:05', { workingDays: 5 }, '2026-06-24'],
    ['2026-07-10T16:00', { workingDays: 15 }, '2026-07-31'],
    ['2026-05-08T10:00', { workingDays: 1 }, '2026-05-09'],
  ])('from %s over %o end with %s', (from, span, on) => {
    expect(local(times.spanAfter(utc(from), span))).toBe(`${on}T23:59:59`)
  })

  it('answer a consultation within one working day, or sooner where its class is', () => {
    const at = utc('2026-06-15T09:10')
    expect(local(times.answerDue(of('P2', 'hard', 'consultation'), at))).toBe('2026-06-16T23:59:59')
    expect(local(times.answerDue(of('P2', 'hard', 'complaint'), at))).toBe('2026-06-30T23:59:59')
    expect(local(times.answerDue(of('P0', 'plain', 'consultation'), at))).toBe('2026-06-15T11:10:00')
    expect(local(times.reopenDue(of('P2', 'complex', 'consultation'), at))).toBe('2026-06-16T23:59:59')
  })

  it('ask an interim report of the longest class only', () => {
    const at = utc('2026-06-15T09:10')
    expect(local(times.interimAt(of('P2', 'complex'), at))).toBe('2026-06-30T23:59:59')
    for (const other of [of('P2', 'hard'), of('P1', 'complex'), of('P2', 'complex', 'consultation')])
      expect(times.interimAt(other, at)).toBe(null)
  })

  it('refuse codes and days that do not exist', () => {
    expect(() => times.answerDue(of('P9', 'plain'), '2026-06-15T01:10:00.000Z')).toThrow(RangeError)
    expect(() => times.answerDue(of('P1', 'easy'), '2026-06-15T01:10:00.000Z')).toThrow(RangeError)
    expect(() => times.autoSignAt('2026-06-15T01:10:00.000Z', 'P7')).toThrow(RangeError)
    expect(() => times.afterPromise('2026-06-31')).toThrow(RangeError)
    expect(() => times.promiseInstant('2026-06-15T01:10:00.000Z')).toThrow(RangeError)
    expect(() => times.superviseAt('2026-06-15T01:10:00')).toThrow(RangeError)
  })
})

describe('ten unpaid builders', () => {
  it('keep the times of the scenario', () => {
    const raised = utc('2026-06-15T09:10')
    expect(local(times.contactDue(of('P1', 'complex'), raised))).toBe('2026-06-15T11:10:00')
    expect(local(times.answerDue(of('P1', 'complex'), raised))).toBe('2026-06-18T23:59:59')
    expect(local(times.promiseInstant('2026-07-08'))).toBe('2026-07-08T23:59:59')
    expect(local(times.afterPromise('2026-07-08'))).toBe('2026-07-09T00:00:00')
    const closed = utc('2026-07-21T10:00')
    expect(local(times.reopenUntil(closed))).toBe('2026-08-20T23:59:59')
    expect(local(times.archiveAt(closed))).toBe('2026-08-21T00:00:00')
    expect(times.watchAt(closed).map(local)).toEqual(['2026-08-20T09:00:00', '2026-10-19T09:00:00'])
  })
})

describe('the times of an order', () => {
  it('sign by themselves after four working hours, a danger after ten minutes of any night', () => {
    expect(local(times.autoSignAt(utc('2026-06-18T16:30'), 'P2'))).toBe('2026-06-22T11:30:00')
    expect(local(times.autoSignAt(utc('2026-06-15T09:10'), 'P1'))).toBe('2026-06-15T14:40:00')
    expect(local(times.autoSignAt(utc('2026-06-19T22:14'), 'P0'))).toBe('2026-06-19T22:24:00')
  })

  it('give an objection four working hours, a ruling and an approval one working day', () => {
    const thursday = utc('2026-06-18T16:30')
    expect(local(times.objectUntil(thursday))).toBe('2026-06-22T11:30:00')
    expect(local(times.rulingDue(thursday))).toBe('2026-06-22T23:59:59')
    expect(local(times.approvalDue(thursday))).toBe('2026-06-22T23:59:59')
    expect(local(times.approvalDue(times.approvalDue(thursday)))).toBe('2026-06-23T23:59:59')
  })

  it('ask a joint unit a working day before the lead', () => {
    const lead = utc('2026-06-18T23:59:59')
    expect(local(times.jointDue(utc('2026-06-15T11:30'), lead))).toBe('2026-06-17T23:59:59')
    expect(local(times.jointDue(utc('2026-06-18T11:59:59'), lead))).toBe('2026-06-18T17:59:59')
  })
})

describe('a due on its way', () => {
  it('is warned of when four fifths of the working time have passed', () => {
    // 06-15 08:30 to the end of 06-19, a holiday: four days of 7.5 hours; four fifths are 24 hours of them.
    expect(local(times.warnAt(utc('2026-06-15T08:30'), utc('2026-06-19T23:59:59')))).toBe('2026-06-18T10:00:00')
    // Two hours in the night of 端午 for danger to life: no office is open, so plain time.
    expect(local(times.warnAt(utc('2026-06-19T02:00'), utc('2026-06-19T04:00')))).toBe('2026-06-19T03:36:00')
    expect(local(times.warnAt(utc('2026-06-16T10:00'), utc('2026-06-15T10:00')))).toBe('2026-06-15T10:00:00')
  })

  it('is warned of between start and due, with four fifths of the office time behind', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 30_000 }), (from, minutes) => {
        const due = plus(from, minutes)
        const warn = times.warnAt(from, due)
        expect(warn >= from && warn <= due).toBe(true)
        const worked = (to: string) => officeMinutesBetween(calendar, instantFrom(from), instantFrom(to))
        if (worked(due) > 0) expect(worked(warn)).toBeCloseTo(0.8 * worked(due), 3)
        else expect(instantFrom(warn) - instantFrom(from)).toBeCloseTo(0.8 * minutes * MINUTE_MS, 0)
      }),
    )
  })

  it('goes to the supervising office five working days after', () => {
    expect(local(times.superviseAt(utc('2026-06-18T23:59:59')))).toBe('2026-06-26T23:59:59')
  })

  it('pauses as long as the reason allows, and comes back with what was left', () => {
    const paused = utc('2026-06-17T10:00')
    expect(times.pauseUntilMost(null, paused)).toBe(null)
    expect(local(times.pauseUntilMost(limits.clock.pauseForWorker, paused))).toBe('2026-07-02T23:59:59')
    expect(local(times.resumedDue(paused, utc('2026-06-24T15:00'), utc('2026-06-23T23:59:59')))).toBe(
      '2026-06-29T23:59:59',
    )
  })

  it('is extended by its own limit once more', () => {
    expect(local(times.extendedDue(of('P2', 'plain'), utc('2026-06-23T23:59:59')))).toBe('2026-06-30T23:59:59')
    expect(local(times.extendedDue(of('P0', 'plain'), utc('2026-06-19T04:00')))).toBe('2026-06-19T06:00:00')
    expect(local(times.extendedDue(of('P2', 'hard', 'consultation'), utc('2026-06-16T23:59:59')))).toBe(
      '2026-06-17T23:59:59',
    )
  })

  it('comes sooner when priority rises, and later only when lowering gives more', () => {
    const old = utc('2026-06-23T23:59:59')
    expect(local(times.reclassedDue(of('P1', 'plain'), utc('2026-06-16T10:00'), old))).toBe('2026-06-22T23:59:59')
    expect(local(times.reclassedDue(of('P1', 'plain'), utc('2026-06-22T10:00'), old))).toBe('2026-06-23T23:59:59')
    expect(local(times.reclassedDue(of('P0', 'plain'), utc('2026-06-19T23:00'), old))).toBe('2026-06-20T01:00:00')
    expect(local(times.loweredDue(of('P2', 'hard'), utc('2026-06-15T09:10'), old))).toBe('2026-06-30T23:59:59')
    expect(local(times.loweredDue(of('P1', 'plain'), utc('2026-06-15T09:10'), old))).toBe('2026-06-23T23:59:59')
  })

  it('never moves later by raising nor sooner by extending, lowering or resuming', () => {
    const classes = fc.tuple(fc.constantFrom('P0', 'P1', 'P2'), fc.constantFrom('plain', 'hard', 'complex'))
    const natures = fc.constantFrom(null, 'consultation', 'complaint')
    fc.assert(
      fc.property(classes, natures, starts, starts, ([urgency, difficulty], nature, from, old) => {
        const kind = of(urgency, difficulty, nature)
        expect(times.reclassedDue(kind, from, old) <= old).toBe(true)
        expect(times.loweredDue(kind, from, old) >= old).toBe(true)
        expect(times.extendedDue(kind, old) > old).toBe(true)
        expect(times.resumedDue(from, plus(from, 3000), old) >= old).toBe(true)
      }),
    )
  })
})

describe('the callback', () => {
  it('closes ten working days after the due, or after a late answer', () => {
    const due = utc('2026-06-18T23:59:59')
    expect(local(times.callbackDue(utc('2026-06-16T10:00'), due))).toBe('2026-07-03T23:59:59')
    expect(local(times.callbackDue(utc('2026-06-22T10:00'), due))).toBe('2026-07-06T23:59:59')
  })

  it('opens at the due without any answer', () => {
    const due = utc('2026-06-18T23:59:59')
    expect(times.callbackOpensAt(due)).toBe(due)
    expect(times.callbackCloseAt(times.callbackOpensAt(due))).toBe(times.callbackDue(utc('2026-06-16T10:00'), due))
    expect(local(times.callbackCloseAt(times.afterPromise('2026-07-08')))).toBe('2026-07-23T23:59:59')
  })
})

describe('a provisional calendar', () => {
  it('marks a due that lies in its year or was counted through it', () => {
    expect(times.provisional(utc('2026-12-31T23:59:59'))).toBe(false)
    expect(times.provisional(utc('2027-01-01T00:00'))).toBe(true)
    expect(times.provisional(utc('2027-01-05T23:59:59'), utc('2026-12-30T10:00'))).toBe(true)
    expect(times.provisional(utc('2026-06-30T23:59:59'), utc('2026-06-15T10:00'))).toBe(false)
  })
})
