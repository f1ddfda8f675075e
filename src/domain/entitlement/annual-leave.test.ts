import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnnualLeaveInput, annualLeave, leaveDays } from './annual-leave.ts'
import { entitlements as rules } from './rules.fixture.ts'

const year = { year: 2025, years: 5, joinedOn: null, leftOn: null, taken: 0, monthlyFen: 435_000, waived: false }
const due = (change: Partial<AnnualLeaveInput>) => {
  const owed = annualLeave(rules, { ...year, ...change })
  return { days: owed.steps.find(({ what }) => what === 'leave-due')?.value, fen: owed.fen }
}

it('is 5, 10 and 15 days from 1, 10 and 20 years of work on', () => {
  // 职工带薪年休假条例 Art 3, both sides of each bound.
  expect([0, 1, 9, 10, 19, 20, 40].map((years) => leaveDays(rules, years))).toEqual([0, 5, 5, 10, 10, 15, 15])
})

describe('pay for leave not given', () => {
  it('is twice the daily wage beside the ordinary one', () => {
    // 企业职工带薪年休假实施办法 Art 10, 11: 4350 ÷ 21.75 = 200 a day, 300 % of it less the 100 % already paid, five days.
    expect(due({})).toEqual({ days: '5', fen: 200_000 })
    expect(due({ taken: 3 })).toEqual({ days: '2', fen: 80_000 })
    expect(due({ taken: 7 })).toEqual({ days: '0', fen: 0 })
  })

  it('counts who joined in the year by the days left, without the part of a day', () => {
    // Art 5: (calendar days left in the year ÷ 365) × days of a whole year; 1 July to 31 December are 184: 184 ÷ 365 × 5 = 2.52.
    expect(due({ joinedOn: '2025-07-01' })).toEqual({ days: '2', fen: 80_000 })
    // 219 days are 3 whole days to the day; the day after them they are not.
    expect(due({ joinedOn: '2025-05-27' }).days).toBe('3')
    expect(due({ joinedOn: '2025-05-28' }).days).toBe('2')
  })

  it('counts who left by the days gone, less those given, without the part of a day', () => {
    // Art 12: (calendar days gone ÷ 365) × days of a whole year − days given. To 30 June are 181: 181 ÷ 365 × 5 = 2.47.
    expect(due({ leftOn: '2025-06-30' })).toEqual({ days: '2', fen: 80_000 })
    expect(due({ leftOn: '2025-06-30', taken: 1 }).days).toBe('1')
    // More given than due is not taken back.
    expect(due({ leftOn: '2025-06-30', taken: 5 })).toEqual({ days: '0', fen: 0 })
  })

  it('is nothing to whoever wrote that they wanted none', () => {
    // Art 10 (2): only the ordinary wage.
    expect(annualLeave(rules, { ...year, waived: true })).toMatchObject({
      fen: 0,
      notes: expect.arrayContaining(['leave-waived']),
    })
  })

  it('brings no more in a leap year than a whole one', () => {
    expect(due({ ...{ year: 2024, years: 20 }, leftOn: '2024-12-31' }).days).toBe('15')
  })

  it('never grows less with a longer stay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }), (month, day) => {
        const on = (d: number) => `2025-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        expect(due({ years: 20, leftOn: on(day + 1) }).fen).toBeGreaterThanOrEqual(
          due({ years: 20, leftOn: on(day) }).fen,
        )
      }),
    )
  })
})
