import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CrossedYear, crossCells } from './cross.ts'
import { learnt, type Question } from './solve.fixture.ts'
import { type Standing, standingsOf } from './standing.ts'
import { type Cell, shown } from './suppress.ts'

// Topics × groups, asked of every union of small worlds beside the year, its topics and its groups, and solved: nobody learns
// how many of a topic are of a group, nor how many are not, where either is one to four.

const fewest = 5
const topics = ['A', 'B', 'C', '']
const groups = ['migrant', 'women', 'young']
/** Which groups a worker is of: a bit each. They overlap, so each of eight kinds is an unknown of its own. */
const kinds = 1 << groups.length
const width = topics.length * kinds

/** A tree of unions; counts by topic (the last: of none) and kind, own matters only. */
type Union = { readonly id: number; readonly own: readonly (readonly number[])[]; readonly members: readonly Union[] }
const all = (union: Union): readonly Union[] => [union, ...union.members.flatMap(all)]
const isOf = (kind: number, group: number) => (kind >> group) % 2 === 1

function yearOf(unions: readonly Union[]): CrossedYear {
  const count = (topic: number, wanted: (kind: number) => boolean) =>
    unions.reduce((n, { own }) => n + (own[topic] ?? []).reduce((k, each, kind) => k + (wanted(kind) ? each : 0), 0), 0)
  const any = () => true
  const every = topics.map((_, t) => t)
  const real = every.slice(0, -1)
  return {
    total: every.reduce((n, t) => n + count(t, any), 0),
    topics: new Map(real.map((t) => [topics[t] as string, count(t, any)])),
    groups: new Map(
      groups.map((group, g) => [group, every.reduce((n, t) => n + count(t, (kind) => isOf(kind, g)), 0)]),
    ),
    crossed: new Map(
      real.flatMap((t) =>
        groups.map((group, g): [string, number] => [`${topics[t]}-${group}`, count(t, (kind) => isOf(kind, g))]),
      ),
    ),
  }
}

function questions(union: Union, standing: Standing, asked: Question[] = []): Question[] {
  ask(all(union), standing, `${union.id}`, asked)
  const parts = [[union], ...union.members.map(all)]
  const standings = standingsOf(
    parts.map((part) => yearOf(part).total),
    standing,
    fewest,
  )
  if (union.members.length > 0) ask([union], standings[0] as Standing, `${union.id} itself`, asked)
  for (const [n, member] of union.members.entries()) questions(member, standings[n + 1] as Standing, asked)
  return asked
}

function ask(unions: readonly Union[], standing: Standing, name: string, asked: Question[]): void {
  const year = yearOf(unions)
  const crossing = crossCells(year, standing, fewest)
  const unknowns = (topic: number | null, wanted: (kind: number) => boolean) =>
    unions.flatMap(({ id }) =>
      topics.flatMap((_, t) =>
        topic !== null && topic !== t
          ? []
          : Array.from({ length: kinds }, (_, kind) => kind)
              .filter(wanted)
              .map((kind) => id * width + t * kinds + kind),
      ),
    )
  const put = (what: string, of: readonly number[], n: number, cell: Cell) =>
    asked.push({ of, n, cell, asked: `${name} ${what}` })
  const hidden: Cell = { hidden: 'difference' }
  const whole: Cell = year.total === 0 || standing !== 'hidden' ? shown(year.total, fewest) : hidden
  put(
    'year',
    unknowns(null, () => true),
    year.total,
    whole,
  )
  for (const [t, topic] of topics.slice(0, -1).entries()) {
    const n = year.topics.get(topic) as number
    put(
      topic,
      unknowns(t, () => true),
      n,
      crossing.topics.get(topic) as Cell,
    )
    for (const [g, group] of groups.entries()) {
      const within = year.crossed.get(`${topic}-${group}`) as number
      const cell = crossing.crossed.get(`${topic}-${group}`) as Cell
      put(
        `${topic} ${group}`,
        unknowns(t, (kind) => isOf(kind, g)),
        within,
        cell,
      )
      // Never told, but learnt if it follows.
      put(
        `${topic} not ${group}`,
        unknowns(t, (kind) => !isOf(kind, g)),
        n - within,
        hidden,
      )
    }
  }
  // What has no topic is told nowhere, and must not be what the topics leave over.
  const last = topics.length - 1
  const untold = (what: string, wanted: (kind: number) => boolean, n: number) =>
    put(`none ${what}`, unknowns(last, wanted), n, hidden)
  const ofTopics = (counts: ReadonlyMap<string, number>, end = '') =>
    [...counts].reduce((sum, [code, n]) => (code.endsWith(end) ? sum + n : sum), 0)
  const noTopic = year.total - ofTopics(year.topics)
  untold('', () => true, noTopic)
  for (const [g, group] of groups.entries()) {
    const n = year.groups.get(group) as number
    const within = n - ofTopics(year.crossed, `-${group}`)
    untold(group, (kind) => isOf(kind, g), within)
    untold(`not ${group}`, (kind) => !isOf(kind, g), noTopic - within)
    put(
      group,
      unknowns(null, (kind) => isOf(kind, g)),
      n,
      crossing.groups.get(group) as Cell,
    )
    put(
      `not ${group}`,
      unknowns(null, (kind) => !isOf(kind, g)),
      year.total - n,
      hidden,
    )
  }
}

