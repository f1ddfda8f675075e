import { expect, test } from 'vitest'
import { textOfBytes } from './chosen-text.ts'

const text = '登录名,课次\nagent,1\n'

test('a sheet is read in UTF-8, with or without its mark', () => {
  expect(textOfBytes(new TextEncoder().encode(text))).toBe(text)
  expect(textOfBytes(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]))).toBe(text)
})

test('a sheet is read in GB 18030, as spreadsheets in China save it', () => {
  const heading = [0xb5, 0xc7, 0xc2, 0xbc, 0xc3, 0xfb]
  expect(textOfBytes(Uint8Array.from([...heading, ...new TextEncoder().encode(',1\n')]))).toBe('登录名,1\n')
})

test('a sheet is read in UTF-16 with its mark, either way round', () => {
  const units = [...text].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8])
  const turned = [...text].flatMap((each) => [each.charCodeAt(0) >> 8, each.charCodeAt(0) & 255])
  expect(textOfBytes(Uint8Array.from([0xff, 0xfe, ...units]))).toBe(text)
  expect(textOfBytes(Uint8Array.from([0xfe, 0xff, ...turned]))).toBe(text)
})
