import { expect, it } from 'vitest'
import { wrapped } from './wrapped.ts'

it('breaks Chinese anywhere but before what closes, and Latin between words', () => {
  expect(wrapped('工作上遇到难处，跟工会说', 7)).toEqual(['工作上遇到难处，', '跟工会说'])
  expect(wrapped('先打 110、119、120。', 6)).toEqual(['先打 110、', '119、120。'])
  expect(wrapped('Tell the union', 6)).toEqual(['Tell the', 'union'])
  expect(wrapped('', 6)).toEqual([''])
})