const some = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9), fc.constant(1))
const counts = fc.array(fc.array(some, { minLength: kinds, maxLength: kinds }), { minLength: 4, maxLength: 4 })
const world = fc.array(counts, { minLength: 6, maxLength: 6 }).map((own): Union => {
  const leaf = (id: number): Union => ({ id, own: own[id] as number[][], members: [] })
  return { ...leaf(0), members: [{ ...leaf(1), members: [leaf(2), leaf(3)] }, leaf(4), leaf(5)] }
})

test('whoever asks every table of topics × groups and solves it learns no count of one to four', {
  timeout: 60_000,
}, () => {
  let told = 0
  fc.assert(
    fc.property(world, (root) => {
      const asked = questions(root, 'free')
      for (const { cell, n, asked: what } of asked) {
        if (!('n' in cell)) continue
        expect(cell.n === n && (n === 0 || n >= fewest), what).toBe(true)
        if (n > 0 && what.split(' ').length > 2) told += 1
      }
      expect(learnt(asked, fewest)).toEqual([])
    }),
    { numRuns: 120, seed: 20120109 },
  )
  // It is easy to learn nothing where nothing is told.
  expect(told).toBeGreaterThan(300)
})

const year = (total: number, rows: Record<string, readonly [number, number]>, inGroup: number): CrossedYear => ({
  total,
  topics: new Map(Object.entries(rows).map(([topic, [n]]) => [topic, n])),
  groups: new Map([['migrant', inGroup]]),
  crossed: new Map(Object.entries(rows).map(([topic, [, n]]) => [`${topic}-migrant`, n])),
})
const seen = (of: CrossedYear, standing: Standing = 'free') =>
  [...crossCells(of, standing, fewest).crossed.values()].map((cell) => ('n' in cell ? cell.n : '-'))

test('a few of a group hide their topic, and one topic more that they would follow from', () => {
  expect(seen(year(60, { A: [20, 10], B: [20, 2], C: [20, 12] }, 24))).toEqual(['-', '-', 12])
  expect(seen(year(60, { A: [20, 10], B: [20, 8], C: [20, 12] }, 30))).toEqual([10, 8, 12])
})

test('those hidden together hold five at least, on either side', () => {
  expect(seen(year(80, { A: [20, 2], B: [20, 2], C: [20, 12], D: [20, 10] }, 26))).toEqual(['-', '-', 12, '-'])
  expect(seen(year(80, { A: [20, 18], B: [20, 18], C: [20, 12], D: [20, 10] }, 58))).toEqual(['-', '-', 12, '-'])
})

test('a few that are not of the group hide it as well', () => {
  expect(seen(year(60, { A: [20, 18], B: [20, 8], C: [20, 12] }, 38))).toEqual(['-', '-', 12])
})

test('of a group that is not told, of a union of which only the year is told, nothing is', () => {
  expect(seen(year(60, { A: [20, 2], B: [20, 1], C: [20, 0] }, 3))).toEqual(['-', '-', '-'])
  expect(seen(year(60, { A: [20, 10], B: [20, 8], C: [20, 12] }, 30), 'silent')).toEqual(['-', '-', '-'])
})
