import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/local-time.ts'
import { noContract } from './no-contract.ts'
import { addMonths, daysWithin, weekdaysWithin, wholeMonths } from './period.ts'
import { entitlements as rules } from './rules.fixture.ts'
import { type SeveranceKind, severance } from './severance.ts'

describe('months', () => {
  it('end on the same day, or the last there is', () => {
    // 民法典 Art 202.
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15')
    expect(wholeMonths('2025-03-01', '2025-03-31')).toBe(1)
    expect(wholeMonths('2025-03-01', '2025-03-30')).toBe(0)
    expect(wholeMonths('2025-03-02', '2025-03-01')).toBe(0)
    expect(daysWithin('2025-01-01', '2025-12-31')).toBe(365)
    expect(daysWithin('2025-02-02', '2025-02-01')).toBe(0)
    expect(weekdaysWithin('2025-06-01', '2025-06-30')).toBe(21)
  })

  it('make up the time they were counted in', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2005-01-01', days))
    fc.assert(
      fc.property(day, day, (from, to) => {
        const months = wholeMonths(from, to)
        if (months > 0) expect(addMonths(from, months) <= addDays(to, 1)).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      }),
    )
  })
})

describe('the second wage where nothing was put in writing', () => {
  const input = { startedOn: '2025-01-01', signedOn: null, untilOn: '2026-06-30', monthlyFen: 500_000 }

  it('runs eleven months at most, and the contract is open-ended after', () => {
    // 实施条例 Art 7: from the day after a full month to the day before a full year.
    const owed = noContract(rules, input)
    expect(owed).toMatchObject({ fen: 11 * 500_000, notes: expect.arrayContaining(['open-ended']) })
    expect(owed.steps[0]).toMatchObject({ formula: '2025-02-01 … 2025-12-31', value: '11' })
  })

  it('ends the day before it was put in writing', () => {
    // 实施条例 Art 6: 1 February to 31 May are four months.
    expect(noContract(rules, { ...input, signedOn: '2025-06-01' }).fen).toBe(4 * 500_000)
    expect(noContract(rules, { ...input, signedOn: '2025-06-01' }).notes).not.toContain('open-ended')
  })

  it('is nothing within the first month', () => {
    // 劳动合同法 Art 10, both sides of the bound.
    expect(noContract(rules, { ...input, signedOn: '2025-02-01' })).toMatchObject({
      fen: 0,
      notes: ['contract-in-time'],
    })
    expect(noContract(rules, { ...input, signedOn: '2025-02-04' }).fen).toBeGreaterThan(0)
  })

  it('counts part of a month by its weekdays', () => {
    // 2 to 6 June 2025 are Monday to Friday: 4350 ÷ 21.75 × 5 = 1000 beside four months.
    const owed = noContract(rules, { ...input, monthlyFen: 435_000, untilOn: '2025-06-08' })
    expect(owed.fen).toBe(4 * 435_000 + 100_000)
  })
})

describe('severance', () => {
  const input = {
    ...{ kind: 'lawful' as SeveranceKind, startedOn: '2020-01-01', endedOn: '2022-12-31' },
    ...{ monthlyFen: 600_000, lastFen: 650_000, minimumFen: 0, averageFen: 0 },
  }
  const fen = (change: Partial<typeof input>) => severance(rules, { ...input, ...change }).fen

  it('is a month for each year, a year from six months on, half a month below', () => {
    // 劳动合同法 Art 47 (1), both sides of six months.
    expect(fen({})).toBe(1_800_000)
    expect(fen({ endedOn: '2023-06-29' })).toBe(2_100_000)
    expect(fen({ endedOn: '2023-06-30' })).toBe(2_400_000)
    expect(fen({ endedOn: '2023-01-01' })).toBe(2_100_000)
    expect(fen({ startedOn: '2022-12-01' })).toBe(300_000)
  })

  it('takes three times the local average at most, and then twelve years', () => {
    // Art 47 (2). 10,000 is three times nothing below 3,333.33; 15 years at 9,000 are cut to twelve.
    const long = { startedOn: '2008-01-01', monthlyFen: 1_000_000 }
    expect(fen({ ...long, averageFen: 300_000 })).toBe(900_000 * 12)
    expect(fen({ ...long, averageFen: 400_000 })).toBe(1_000_000 * 15)
    // Exactly three times is not above it.
    expect(fen({ ...long, averageFen: 300_000, monthlyFen: 900_000 })).toBe(900_000 * 15)
  })

  it('takes the local minimum at least', () => {
    // 实施条例 Art 27.
    expect(fen({ monthlyFen: 150_000, minimumFen: 200_000 })).toBe(600_000)
  })

  it('is doubled, and not added to, where the dismissal was unlawful', () => {
    // 劳动合同法 Art 87, 实施条例 Art 25.
    expect(fen({ kind: 'unlawful' })).toBe(3_600_000)
  })

  it('comes with the wage of the last month in place of notice', () => {
    // 劳动合同法 Art 40, 实施条例 Art 20.
    expect(fen({ kind: 'no-notice' })).toBe(1_800_000 + 650_000)
  })

  it('says where older rules held', () => {
    // 劳动合同法 Art 97 (3).
    expect(severance(rules, { ...input, startedOn: '2007-12-31' }).notes).toContain('before-2008')
    expect(severance(rules, { ...input, startedOn: '2008-01-01' }).notes).not.toContain('before-2008')
  })

  it('never grows less with the days or the wage', () => {
    const kinds: readonly SeveranceKind[] = ['lawful', 'no-notice', 'unlawful']
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.constantFrom(...kinds),
        (days, monthlyFen, kind) => {
          const at = { ...input, kind, monthlyFen, startedOn: '2008-01-01', endedOn: addDays('2008-01-01', days) }
          expect(fen({ ...at, endedOn: addDays(at.endedOn, 1) })).toBeGreaterThanOrEqual(fen(at))
          expect(fen({ ...at, monthlyFen: monthlyFen + 1 })).toBeGreaterThanOrEqual(fen(at))
          expect(Number.isInteger(fen(at))).toBe(true)
        },
      ),
    )
  })
})
