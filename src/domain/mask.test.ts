import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal, MASK, maskPersonal } from './mask.ts'

const kinds = (text: string) => findPersonal(text).map(({ kind }) => kind)

describe('personal content in free text', () => {
  it.each([
    ['我的手机13800138000', 'mobile'],
    ['打 138-0013-8000 找我', 'mobile'],
    ['+86 138 0013 8000', 'mobile'],
    ['８６１３８００１３８０００', 'mobile'],
    ['1 3 8 0 0 1 3 8 0 0 0', 'mobile'],
    ['幺三八零零幺三八零零零', 'mobile'],
    ['办公室 010-62345678', 'landline'],
    ['（0571）8765432', 'landline'],
    ['客服400-123-4567', 'landline'],
    ['座机：8765432', 'landline'],
    ['身份证11010519491231002X。', 'id-number'],
    ['11010519491231002x', 'id-number'],
    ['110105 19491231 0021', 'id-number'],
    ['990102195803174565', 'id-number'],
    ['老证110105491231002', 'id-number'],
    ['卡号 6222 0200 0000 0000 000', 'bank-card'],
    ['4111111111111111', 'bank-card'],
    ['车牌京A12345', 'plate'],
    ['粤b·D12345新能源', 'plate'],
    ['川A 1234警', 'plate'],
    ['1380013800013900139000', 'long-number'],
  ])('%s holds a %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
    expect(maskPersonal(text).text).toHaveLength(text.length)
  })

  it.each([
    '欠了我们十个人40000元，一共400000元',
    '2026-06-15 09:10 到 2026-06-18',
    '流水号 SQ-990102-20260615-000001-7',
    '代码 91990102MA0000015T',
    '打12351或者110、119、120、12356',
    '工号 20260615，十二个月没发',
    '金额 400000000000 分',
    '一二三四五，上山打老虎',
    '在川AB楼下',
  ])('%s is left alone', (text) => {
    expect(maskPersonal(text)).toEqual({ text, found: [] })
  })

  it('masks only what it found', () => {
    const { text, found } = maskPersonal('张三13800138000，京A12345')
    expect(text).toBe(`张三${MASK.repeat(11)}，${MASK.repeat(7)}`)
    expect(found).toEqual([
      { kind: 'mobile', from: 2, to: 13 },
      { kind: 'plate', from: 14, to: 21 },
    ])
  })

  const pieces = fc.oneof(
    fc.constantFrom(
      '13800138000',
      '11010519491231002X',
      '4111111111111111',
      '京A12345',
      '010-62345678',
      ' ',
      '-',
      '，',
      '电话',
      '一三八',
    ),
    fc.string({ maxLength: 6, unit: 'grapheme' }),
    fc.stringMatching(/^[0-9 -]{0,12}$/),
  )

  it('leaves none behind, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const before = parts.join('')
        const { text } = maskPersonal(before)
        expect(findPersonal(text)).toEqual([])
        expect(text).toHaveLength(before.length)
        expect(maskPersonal(text).text).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('finds a mobile number among words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', ' ', '：', '我'), (number, before) => {
        expect(maskPersonal(`${before}${number}，急`).text).not.toContain(number.slice(3))
      }),
    )
  })
})
