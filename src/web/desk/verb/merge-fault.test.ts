import { expect, it } from 'vitest'
import { faultOf } from './merge-fault.ts'

const row = { id: 'a' }
const master = { id: 'b', status: 'inHand', master: null } as const

it('takes as master what is open, another one, and no claim itself', () => {
  expect(faultOf(row, master)).toBeNull()
  expect(faultOf(row, undefined)).toBe('merge.looking')
  expect(faultOf(row, null)).toBe('merge.notFound')
  expect(faultOf(row, { ...master, id: 'a' })).toBe('merge.itself')
  expect(faultOf(row, { ...master, status: 'closed' })).toBe('merge.over')
  expect(faultOf(row, { ...master, status: 'withdrawn' })).toBe('merge.over')
  expect(faultOf(row, { ...master, master: 'c' })).toBe('merge.claim')
})
