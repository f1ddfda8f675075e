import type { BenchSite } from './site.ts'

/** One figure beside the limit of the same run. `p50`, `p99` in milliseconds; `ratio` = value / limit. */
export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly p50: number
  readonly p99: number
  readonly limit: number
  readonly ratio: number
  readonly rows: number
  readonly limitBy: string
}

/** What a measure works with. */
export type Bench = { readonly site: BenchSite; readonly rows: number; readonly say: (line: string) => void }

/** How many a second, and the spread of their times in milliseconds. */
export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly count: number }

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Runs `one` on `lanes` lanes at once for so many seconds; gives how many a second and the spread of their times. */
export async function load(lanes: number, seconds: number, one: (lane: number) => Promise<void>): Promise<Load> {
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < end) {
        const from = performance.now()
        await one(lane)
        times.push(performance.now() - from)
      }
    }),
  )
  const took = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), count: times.length }
}
