import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrears, lateAddition } from './arrears.ts'
import { overtime } from './overtime.ts'
import { decimal, nought, ratio } from './ratio.ts'
import { entitlements as rules } from './rules.fixture.ts'

const none = { monthlyFen: 0, workday: nought, restDay: nought, holiday: nought, paidFen: 0 }

describe('overtime', () => {
  it('pays ten days of two holidays like twenty-four', () => {
    // 工人日报 2021-09-01: four statutory holidays at 300 % and six rest days without another day off at 200 % are 24 days' pay.
    const worked = { ...none, monthlyFen: 217_500, holiday: ratio(4 * 8), restDay: ratio(6 * 8) }
    expect(overtime(rules, worked).fen).toBe(24 * 10_000)
  })

  it('shows each line with its numbers, and counts on with what was not rounded', () => {
    // 劳动法 Art 44, 人社部发〔2025〕2号: 6000 ÷ 21.75 ÷ 8 = 34.4827…; at 150 % for ten hours 517.24, not 34.48 × 15 = 517.20.
    const owed = overtime(rules, { ...none, monthlyFen: 600_000, workday: ratio(10) })
    expect(owed.fen).toBe(51_724)
    expect(owed.steps).toEqual([
      { what: 'hourly', formula: '6000 ÷ 21.75 ÷ 8', value: '34.48', unit: 'yuan', exact: false },
      { what: 'workday', formula: '34.48 × 150% × 10', value: '517.24', unit: 'yuan', exact: false },
    ])
    expect(owed.laws).toContain('labour-44')
  })

  it('takes off what was paid, never below nothing', () => {
    const worked = { ...none, monthlyFen: 217_500, holiday: ratio(8), restDay: ratio(8) }
    expect(overtime(rules, { ...worked, paidFen: 10_000 }).fen).toBe(40_000)
    expect(overtime(rules, { ...worked, paidFen: 60_000 })).toMatchObject({
      fen: 0,
      notes: expect.arrayContaining(['nothing']),
    })
  })

  it('never grows less with more hours, and the whole is its parts', () => {
    const hours = fc.integer({ min: 0, max: 20_000 }).map((hundredths) => ratio(hundredths, 100))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), hours, hours, hours, (monthlyFen, a, b, c) => {
        const whole = { ...none, monthlyFen, workday: a, restDay: b, holiday: c }
        const fen = overtime(rules, whole).fen
        const parts = (['workday', 'restDay', 'holiday'] as const).map(
          (kind) => overtime(rules, { ...none, monthlyFen, [kind]: whole[kind] }).fen,
        )
        expect(Math.abs(fen - parts.reduce((sum, each) => sum + each, 0))).toBeLessThanOrEqual(2)
        expect(Number.isInteger(fen)).toBe(true)
        expect(overtime(rules, { ...whole, holiday: ratio(c.n + c.d, c.d) }).fen).toBeGreaterThanOrEqual(fen)
      }),
    )
  })
})

describe('wages owed', () => {
  const input = { monthlyFen: 450_000, months: ratio(3), days: nought, paidFen: 500_000, minimumFen: 0 }

  it('are what was agreed less what came', () => {
    // 工资支付暂行规定 Art 9: all of it is due when the contract ends. 4500 × 3 − 5000 = 8500.
    expect(arrears(rules, input)).toMatchObject({ fen: 850_000, notes: ['late'] })
    // Five working days beside: 4500 ÷ 21.75 × 5 = 1034.482…
    expect(arrears(rules, { ...input, days: ratio(5) }).fen).toBe(953_448)
  })

  it('count at least the local minimum the worker names', () => {
    // 劳动法 Art 48: no wage below the local minimum.
    const owed = arrears(rules, { ...input, monthlyFen: 180_000, minimumFen: 200_000, paidFen: 0 })
    expect(owed.fen).toBe(600_000)
    expect(owed.laws).toContain('labour-48')
  })

  it('are nothing where everything came', () => {
    expect(arrears(rules, { ...input, paidFen: 1_350_000 })).toMatchObject({ fen: 0, notes: ['nothing'] })
    expect(arrears(rules, { ...input, paidFen: 2_000_000 }).fen).toBe(0)
  })

  it('may be followed by half to the whole again when an order is not obeyed', () => {
    // 劳动合同法 Art 85: 50 % to 100 % of what is due.
    expect(lateAddition(rules, 850_000)).toEqual({ fromFen: 425_000, toFen: 850_000 })
  })

  it('read parts of a month exactly', () => {
    expect(arrears(rules, { ...input, months: decimal('1.5') ?? nought, paidFen: 0 }).fen).toBe(675_000)
  })
})
