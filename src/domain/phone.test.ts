import { expect, test } from 'vitest'
import { dialledPhone } from './phone.ts'

test('a number is dialled the same however it was typed', () => {
  for (const text of [
    '13800138000',
    ' 138 0013 8000',
    '+86 138-0013-8000',
    '008613800138000',
    '１３８００１３８０００',
  ])
    expect(dialledPhone(text), text).toBe('13800138000')
  expect(dialledPhone('+44 20 7946 0958')).toBe('+442079460958')
})

test('what nobody can send a message to is no number', () => {
  for (const text of ['', '12351', '1380013800', '138001380001', '+1234567', 'abc', '010-12345678'])
    expect(dialledPhone(text), text).toBeUndefined()
})
