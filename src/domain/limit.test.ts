import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026 as calendar } from './calendar/calendar.fixture.ts'
import { instantFrom, instantText } from './calendar/local-time.ts'
import { limits2026 as limits } from './limit.fixture.ts'
import { dueFor, isDifficulty, isUrgency, limitFor } from './limit.ts'
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

describe('codes of a class', () => {
  it('are the ones the rules know', () => {
    expect(['P0', 'P1', 'P2', 'P3', ''].map(isUrgency)).toEqual([true, true, true, false, false])
    expect(['plain', 'hard', 'complex', 'easy'].map(isDifficulty)).toEqual([true, true, true, false])
  })
})
