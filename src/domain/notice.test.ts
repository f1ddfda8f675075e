import { expect, it } from 'vitest'
import { fillSlots, slotsOf } from './notice.ts'

it('names each slot once, in order', () => {
  expect(slotsOf('Order {number} by {due}, again {number}')).toEqual(['number', 'due'])
  expect(slotsOf('{ count } {} plain')).toEqual([])
})

it('fills what it has and leaves the rest to be seen', () => {
  expect(fillSlots('{number}：{due} 前', { number: '7' })).toBe('7：{due} 前')
  expect(fillSlots('{toString} {number}', { number: '{due}', due: 'x' })).toBe('{toString} {due}')
})
