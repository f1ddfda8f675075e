import { expect, test } from 'vitest'
import { wordsNameSomeone } from './issued-words.ts'

const refusal = (field: string, line: number, found: string) => ({
  refused: { code: 'words.names-someone', params: { field, line, found } },
})

test('words about the matter pass, with their days, sums and numbers of papers', () => {
  const text = '总工发〔2012〕1号：1月31日前走遍2500家企业，每人8学时，12351随时能打。'
  expect(wordsNameSomeone({ title: text, agenda: [text, '讲话'], place: undefined, aim: null })).toBeNull()
})

test('a number that reaches or names somebody is refused with the field and the line it stands in', () => {
  expect(wordsNameSomeone({ title: '找 13800138000' })).toEqual(refusal('title', 1, 'phone'))
  expect(wordsNameSomeone({ title: '动员会', agenda: ['讲话', '电话 010-65123456'] })).toEqual(
    refusal('agenda', 2, 'phone'),
  )
  expect(wordsNameSomeone({ what: '帮扶 11010119800101123X' })).toEqual(refusal('what', 1, 'id-number'))
  expect(wordsNameSomeone({ text: '打到 4111 1111 1111 1111' })).toMatchObject({
    refused: { params: { field: 'text', found: 'bank-card' } },
  })
})
