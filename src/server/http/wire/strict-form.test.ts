import { expect, test } from 'vitest'
import { parseStrictForm } from './strict-form.ts'

test('fields are decoded, repeated names give a list', () => {
  const read = parseStrictForm('text=%E6%89%8E%E6%A0%B9+now&topic=a&topic=b&empty=&bare')
  expect(read).toEqual({ form: { text: '扎根 now', topic: ['a', 'b'], empty: '', bare: '' } })
})

test('a field named like a prototype is only a field', () => {
  const read = parseStrictForm('__proto__=x')
  expect('form' in read && Object.keys(read.form)).toEqual(['__proto__'])
})

test.each([
  ['text=%E6%89', 'text'],
  ['text=%zz', 'text'],
  ['text=a%00b', 'text'],
  ['%ff=1', ''],
  ['a=1&'.repeat(600), ''],
])('what cannot be read is refused with its name: %s', (text, field) => {
  expect(parseStrictForm(text)).toEqual({ field })
})
