import { expect, test } from 'vitest'
import { isDerivedStream, rotationStream, streamBeside } from './derived-stream.ts'
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

test('a person under a plan has one stream in the realm of the person, apart from those of units', () => {
  const digest = (n: number) => Uint8Array.from({ length: 32 }, (_, at) => (n * 31 + at * 17) & 255)
  const stream = rotationStream(9901, digest(1))
  expect(stream).toBe(rotationStream(9901, digest(1)))
  expect(stream).not.toBe(rotationStream(9901, digest(2)))
  expect(isId(stream) && isDerivedStream(stream)).toBe(true)
  expect(
    isAccessStream(
      rotationStream(
        9901,
        Uint8Array.from({ length: 12 }, () => 255),
      ),
    ),
  ).toBe(false)
  expect([realmOfId(stream), stream.slice(0, 4)]).toEqual([9901, '0003'])
  expect(() => rotationStream(9901, new Uint8Array(11))).toThrow(RangeError)
})
