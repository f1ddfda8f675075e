import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8192)
let used = pool.length

/**
 * Random bytes of the operating system, taken from a pool that is filled 8 KB at a time: a demand takes a dozen small
 * draws, and a call for each costs more than the bytes. No byte is given twice; what was given is wiped from the pool.
 */
export function randomTake(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const taken = Buffer.from(pool.subarray(used, used + count))
  pool.fill(0, used, used + count)
  used += count
  return taken
}
