import { expect, test } from 'vitest'
import { makeId } from '../id.ts'
import { deedMark, readSlipNumber, slipNumber } from './slip-number.ts'

const id = makeId(9901, Date.parse('2026-06-25T02:00:00Z'), new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))

test('a slip number says realm, deed, side and count, and is read back as written', () => {
  const number = slipNumber(id, 'workers', 12)
  expect(number).toMatch(/^SS-09901-[0-9A-HJKMNP-TV-Z]{8}-W12$/)
  expect(readSlipNumber(number)).toEqual({ number, realm: 9901, mark: deedMark(id), side: 'workers', n: 12 })
})

test('typed by hand: small letters, blanks, full width, O for 0 and I for 1', () => {
  const number = slipNumber(id, 'enterprise', 1)
  const typed = number.toLowerCase().replaceAll('-', ' ').replace('09901', 'o99oi')
  expect(readSlipNumber(`　${typed}`)?.number).toBe(number)
})

test('what is none reads as none', () => {
  for (const text of [
    '',
    'SQ-990102-20260616-000001-4',
    'SS-00000-00000000-W1',
    'SS-09901-UUUUUUUU-W1',
    'SS-09901-00000000-W0',
  ])
    expect(readSlipNumber(text)).toBeUndefined()
})

test('two deeds of one moment have two marks', () => {
  const other = makeId(9901, Date.parse('2026-06-25T02:00:00Z'), new Uint8Array([1, 2, 3, 4, 5, 6, 7, 12]))
  expect(deedMark(other)).not.toBe(deedMark(id))
})
