import { expect, test } from 'vitest'
import { stripPicture } from './picture.ts'

type Bytes = readonly number[]
const base64 = (...parts: readonly Bytes[]) => btoa(String.fromCharCode(...parts.flat()))
const letters = (text: string): Bytes => [...text].map((each) => each.charCodeAt(0))

const sign: Bytes = [0x89, ...letters('PNG\r\n'), 0x1a, 0x0a]
const chunk = (type: string, data: Bytes = []): Bytes => [0, 0, 0, data.length, ...letters(type), ...data, 9, 9, 9, 9]
const [ihdr, idat, iend] = [chunk('IHDR', new Array(13).fill(1)), chunk('IDAT', [1, 2, 3]), chunk('IEND')]

const soi: Bytes = [0xff, 0xd8]
const eoi: Bytes = [0xff, 0xd9]
const segment = (marker: number, data: Bytes): Bytes => [0xff, marker, 0, data.length + 2, ...data]
const app0 = segment(0xe0, [...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
const frame = [...segment(0xdb, [1, 2]), ...segment(0xc0, [3, 4]), ...segment(0xc4, [5])]
// Stuffed 0xFF, a restart, and no marker in between.
const scan: Bytes = [...segment(0xda, [6]), 7, 0xff, 0x00, 8, 0xff, 0xd3, 9]

test('a PNG keeps what makes the picture and nothing beside it', () => {
  const told = [chunk('eXIf', letters('GPS')), chunk('tEXt', letters('Author')), chunk('tIME', [7])]
  const colours = [chunk('PLTE', [1, 2, 3]), chunk('tRNS', [0])]
  const whole = base64(sign, ihdr, ...told, ...colours, idat, idat, chunk('iTXt'), iend, letters('behind the end'))
  expect(stripPicture(whole)).toBe(base64(sign, ihdr, ...colours, idat, idat, iend))
})

test('a JPEG loses APP1 to APP15, comments, thumbnails, and what is behind its end', () => {
  const told = Array.from({ length: 15 }, (_, n) => segment(0xe1 + n, letters('Exif GPS')))
  const comment = segment(0xfe, letters('made by'))
  const thumbnail = segment(0xe0, [...letters('JFXX\0'), ...new Array(30).fill(1)])
  const whole = base64(soi, app0, thumbnail, ...told, frame, comment, scan, [0xff], scan, eoi, letters('video'))
  expect(stripPicture(whole)).toBe(base64(soi, app0, frame, scan, scan, eoi))
})

test('what is clean stays as it is, and stripping twice is stripping once', () => {
  for (const clean of [base64(sign, ihdr, idat, iend), base64(soi, app0, frame, scan, eoi)])
    expect(stripPicture(clean)).toBe(clean)
})

test('what is neither, or not whole, is no picture', () => {
  const png = [...sign, ...ihdr, ...idat, ...iend]
  const jpeg = [...soi, ...app0, ...frame, ...scan, ...eoi]
  for (const whole of [png, jpeg])
    for (let length = 0; length < whole.length; length += 1)
      expect(stripPicture(base64(whole.slice(0, length))), `${length} bytes`).toBeNull()
  expect(stripPicture(base64(letters('GIF89a and more')))).toBeNull()
  expect(stripPicture('*** no base64 ***')).toBeNull()
  expect(stripPicture(base64(sign, idat, ihdr, iend))).toBeNull()
  expect(stripPicture(base64(sign, ihdr, iend))).toBeNull()
  expect(stripPicture(base64(soi, app0, eoi))).toBeNull()
  expect(stripPicture(base64(soi, [0xff, 0xe1, 0, 1], scan, eoi))).toBeNull()
})

test('a large picture does not overflow', () => {
  const rows = Array.from({ length: 300 }, () => chunk('IDAT', new Array(200).fill(5)))
  const whole = base64(sign, ihdr, ...rows, iend)
  expect(stripPicture(whole)).toBe(whole)
})
