import { expect, it } from 'vitest'
import { randomFrom, withSeeds } from './random.ts'

it('gives the same run for the same seed, and another for another', () => {
  const run = (seed: number) => {
    const random = randomFrom(seed)
    return [
      random.next(),
      random.integer(1, 6),
      random.pick(['a', 'b', 'c']),
      random.shuffle([1, 2, 3, 4]),
      [...random.bytes(4)],
    ]
  }
  expect(run(7)).toEqual(run(7))
  expect(run(7)).not.toEqual(run(8))
})

it('reaches both ends of a range, and every member of a list', () => {
  const random = randomFrom(1)
  const thrown = new Set(Array.from({ length: 400 }, () => random.integer(1, 6)))
  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(random.shuffle([1, 2, 3]).sort()).toEqual([1, 2, 3])
  expect(() => random.pick([])).toThrow('nothing to pick from')
})

it('names the seed of a failure, and tries kept seeds first', async () => {
  const tried: number[] = []
  const run = withSeeds(
    (random) => {
      tried.push(random.seed)
      if (random.seed === 42) throw new Error('broken')
    },
    { kept: [41, 42], times: 3 },
  )
  await expect(run).rejects.toThrow('ZHAGEN_SEED=42 fails: broken')
  expect(tried).toEqual([41, 42])
})
