import { expect, test } from 'vitest'
import { randomTake } from './random.ts'

test('gives as many bytes as asked, never the same ones', () => {
  const seen = new Set<string>()
  for (let n = 0; n < 3000; n++) {
    const taken = randomTake(1 + (n % 64) + 15)
    expect(taken).toHaveLength(1 + (n % 64) + 15)
    seen.add(taken.toString('hex').slice(0, 32))
  }
  expect(seen.size).toBe(3000)
})

test('what was given does not change when the pool is filled anew', () => {
  const kept = randomTake(32)
  const before = kept.toString('hex')
  for (let n = 0; n < 1000; n++) randomTake(32)
  expect(kept.toString('hex')).toBe(before)
})
