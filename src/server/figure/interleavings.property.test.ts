import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '../../../test/kit/random.ts'
import type { PastDemandEvent } from '../../domain/demand/evolve.ts'
import { lives, play } from '../../domain/life/lives.fixture.ts'
import { countDemand } from '../../domain/measure/count-demand.ts'
import { difference, type Sum, sumsOf, type TallyRow, tallyRow, together } from './tally-row.ts'

// The sums are kept by differences alone. However the events of many lives come mixed and in whatever pieces, they must be
// what adding up everything at once gives.

const seed = 20111019
const deliveries = 10_000

/** Whole lives of demands, each a stream of its own. */
function streams(): Map<string, readonly PastDemandEvent[]> {
  const all = new Map<string, readonly PastDemandEvent[]>()
  for (const [n, life] of fc.sample(lives, { seed, numRuns: 700 }).entries())
    for (const [id, events] of play(life).ledger) all.set(`${n}-${id}`, events)
  return all
}

const rowsOf = (stream: string, events: readonly PastDemandEvent[]) =>
  countDemand(events).map((one) => tallyRow(9901, stream, 'demand', one))
const textOf = (sums: readonly Sum[]) =>
  sums.map(({ unit, measure, cut, month, n, persons }) => `${unit} ${measure} ${cut} ${month} ${n} ${persons}`).sort()

test('sums by difference are the sums of a recount after ten thousand deliveries in any order', () => {
  const random = randomFrom(seed)
  const ledger = streams()
  const told = new Map<string, number>()
  const tally = new Map<string, readonly TallyRow[]>()
  const booked: Sum[] = []
  let waiting = [...ledger.keys()]
  let delivered = 0
  const recounted = () =>
    textOf(
      together(
        [...told].flatMap(([id, n]) => rowsOf(id, (ledger.get(id) ?? []).slice(0, n)).flatMap((row) => sumsOf(row, 1))),
      ),
    )
  while (delivered < deliveries && waiting.length > 0) {
    // One batch of the feed: some streams, each a few events on.
    const changes: Sum[] = []
    for (const id of random.shuffle(waiting).slice(0, random.integer(1, 8))) {
      const n = Math.min((told.get(id) ?? 0) + random.integer(1, 2), ledger.get(id)?.length ?? 0)
      const after = rowsOf(id, (ledger.get(id) ?? []).slice(0, n))
      const { gone, come } = difference(tally.get(id) ?? [], after)
      changes.push(...gone.flatMap((row) => sumsOf(row, -1)), ...come.flatMap((row) => sumsOf(row, 1)))
      told.set(id, n)
      tally.set(id, after)
      delivered += 1
    }
    booked.push(...together(changes))
    waiting = waiting.filter((id) => (told.get(id) ?? 0) < (ledger.get(id)?.length ?? 0))
    if (random.chance(0.002)) expect(textOf(together(booked))).toEqual(recounted())
  }
  const sums = together(booked)
  expect(delivered).toBeGreaterThanOrEqual(deliveries)
  expect(sums.length).toBeGreaterThan(100)
  expect(textOf(sums)).toEqual(recounted())
  for (const { n, persons } of sums) expect(Math.min(n, persons)).toBeGreaterThan(0)
})
