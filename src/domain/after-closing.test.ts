import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveAt, reopenUntil, watchInstants } from './after-closing.ts'
import { calendar2026 as calendar } from './calendar/calendar.fixture.ts'
import { addDays, instantFrom, instantText, localDateOf, MINUTE_MS } from './calendar/local-time.ts'
import { limits2026 as limits } from './limit.fixture.ts'

const at = (text: string) => instantFrom(`${text}:00+08:00`)

describe('after closing', () => {
  it.each([
    ['thirty days, the 31st archives', '2026-07-21T16:00', '2026-08-20T23:59:59', '2026-08-21T00:00:00'],
    ['the 31st a Saturday archives all the same', '2026-07-22T16:00', '2026-08-21T23:59:59', '2026-08-22T00:00:00'],
    ['the 30th a Saturday may reopen until Monday', '2026-07-23T16:00', '2026-08-24T23:59:59', '2026-08-25T00:00:00'],
    ['the 30th a Sunday', '2026-07-24T16:00', '2026-08-24T23:59:59', '2026-08-25T00:00:00'],
    ['the 30th within 国庆节', '2026-09-03T00:00', '2026-10-08T23:59:59', '2026-10-09T00:00:00'],
    ['the 30th a make-up Saturday', '2026-09-10T10:00', '2026-10-10T23:59:59', '2026-10-11T00:00:00'],
  ])('%s', (_what, closed, until, archived) => {
    expect(instantText(reopenUntil(at(closed), limits, calendar))).toBe(`${until}+08:00`)
    expect(instantText(archiveAt(at(closed), limits, calendar))).toBe(`${archived}+08:00`)
  })

  it('keeps the right to reopen for at least thirty days and archives only after it', () => {
    const closing = fc.integer({ min: 0, max: 300 * 24 * 60 }).map((n) => at('2026-01-05T00:00') + n * MINUTE_MS)
    fc.assert(
      fc.property(closing, (closedAt) => {
        const until = reopenUntil(closedAt, limits, calendar)
        const archived = archiveAt(closedAt, limits, calendar)
        expect(localDateOf(until) >= addDays(localDateOf(closedAt), 30)).toBe(true)
        expect(localDateOf(archived) >= addDays(localDateOf(closedAt), 31)).toBe(true)
        expect(localDateOf(archived) <= addDays(localDateOf(closedAt), 31 + 10)).toBe(true)
        expect(archived).toBeGreaterThan(until)
      }),
    )
  })

  it('takes another span for archiving as the rules state it', () => {
    const later = { ...limits, archiveAfter: { workingDays: 40 } }
    expect(instantText(archiveAt(at('2026-07-21T16:00'), later, calendar))).toBe('2026-09-15T00:00:00+08:00')
  })

  it('asks about retaliation on day 30 and 90 at nine, holiday or not', () => {
    const asked = (closed: string) => watchInstants(at(closed), limits).map(instantText)
    expect(asked('2026-06-15T23:00')).toEqual(['2026-07-15T09:00:00+08:00', '2026-09-13T09:00:00+08:00'])
    expect(asked('2026-07-05T00:00')).toEqual(['2026-08-04T09:00:00+08:00', '2026-10-03T09:00:00+08:00'])
  })
})
