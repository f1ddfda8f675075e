import { randomInt } from 'node:crypto'

/** A seeded generator (mulberry32): the same seed gives the same run on every machine. Not for secrets. */
export interface Random {
  readonly seed: number
  /** In [0, 1). */
  next(): number
  /** Whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  bytes(length: number): Uint8Array<ArrayBuffer>
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    seed,
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[integer(0, list.length - 1)] as T
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(0, last)
        ;[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]
      }
      return shuffled
    },
    bytes: (length) => Uint8Array.from({ length }, () => integer(0, 255)),
  }
}

/**
 * Runs a test with a seed of its own, or with ZHAGEN_SEED, and puts the seed before the message of what fails. A seed
 * that once failed belongs into `kept`: it is tried first, every time.
 */
export async function withSeeds(
  run: (random: Random) => void | Promise<void>,
  options: { times?: number; kept?: readonly number[] } = {},
): Promise<void> {
  const given = process.env.ZHAGEN_SEED
  const fresh = () => Array.from({ length: options.times ?? 1 }, () => randomInt(2 ** 32))
  const seeds = given ? [Number(given)] : [...(options.kept ?? []), ...fresh()]
  for (const seed of seeds) {
    try {
      await run(randomFrom(seed))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      throw new Error(`ZHAGEN_SEED=${seed} fails: ${message}`, { cause: error })
    }
  }
}
