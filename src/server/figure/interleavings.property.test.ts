import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '../../../test/kit/random.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { PastDemandEvent } from '../../domain/demand/evolve.ts'
import { lives, play } from '../../domain/life/lives.fixture.ts'
import { countDemand } from '../../domain/measure/count-demand.ts'
import {
  difference,
  type Move,
  moveKey,
  movesOf,
  movesTogether,
  type Sum,
  sumsOf,
  type TallyRow,
  tallyRow,
  together,
} from './tally-row.ts'

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
/** How a stream counts at the end of each local day between two numbers of its events, and before the first of them. */
function daysOf(id: string, events: readonly PastDemandEvent[], from: number, to: number) {
  const dayOf = (event: PastDemandEvent | undefined) => (event ? localDateOf(Date.parse(event.at)) : '')
  const ends = new Map<string, number>()
  for (let n = from; n < to; n += 1) ends.set(dayOf(events[n]), n + 1)
  const before = events.findIndex((event) => dayOf(event) === dayOf(events[from]))
  return {
    base: before < from ? rowsOf(id, events.slice(0, before)) : null,
    days: [...ends].map(([day, n]) => ({ day, rows: rowsOf(id, events.slice(0, n)) })),
  }
}
const movesText = (moves: readonly Move[]) =>
  movesTogether(moves)
    .filter(({ moved }) => moved !== 0)
    .map((move) => `${moveKey(move)} ${move.n} ${move.persons} ${move.moved}`)
    .sort()

const textOf = (sums: readonly Sum[]) =>
  sums.map(({ unit, measure, cut, month, n, persons }) => `${unit} ${measure} ${cut} ${month} ${n} ${persons}`).sort()

test('sums by difference are the sums of a recount after ten thousand deliveries in any order', () => {
  const random = randomFrom(seed)
  const ledger = streams()
  const told = new Map<string, number>()
  const tally = new Map<string, readonly TallyRow[]>()
  const booked: Sum[] = []
  const moves: Move[] = []
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
      moves.push(...movesOf(tally.get(id) ?? [], daysOf(id, ledger.get(id) ?? [], told.get(id) ?? 0, n)))
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
  // However the feed was cut, each day moved what lies between its ends.
  const whole = [...told].flatMap(([id, n]) => movesOf([], daysOf(id, ledger.get(id) ?? [], 0, n)))
  expect(movesText(moves)).toEqual(movesText(whole))
  expect(movesText(whole).length).toBeGreaterThan(100)
  for (const { n, persons } of sums) expect(Math.min(n, persons)).toBeGreaterThan(0)
}, 120_000)

const interleavings = 10_000

/** What is looked up again and again while orders are drawn: how each stream counts after each number of its events. */
function prefixes(ledger: ReadonlyMap<string, readonly PastDemandEvent[]>) {
  const rows = new Map<string, readonly TallyRow[]>()
  const cuts = new Map<string, ReturnType<typeof daysOf>>()
  const kept = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const known = map.get(key) ?? make()
    map.set(key, known)
    return known
  }
  const of = (id: string) => ledger.get(id) ?? []
  return {
    rows: (id: string, n: number) => kept(rows, `${id} ${n}`, () => rowsOf(id, of(id).slice(0, n))),
    days: (id: string, from: number, to: number) =>
      kept(cuts, `${id} ${from} ${to}`, () => daysOf(id, of(id), from, to)),
  }
}

test('ten thousand ways to mix and cut the same streams book what a recount gives', () => {
  const random = randomFrom(seed + 1)
  const ledger = new Map([...streams()].filter(([, events]) => events.length >= 3).slice(0, 120))
  const prefix = prefixes(ledger)
  const wholeOf = (id: string) => ledger.get(id)?.length ?? 0
  const drawn = new Set<string>()
  for (let run = 0; run < interleavings; run += 1) {
    const some = random.shuffle([...ledger.keys()]).slice(0, random.integer(2, 5))
    const told = new Map(some.map((id) => [id, 0]))
    const booked: Sum[] = []
    const moves: Move[] = []
    let order = ''
    let waiting = some
    while (waiting.length > 0) {
      // The least the feed tells at once is one event of one stream, the most all that is left of all of them.
      const changes: Sum[] = []
      for (const id of random.shuffle(waiting).slice(0, random.integer(1, waiting.length))) {
        const from = told.get(id) ?? 0
        const to = random.integer(from + 1, Math.min(from + 4, wholeOf(id)))
        const before = prefix.rows(id, from)
        const { gone, come } = difference(before, prefix.rows(id, to))
        changes.push(...gone.flatMap((row) => sumsOf(row, -1)), ...come.flatMap((row) => sumsOf(row, 1)))
        moves.push(...movesOf(before, prefix.days(id, from, to)))
        told.set(id, to)
        order += `${id}:${to},`
      }
      booked.push(...together(changes))
      order += ';'
      waiting = waiting.filter((id) => (told.get(id) ?? 0) < wholeOf(id))
    }
    drawn.add(order)
    const ended = some.flatMap((id) => prefix.rows(id, wholeOf(id)))
    expect(textOf(together(booked)), order).toEqual(textOf(together(ended.flatMap((row) => sumsOf(row, 1)))))
    const whole = some.flatMap((id) => movesOf([], prefix.days(id, 0, wholeOf(id))))
    expect(movesText(moves), order).toEqual(movesText(whole))
  }
  expect(drawn.size).toBeGreaterThan(interleavings * 0.99)
}, 120_000)
