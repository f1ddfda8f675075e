import { expect, test } from 'vitest'
import { BlockShape, pictureMost } from './news-command.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const picture = (image: string) => BlockShape.safeParse({ kind: 'picture', image, alt: '车间' }).success

test('a picture is a PNG or a JPEG by its first bytes, and small', () => {
  expect(picture(png)).toBe(true)
  expect(picture(`iVBORw0KGgo${'A'.repeat(pictureMost)}`)).toBe(false)
})

test('nothing that could run, or that is fetched from elsewhere, passes for a picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const image of [
    svg,
    btoa(svg),
    `data:image/svg+xml;base64,${btoa(svg)}`,
    `data:image/png;base64,${png}`,
    'https://a.example/t.gif',
    btoa('GIF89a'),
    btoa('<html>'),
    `${png}\n<script>`,
  ])
    expect(picture(image), image.slice(0, 30)).toBe(false)
})

test('a text is plain: what looks like markup is text, and control characters are none', () => {
  const text = (words: string) => BlockShape.safeParse({ kind: 'paragraph', text: words }).success
  expect(text('<script>alert(1)</script>')).toBe(true)
  for (const words of ['一\u0000二', '\ud83d', '  ']) expect(text(words)).toBe(false)
  expect(BlockShape.safeParse({ kind: 'html', text: '<b>' }).success).toBe(false)
})
