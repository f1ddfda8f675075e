import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenFrom, yuan } from './owed.ts'
import { decimal, minus, nought, over, plus, ratio, rounded, times, wholeOf, written } from './ratio.ts'

describe('an exact fraction', () => {
  it('is rounded a half upwards, once', () => {
    expect([rounded(ratio(5, 10)), rounded(ratio(49, 100)), rounded(ratio(-5, 10))]).toEqual([1, 0, 0])
    expect(wholeOf(ratio(1479, 365))).toBe(4)
    expect(wholeOf(ratio(-1, 365))).toBe(-1)
  })

  it('is 21.75 days a month as the notice reckons them', () => {
    // 人社部发〔2025〕2号: (365 − 104) ÷ 12 = 21.75; (365 − 104 − 13) ÷ 12 = 20.67.
    expect(over(ratio(365 - 104), ratio(12))).toEqual(decimal('21.75'))
    expect(written(over(ratio(365 - 104 - 13), ratio(12)))).toEqual({ text: '20.67', exact: false })
  })

  it('divides and multiplies back to what it was, where a float does not', () => {
    const share = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 9_999 }))
    fc.assert(
      fc.property(share, share, ([a, b], [c, d]) => {
        const [one, other] = [ratio(a, b), ratio(c, d)]
        expect(minus(plus(one, other), other)).toEqual(one)
        if (other.n !== nought.n) expect(times(over(one, other), other)).toEqual(one)
      }),
    )
    expect(() => over(ratio(1), nought)).toThrow(RangeError)
  })
})

describe('money as typed', () => {
  it('is read however a phone writes it, and never guessed', () => {
    expect(['6000', '6,000.50', '６０００元', '¥0.1', ' 12.34 元'].map(fenFrom)).toEqual([
      600_000, 600_050, 600_000, 10, 1234,
    ])
    expect(['', '-5', '1.234', '六千', '1e5', '99999999', '6000左右'].map(fenFrom)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
        expect(fenFrom(yuan(fen))).toBe(fen)
      }),
    )
  })
})
