import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStrictJson } from './strict-json.ts'

test('ordinary JSON comes through as it is', () => {
  const text = '{"id": "a\\"b", "list": [1, {"x": null}, "{\\"y\\": 1}"], "name": "扎根 \\u6839"}'
  expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) })
})

test('whatever JSON.stringify writes is read back, unless it has a key we forbid', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value)
      const read = parseStrictJson(text)
      if ('flaw' in read) expect(text).toMatch(/__proto__|constructor|prototype|\\u0000|\\ud[89a-f]/)
      else expect(JSON.stringify(read.value)).toBe(text)
    }),
  )
})

describe('what is refused, and where', () => {
  test.each([
    ['{"a": 1, "b": {"c": 1, "c": 2}}', 'repeated-key', 'b.c'],
    ['{"a": 1, "\\u0061": 2}', 'repeated-key', 'a'],
    ['{"a": {"__proto__": {"admin": true}}}', 'forbidden-key', 'a.__proto__'],
    ['{"constructor": {}}', 'forbidden-key', 'constructor'],
    ['{"text": ["good", "b\\u0000d"]}', 'character', 'text.1'],
    ['{"text": "\\ud83d"}', 'character', 'text'],
    ['{"text": 1', 'syntax', ''],
    ['{"text": "open', 'syntax', 'text'],
    ['', 'syntax', ''],
    ['{a: 1}', 'syntax', ''],
    ['[1] [2]', 'syntax', ''],
  ])('%s', (text, flaw, field) => {
    expect(parseStrictJson(text)).toEqual({ flaw, field })
  })

  test('thirty-two levels are enough', () => {
    expect(parseStrictJson('['.repeat(32) + ']'.repeat(32))).toHaveProperty('value')
    expect(parseStrictJson('['.repeat(33) + ']'.repeat(33))).toMatchObject({ flaw: 'deep' })
    expect(parseStrictJson('{"a":'.repeat(200_000))).toMatchObject({ flaw: 'deep' })
  })
})
