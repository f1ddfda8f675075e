import { expect, test } from 'vitest'
import { makeId } from '../id.ts'
import { commentNumber, readCommentNumber } from './comment-number.ts'
import { deedMark } from './slip-number.ts'

const comment = makeId(9901, Date.parse('2026-06-15T00:00:00Z'), new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))

test('a number names one comment of a realm, and is read as people type it', () => {
  const number = commentNumber(comment)
  const read = { number, realm: 9901, mark: deedMark(comment) }
  expect(readCommentNumber(number)).toEqual(read)
  expect(readCommentNumber(number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toEqual(read)
})

test('what is no number is none', () => {
  const number = commentNumber(comment)
  for (const text of [
    '',
    'PL',
    number.slice(0, -1),
    `${number}0`,
    number.replace('PL', 'SS'),
    'PL-00000-ABCDEFGH',
    'PL-99999-ABCDEFGH',
  ])
    expect(readCommentNumber(text), text).toBeUndefined()
})
