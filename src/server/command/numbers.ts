import { localDateOf } from '../../domain/calendar/local-time.ts'
import { demandNumber } from '../../domain/code/demand-number.ts'
import type { Asked, BatchDesk } from './noun.ts'

/** How many numbers a batch may need, by six-digit region. Those a refusal leaves unused are gaps, which harm nobody. */
export type Wanted = ReadonlyMap<string, number>

/** Counts the demands a batch may raise, by county. */
export function wantedNumbers(asked: readonly Asked[]): Wanted {
  const wanted = new Map<string, number>()
  for (const one of asked) {
    if (one.kind !== 'demand.raise') continue
    const region = countyOf(String(one.body.region))
    wanted.set(region, (wanted.get(region) ?? 0) + 1)
  }
  return wanted
}

/** Hands out the numbers that were taken; `last` is the last one taken of each region. */
export function handOut(wanted: Wanted, last: ReadonlyMap<string, number>, now: Date): BatchDesk['takeNumber'] {
  const day = localDateOf(now.getTime())
  const nextSeq = new Map<string, number>()
  for (const [region, taken] of last) nextSeq.set(region, taken - (wanted.get(region) ?? 0) + 1)
  return (region) => {
    const county = countyOf(region)
    const seq = nextSeq.get(county)
    if (seq === undefined) throw new Error('no number was taken for this region')
    nextSeq.set(county, seq + 1)
    return demandNumber(county, day, seq)
  }
}

/** Numbers are counted per county: six digits. */
function countyOf(region: string): string {
  return region.slice(0, 6)
}
