import { expect, test } from 'vitest'
import { suggestTopic } from './topic-suggest.ts'

const topics = [
  { code: 'A01', words: ['拖欠工资', '工资没发'] },
  { code: 'A03', words: ['加班费', '加班工资'] },
  { code: 'C01', words: ['12 小时'] },
]

test.each([
  ['三月到五月的加班费一直没有发', 'A03'],
  ['工资没发，问了拖欠工资的事，还差一点加班费', 'A01'],
  ['每天 1２小时', 'C01'],
])('%s: %s', (text, code) => expect(suggestTopic(text, topics)).toBe(code))

test('says nothing where nothing is near, or two are equally near', () => {
  expect(suggestTopic('', topics)).toBeUndefined()
  expect(suggestTopic('食堂的饭', topics)).toBeUndefined()
  expect(suggestTopic('工资没发，加班工资', topics)).toBeUndefined()
})
