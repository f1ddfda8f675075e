import { expect, it } from 'vitest'
import { readYuan, sayYuan } from './yuan.ts'

it.each([
  ['38600', 3_860_000],
  ['38,600.5', 3_860_050],
  ['３８６００．００ 元', 3_860_000],
  ['0.07', 7],
  ['1.005', null],
  ['-3', null],
  ['', null],
  ['3e5', null],
  ['999999999999', null],
])('reads %s', (text, fen) => {
  expect(readYuan(text)).toBe(fen)
})

it.each([
  [3_860_000, '38,600.00'],
  [7, '0.07'],
  [123_456_789_01, '123,456,789.01'],
])('says %d', (fen, text) => {
  expect(sayYuan(fen)).toBe(text)
  expect(readYuan(text)).toBe(fen)
})
