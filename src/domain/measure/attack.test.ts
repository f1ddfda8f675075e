import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnt, type Question } from './solve.fixture.ts'
import { cutCells, type Span, type Standing, standingsOf, yearCell } from './standing.ts'
import type { Cell } from './suppress.ts'

// Whoever may ask everything the figures answer — every union, every span of months, every cut — and solves what comes
// back learns no count of one to four. The solving is done here, over small worlds, by elimination.

const fewest = 5
const last = 11

/** A tree of unions: each has matters of its own and members. The counts are by month and topic, own matters only. */
type Union = { readonly id: number; readonly own: number[][]; readonly members: readonly Union[] }

const topics = ['topic:A', 'topic:B', 'topic:C']
const busy = [1, 2, 3, 6, 11]

/** Unknowns: union × month × topic (and none), in one row. */
const width = 12 * 4
const at = (union: Union, month: number, topic: number) => union.id * width + (month - 1) * 4 + topic
const all = (union: Union): readonly Union[] => [union, ...union.members.flatMap(all)]
const count = (union: Union, month: number, topic: number) => union.own[month - 1]?.[topic] ?? 0

function monthsOf(unions: readonly Union[]): number[] {
  return Array.from({ length: 12 }, (_, m) =>
    unions.reduce((n, each) => n + [0, 1, 2, 3].reduce((k, topic) => k + count(each, m + 1, topic), 0), 0),
  )
}
const total = (unions: readonly Union[]) => monthsOf(unions).reduce((a, b) => a + b, 0)
const spans: readonly Span[] = Array.from({ length: 12 }, (_, from) =>
  Array.from({ length: 12 - from }, (_, more) => ({ from: from + 1, to: from + 1 + more, last })),
).flat()

/** Everything that can be asked, of what the union leads itself and of it with its members. */
function questions(union: Union, standing: Standing, asked: Question[] = []): Question[] {
  ask(all(union), standing, `${union.id}`, asked)
  const parts = [[union], ...union.members.map(all)]
  const standings = standingsOf(parts.map(total), standing, fewest)
  if (union.members.length > 0) ask([union], standings[0] as Standing, `${union.id} itself`, asked)
  for (const [n, member] of union.members.entries()) questions(member, standings[n + 1] as Standing, asked)
  return asked
}

function ask(unions: readonly Union[], standing: Standing, name: string, asked: Question[]): void {
  const months = monthsOf(unions)
  for (const span of spans) {
    const within = Array.from({ length: span.to - span.from + 1 }, (_, n) => span.from + n)
    const of = unions.flatMap((each) => within.flatMap((month) => [0, 1, 2, 3].map((k) => at(each, month, k))))
    const n = within.reduce((sum, month) => sum + (months[month - 1] as number), 0)
    asked.push({ of, cell: yearCell(months, standing, span, fewest), n, asked: `${name} ${span.from}-${span.to}` })
  }
  const cuts = new Map(
    topics.map((code, k) => [
      code,
      unions.reduce((sum, each) => sum + months.reduce((s, _, m) => s + count(each, m + 1, k + 1), 0), 0),
    ]),
  )
  const cells = cutCells(total(unions), cuts, standing, fewest)
  for (const [k, code] of topics.entries()) {
    const of = unions.flatMap((each) => months.map((_, m) => at(each, m + 1, k + 1)))
    asked.push({ of, cell: cells.get(code) as Cell, n: cuts.get(code) as number, asked: `${name} ${code}` })
  }
}

const own = fc
  .array(
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6), fc.constant(1)), {
      minLength: 4,
      maxLength: 4,
    }),
    {
      minLength: busy.length,
      maxLength: busy.length,
    },
  )
  .map((rows) => Array.from({ length: 12 }, (_, m) => rows[busy.indexOf(m + 1)] ?? [0, 0, 0, 0]))
const idle = Array.from({ length: 12 }, () => [0, 0, 0, 0])
const some = fc.oneof({ weight: 3, arbitrary: own }, fc.constant(idle))
const world = fc.array(some, { minLength: 9, maxLength: 9 }).map((counts): Union => {
  const leaf = (id: number): Union => ({ id, own: counts[id] as number[][], members: [] })
  const with_ = (id: number, ...members: Union[]): Union => ({ ...leaf(id), members })
  return with_(0, with_(1, leaf(2), leaf(3), leaf(4)), with_(5, leaf(6)), leaf(7), leaf(8))
})

test('whoever asks everything and solves it learns no count of one to four', () => {
  let told = 0
  fc.assert(
    fc.property(world, (root) => {
      const asked = questions(root, 'free')
      for (const { cell, n } of asked) {
        if (!('n' in cell)) continue
        expect(cell.n === n && (n === 0 || n >= fewest)).toBe(true)
        if (n > 0) told += 1
      }
      expect(learnt(asked, fewest)).toEqual([])
    }),
    { numRuns: 80, seed: 20120107 },
  )
  // It is easy to learn nothing where nothing is told.
  expect(told).toBeGreaterThan(5000)
})

test('the solving does find what is given away: a month between two spans', () => {
  const counts = Array.from({ length: 12 }, (_, m) => (m === 0 ? [9, 0, 0, 0] : m === 1 ? [2, 0, 0, 0] : [0, 0, 0, 0]))
  const root: Union = { id: 0, own: counts, members: [] }
  const asked = questions(root, 'free').map((each) => (each.asked === '0 1-1' ? { ...each, cell: { n: 9 } } : each))
  expect(learnt(questions(root, 'free'), fewest)).toEqual([])
  expect(learnt(asked, fewest)).toContain('0 2-2')
})
