import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppress } from '../measure/suppress.ts'
import { type CoverageRow, coverageOf } from './coverage.ts'
import { countedSeat, groupOf, type Seat } from './seat.ts'

const row = (child: number | null, fullTime: boolean, level: string, roster: number, met: number): CoverageRow => ({
  ...{ child, fullTime, level, roster, met },
})
const shown = (roster: number, met: number, perMille: number) => ({ roster, met, perMille, hidden: null })
const hidden = (roster: number, why: 'few' | 'difference') => ({ roster, met: null, perMille: null, hidden: why })

describe('coverage', () => {
  test('is persons who met their hours over the roster, split by kind and level', () => {
    const told = coverageOf([row(null, true, 'county', 12, 9), row(4, false, 'township', 188, 60)], 5)
    expect(told.whole).toEqual(shown(200, 69, 345))
    expect(told.kinds).toEqual([
      { ...shown(12, 9, 750), fullTime: true },
      { ...shown(188, 60, 319), fullTime: false },
    ])
    expect(told.groups).toEqual([
      { ...shown(12, 9, 750), fullTime: true, level: 'county' },
      { ...shown(188, 60, 319), fullTime: false, level: 'township' },
    ])
    expect(told.own).toEqual(shown(12, 9, 750))
    expect(told.children).toEqual([{ ...shown(188, 60, 319), child: 4 }])
  })

  test('of a few people is not told, nor what would give it away', () => {
    const told = coverageOf(
      [row(null, true, 'county', 10, 9), row(4, true, 'township', 2, 1), row(5, false, 'township', 20, 13)],
      5,
    )
    expect(told.whole).toEqual(shown(32, 23, 719))
    // Twelve full-time people are told; ten of the county would give the two of the township away.
    expect(told.kinds[0]).toMatchObject(shown(12, 10, 833))
    expect(told.groups.map(({ roster, hidden: why }) => [roster, why])).toEqual([
      [10, 'difference'],
      [2, 'few'],
      [20, null],
    ])
    expect(told.children).toEqual([
      { ...hidden(2, 'few'), child: 4 },
      { ...shown(20, 13, 650), child: 5 },
    ])
    expect(told.own).toEqual(hidden(10, 'difference'))
  })

  test('of a kind that is hidden no level is told either', () => {
    const told = coverageOf(
      [row(null, true, 'county', 3, 3), row(null, false, 'county', 6, 5), row(null, false, 'city', 9, 5)],
      5,
    )
    expect(told.kinds.map((kind) => kind.hidden)).toEqual(['few', 'difference'])
    expect(told.groups.map((group) => group.met)).toEqual([null, null, null])
  })

  test('of a small result is told no more than the figure tells, however many people there are', () => {
    const told = coverageOf([row(null, true, 'county', 40, 2), row(4, false, 'township', 60, 21)], 5)
    expect(told.whole).toEqual(shown(100, 23, 230))
    expect(told.own).toEqual(hidden(40, 'difference'))
    expect(told.children).toEqual([{ ...hidden(60, 'difference'), child: 4 }])
    expect(coverageOf([row(null, true, 'county', 40, 2)], 5).whole).toEqual(hidden(40, 'few'))
  })

  test('leaves nobody to compute: attacked with the rosters, the whole and the figure of the same people', () => {
    const small = fc.integer({ min: 0, max: 9 })
    const parts = fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parts, (drawn) => {
        const rows = drawn.map(([a, b], at) => row(at + 2, true, 'township', Math.max(a, b), Math.min(a, b)))
        const { whole, children } = coverageOf(rows, 5)
        const figure = suppress(
          rows.map(({ met }) => met),
          5,
        )
        for (const [at, each] of figure.entries())
          if ('hidden' in each) expect(children[at]?.met, 'the figure hides it').toBeNull()
        const unknown = children.filter((part) => part.met === null)
        for (const part of children) if (part.roster > 0 && part.roster < 5) expect(part.met).toBeNull()
        if (whole.met === null || unknown.length === 0) return
        // What the attacker knows of the hidden ones: their sum, and that nobody is trained twice.
        const rest = whole.met - children.reduce((sum, { met }) => sum + (met ?? 0), 0)
        for (const part of unknown) {
          const others = unknown.reduce((sum, { roster }) => sum + roster, 0) - part.roster
          const [least, most] = [Math.max(0, rest - others), Math.min(part.roster, rest)]
          const everybody = unknown.length === children.filter(({ roster }) => roster > 0).length
          expect(most > least || everybody, `${part.roster}: ${least} to ${most}`).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('stands in the order of levels, highest first', () => {
    const of = (level: string) => row(4, false, level, 10, 1)
    const told = coverageOf([of('grassroots'), of('city'), of('township'), of('county')], 5)
    expect(told.groups.map(({ level }) => level)).toEqual(['city', 'county', 'township', 'grassroots'])
  })

  test('of nobody is nothing', () => {
    expect(coverageOf([], 5)).toMatchObject({ whole: { roster: 0, met: 0, perMille: null, hidden: null }, kinds: [] })
  })

  test('of four people is nobody elses business', () => {
    expect(coverageOf([row(null, true, 'county', 4, 4)], 5).whole).toEqual(hidden(4, 'few'))
  })
})

describe('a person of several posts', () => {
  const seat = (post: number, fullTime: boolean, level: Seat['level']): Seat => ({
    post,
    fullTime,
    level,
    path: [post],
  })

  test('is counted once: full-time first, then the highest level, then the first post', () => {
    expect(countedSeat([seat(1, false, 'city'), seat(2, true, 'township')])?.post).toBe(2)
    expect(countedSeat([seat(1, true, 'township'), seat(2, true, 'city')])?.post).toBe(2)
    expect(countedSeat([seat(7, true, 'city'), seat(3, true, 'city')])?.post).toBe(3)
    expect(countedSeat([])).toBeUndefined()
  })

  test('belongs to the group of the very level before that of every level', () => {
    const every = { fullTime: true, level: null, hours: 40 }
    const county = { fullTime: true, level: 'county', hours: 90 } as const
    expect(groupOf([every, county], seat(1, true, 'county'))).toBe(county)
    expect(groupOf([every, county], seat(1, true, 'city'))).toBe(every)
    expect(groupOf([every, county], seat(1, false, 'county'))).toBeUndefined()
  })
})
