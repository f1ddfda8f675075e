import { expect, test } from 'vitest'
import { isSurname } from './surname.ts'

const compound = ['欧阳', '司马']

test('a surname is one character, or a compound one, or one word of another script', () => {
  for (const text of ['温', '㛃', '𬱖', '欧阳', '司马', 'Smith', 'نور', '温某', '欧阳某某'])
    expect(isSurname(text, compound), text).toBe(true)
})

test('a whole name is none', () => {
  for (const text of ['温桂兰', '温桂', '欧阳兰', '温 桂兰', '温·', '', 'Mary Smith', '买买提', '温1', '温桂某'])
    expect(isSurname(text, compound), text).toBe(false)
})
