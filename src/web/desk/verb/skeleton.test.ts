import { describe, expect, it } from 'vitest'
import { fillSkeleton, firstHole } from './skeleton.ts'

const letter = {
  text: '提示函（{number}）\n{recipient}：{matter}。\n{union}',
  fields: [
    { code: 'number', name: '编号' },
    { code: 'recipient', name: '用人单位名称' },
    { code: 'matter', name: '提示的事项' },
    { code: 'union', name: '发函工会' },
  ],
}

describe('the skeleton of a letter', () => {
  it('holds what is known and says what a person must fill', () => {
    expect(fillSkeleton(letter, { recipient: '江湾精工', union: '江湾区总工会' })).toBe(
      '提示函（【编号】）\n江湾精工：【提示的事项】。\n江湾区总工会',
    )
  })

  it('is not ready while a place is open', () => {
    expect(firstHole(letter, fillSkeleton(letter, {}))).toBe('编号')
    expect(firstHole(letter, '提示函（江工函〔2026〕7号）')).toBeNull()
    expect(firstHole(letter, '依照【2012】3 号文')).toBeNull()
  })
})
