import { expect, test } from 'vitest'
import { asLogin, asPassword, isLogin, weaknessOf } from './password.ts'

const rules = { minLength: 10, maxLength: 40, common: new Set(['password123']) }

test.each([
  ['short', 'nine signs'.slice(0, 9)],
  ['short', '🌳🌳🌲🌲🌴🌴🌵🌵🎋'],
  ['long', 'correct horse battery staple correct horse'],
  ['login', 'xx-Li.Qin-2026'],
  ['few', '1111111111'],
  ['few', 'abcabcABCabc'],
  ['common', 'Password123'],
  [null, 'correct horse'],
  [null, '江湾的柳树今年发得早呀'],
])('%s: %s', (why, password) => {
  expect(weaknessOf(password, 'li.qin', rules)).toBe(why)
})

test('the same sign typed in two ways is one password', () => {
  expect(asPassword('cafe\u0301')).toBe(asPassword('caf\u00e9'))
})

test('a login is looked up as it was given', () => {
  expect(asLogin('  Li.Qin ')).toBe('li.qin')
  expect(['li.qin', 'a1', '12351-a'].every(isLogin)).toBe(true)
  expect(['', 'a', '.li', 'li qin', '李琴', 'x'.repeat(41), 'Li'].some(isLogin)).toBe(false)
})
