import { expect, test } from 'vitest'
import { isDerivedStream, streamBeside } from './derived-stream.ts'
import { isAccessStream, isId, makeId, realmOfId } from './id.ts'
import { officeStreamOf } from './roster/stream.ts'

const AT = Date.parse('2026-06-15T01:00:00Z')
const chance = (seed: number) =>
  Uint8Array.from({ length: 8 }, (_, at) => (seed * 2654435761 + at * 40503) >>> (at * 3))
const paper = makeId(9901, AT, chance(1))

test('the same paper, realm and unit give the same stream, which is an id of that realm', () => {
  const stream = streamBeside('brief', paper, 9902, 77)
  expect(stream).toBe(streamBeside('brief', paper, 9902, 77))
  expect(isId(stream)).toBe(true)
  expect(realmOfId(stream)).toBe(9902)
  expect(isAccessStream(stream)).toBe(false)
})

test('no two of many papers, nouns, realms and units share one', () => {
  const papers = Array.from({ length: 40 }, (_, n) => makeId(9901, AT + n * 7, chance(n)))
  const all = papers.flatMap((of) =>
    [1, 2, 3, 255, 256, 65_536, 2_147_483_646, 2_147_483_647].flatMap((unit) =>
      [1, 9900, 9901, 65_535].flatMap((realm) =>
        (['brief', 'leading-group'] as const).map((noun) => streamBeside(noun, of, realm, unit)),
      ),
    ),
  )
  expect(new Set(all).size).toBe(40 * 8 * 4 * 2)
})

test('none of them is one that a clock makes, or the office of a unit', () => {
  const stream = streamBeside('brief', paper, 9901, 5)
  expect(isDerivedStream(stream)).toBe(true)
  expect(isDerivedStream(paper)).toBe(false)
  expect(isDerivedStream(officeStreamOf(9901, 5))).toBe(true)
  expect(stream.startsWith('0001')).toBe(true)
  expect(officeStreamOf(9901, 5).startsWith('0000')).toBe(true)
})

test('what is no id has no stream beside it', () => {
  expect(() => streamBeside('brief', 'paper', 9901, 5)).toThrow(RangeError)
})
