import { expect, test } from 'vitest'
import { csvOf, shownValue } from './sheet.ts'

test('the export is what is shown: hidden stays hidden, nothing is zero', () => {
  expect([shownValue(undefined), shownValue({ n: 7, hidden: null }), shownValue({ n: null, hidden: 'few' })]).toEqual([
    0,
    7,
    'hidden',
  ])
  const sheet = { head: ['工会', '听到'], rows: [{ name: '柳荫街道工会', values: [7, 'hidden' as const] }] }
  expect(csvOf(sheet, '不显示')).toBe('\uFEFF工会,听到\r\n柳荫街道工会,7,不显示\r\n')
})

test('a name is never a formula and keeps its commas', () => {
  expect(csvOf({ head: ['=1+1'], rows: [{ name: 'a,"b"', values: [] }] }, '-')).toBe('\uFEFF\'=1+1\r\n"a,""b"""\r\n')
})
