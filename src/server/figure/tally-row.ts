import type { Counted } from '../../domain/measure/measure.ts'

/** A row of table `tally`. */
export type TallyRow = {
  readonly realm: number
  readonly stream: string
  /** Of the stream. */
  readonly noun: string
  readonly measure: string
  /** YYYY-MM-DD. */
  readonly counted_on: string
  readonly unit: number
  readonly path: readonly number[]
  /** Sorted. */
  readonly cuts: readonly string[]
  readonly persons: number
}

export function tallyRow(realm: number, stream: string, noun: string, counted: Counted): TallyRow {
  const { measure, on, path, persons } = counted
  const cuts = counted.cuts.toSorted()
  return { realm, stream, noun, measure, counted_on: on, unit: path[0] as number, path, cuts, persons }
}

/** Whether two rows of one stream and measure count the same. */
function same(a: TallyRow | undefined, b: TallyRow | undefined): boolean {
  return JSON.stringify(a && comparable(a)) === JSON.stringify(b && comparable(b))
}

function comparable({ counted_on, path, cuts, persons }: TallyRow) {
  return [counted_on, path, cuts, persons]
}

/** Rows that no longer count, and rows that count now: of whatever counts the same nothing is touched. */
export function difference(
  before: readonly TallyRow[],
  after: readonly TallyRow[],
): { readonly gone: readonly TallyRow[]; readonly come: readonly TallyRow[] } {
  const keyOf = ({ stream, measure }: TallyRow) => `${stream} ${measure}`
  const was = new Map(before.map((row) => [keyOf(row), row]))
  const is = new Map(after.map((row) => [keyOf(row), row]))
  return {
    gone: before.filter((row) => !same(row, is.get(keyOf(row)))),
    come: after.filter((row) => !same(row, was.get(keyOf(row)))),
  }
}

/** What rows add to one sum. */
export type Sum = {
  readonly unit: number
  readonly measure: string
  readonly cut: string
  /** First day of the month. */
  readonly month: string
  readonly path: readonly number[]
  readonly n: number
  readonly persons: number
}

/** The sums that change when rows come (`sign` 1) or go (-1): each union above, as a whole and by each cut. */
export function sumsOf(row: TallyRow, sign: 1 | -1): readonly Sum[] {
  const month = `${row.counted_on.slice(0, 7)}-01`
  const cuts = ['', ...row.cuts]
  return row.path.flatMap((unit, at) =>
    cuts.map((cut) => ({
      ...{ unit, measure: row.measure, cut, month, path: row.path.slice(at) },
      ...{ n: sign, persons: sign * row.persons },
    })),
  )
}

/** Adds up what belongs to the same sum; what comes and goes by the same amount falls away. */
export function together(sums: readonly Sum[]): readonly Sum[] {
  const byKey = new Map<string, Sum>()
  for (const sum of sums) {
    const key = `${sum.unit} ${sum.measure} ${sum.cut} ${sum.month}`
    const known = byKey.get(key)
    byKey.set(key, known ? { ...known, n: known.n + sum.n, persons: known.persons + sum.persons } : sum)
  }
  return [...byKey.values()].filter(({ n, persons }) => n !== 0 || persons !== 0)
}

/** What rows add to the sum of a calendar year. */
export type YearSum = Omit<Sum, 'month'> & { readonly year: number }

/** Sums of months by year. They stay where they cancel out: a year stands where a month of it stands. */
export function yearsOf(sums: readonly Sum[]): readonly YearSum[] {
  const byKey = new Map<string, YearSum>()
  for (const { month, ...sum } of sums) {
    const year = Number(month.slice(0, 4))
    const key = `${sum.unit} ${sum.measure} ${sum.cut} ${year}`
    const known = byKey.get(key)
    const { n, persons } = known ?? { n: 0, persons: 0 }
    byKey.set(key, { ...sum, year, n: n + sum.n, persons: persons + sum.persons })
  }
  return [...byKey.values()]
}

/** What changed one sum on one day. */
export type Move = Omit<Sum, 'cut'> & {
  /** YYYY-MM-DD: local day of the event. */
  readonly day: string
  /** How many counts came or went. */
  readonly moved: number
}

/**
 * The moves of a stream from how it counted before through the ends of days; sums are moved as a whole, not by cut. Where
 * part of the first day was booked already, what that part moved is taken back: however the feed is cut, a day's moves are
 * those between its ends.
 * @param base how it counted at the end of the day before the first, where part of that day was booked
 */
export function movesOf(
  before: readonly TallyRow[],
  { base, days }: { readonly base: readonly TallyRow[] | null; readonly days: readonly Day[] },
): readonly Move[] {
  const first = days[0]
  if (!first) return []
  const booked = base === null ? [] : between(base, { day: first.day, rows: before }, -1)
  return [
    ...booked,
    ...days.flatMap((day, at) => between(at === 0 ? (base ?? before) : (days[at - 1] as Day).rows, day, 1)),
  ]
}

type Day = { readonly day: string; readonly rows: readonly TallyRow[] }

function between(before: readonly TallyRow[], { day, rows }: Day, sign: 1 | -1): readonly Move[] {
  const { gone, come } = difference(before, rows)
  const moved = (row: TallyRow, by: 1 | -1) =>
    sumsOf({ ...row, cuts: [] }, by).map(({ cut: _, ...sum }) => ({ ...sum, day, moved: sign }))
  const back = sign === 1 ? -1 : 1
  return [...gone.flatMap((row) => moved(row, back)), ...come.flatMap((row) => moved(row, sign))]
}

/** Adds up the moves of one sum on one day. They stay where they cancel out: something moved. */
export function movesTogether(moves: readonly Move[]): readonly Move[] {
  const byKey = new Map<string, Move>()
  for (const move of moves) {
    const key = moveKey(move)
    const known = byKey.get(key)
    const { n, persons, moved } = known ?? { n: 0, persons: 0, moved: 0 }
    byKey.set(key, { ...move, n: n + move.n, persons: persons + move.persons, moved: moved + move.moved })
  }
  return [...byKey.values()]
}

/** Which sum on which day. */
export function moveKey({ unit, measure, month, day }: Pick<Move, 'unit' | 'measure' | 'month' | 'day'>): string {
  return `${unit} ${measure} ${month} ${day}`
}

/** A row with the days between which it stood: the first at whose end it did, and the first at whose end it did no more. */
export type StoodRow = TallyRow & { readonly since: string; readonly until: string | null }
/** A row of an earlier day that stands no more. */
export type Ended = Pick<TallyRow, 'stream' | 'measure'> & { readonly until: string }

/** What a stream counted as through the ends of days: rows from before them that ended, and rows that came. */
export function stoodOf(
  before: readonly TallyRow[],
  { base, days }: { readonly base: readonly TallyRow[] | null; readonly days: readonly Day[] },
): { readonly ended: readonly Ended[]; readonly come: readonly StoodRow[] } {
  const ended: Ended[] = []
  const come = new Map<string, StoodRow>()
  const done: StoodRow[] = []
  let rows = base ?? before
  for (const { day, rows: then } of days) {
    const change = difference(rows, then)
    for (const { stream, measure } of change.gone) {
      const key = `${stream} ${measure}`
      const known = come.get(key)
      if (known) done.push({ ...known, until: day })
      else ended.push({ stream, measure, until: day })
      come.delete(key)
    }
    for (const row of change.come) come.set(`${row.stream} ${row.measure}`, { ...row, since: day, until: null })
    rows = then
  }
  return { ended, come: [...done, ...come.values()] }
}
