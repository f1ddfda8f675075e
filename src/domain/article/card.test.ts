import { expect, test } from 'vitest'
import { cardLines, namesPart, partNumber } from './card.ts'

test('a card holds the title in three lines at most and never half a character', () => {
  expect(cardLines('扎根群众')).toEqual(['扎根群众'])
  expect(cardLines(`𠮷${'字'.repeat(14)}`)).toEqual([`𠮷${'字'.repeat(13)}`, '字'])
  expect(cardLines('字'.repeat(60)).map((line) => [...line].length)).toEqual([14, 14, 14])
  expect(cardLines('字'.repeat(60)).at(-1)).toMatch(/…$/)
  expect(cardLines('')).toEqual([])
})

test('parts are counted as people count them', () => {
  const told = [1, 2, 10, 12, 20, 21, 100, 103, 110, 115, 230].map(partNumber)
  expect(told).toEqual([
    '一',
    '二',
    '十',
    '十二',
    '二十',
    '二十一',
    '一百',
    '一百零三',
    '一百一十',
    '一百一十五',
    '二百三十',
  ])
})

test('a title that says its part says it once', () => {
  for (const title of ['扎根群众（二）听懂了再动手', '扎根群众(二)', '扎根群众 （ 2 ）'])
    expect(namesPart(title, 2), title).toBe(true)
  for (const title of ['扎根群众', '扎根群众（十二）', '扎根群众（一）', '二'])
    expect(namesPart(title, 2), title).toBe(false)
})
