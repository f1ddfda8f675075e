import { expect, test } from 'vitest'
import { eachOf, rangeOf } from './many.ts'

test('one line of a cast stands for many people', () => {
  const people = eachOf([
    { id: 'a', name: '甲' },
    { id: 'p', name: '乙', many: 3 },
  ])
  expect(people.map(({ id, name }) => [id, name])).toEqual([
    ['a', '甲'],
    ['p-1', '乙1'],
    ['p-2', '乙2'],
    ['p-3', '乙3'],
  ])
})

test('a range names everybody from the first to the last', () => {
  expect(rangeOf('p-9..p-11')).toEqual(['p-9', 'p-10', 'p-11'])
  expect(rangeOf('p-1')).toEqual(['p-1'])
  expect(rangeOf('p-3..p-1')).toEqual(['p-3..p-1'])
  expect(rangeOf('p-1..q-3')).toEqual(['p-1..q-3'])
})
