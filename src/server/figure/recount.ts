import type { ClientBase, Pool } from 'pg'
import { countDays } from './count-streams.ts'
import { figures, now, tallied } from './figure-follower.ts'
import { type MoveDifference, MovesCounted } from './recount-moves.ts'
import { difference, movesOf, type StoodRow, stoodOf, type TallyRow } from './tally-row.ts'

/** A count that is not what the ledger gives. `there`: what the figures say; `counted`: what the recount says; null: nothing. */
export type Difference =
  | { readonly of: 'tally'; readonly realm: number; readonly stream: string; readonly measure: string }
  | { readonly of: 'stood'; readonly realm: number; readonly stream: string; readonly measure: string }
  | {
      readonly of: 'figure'
      readonly unit: number
      readonly measure: string
      readonly cut: string
      /** YYYY-MM, or YYYY for the sum of a year. */
      readonly month: string
      readonly there: number
      readonly counted: number
    }
  | MoveDifference

/** What was counted again, and the first differences found. `behind`: events the figures have not counted yet. */
export type Recounted = {
  readonly streams: number
  readonly rows: number
  readonly behind: number
  readonly differences: readonly Difference[]
}

type Options = { readonly onProgress?: (line: string) => void; readonly signal?: AbortSignal | undefined }

const pageSize = 500
/** Enough to see what kind of damage it is. */
const mostDifferences = 100

/**
 * Counts the whole ledger again, up to where the figures have followed it, in one snapshot, and holds the result against
 * every row, every sum, every day's moves and every row of a day gone by. Changes nothing.
 */
export async function recount(pool: Pool, { onProgress = () => undefined, signal }: Options = {}): Promise<Recounted> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const places = await client.query(
      `select h.realm, coalesce(f.position, 0)::float8 as "upTo", (h.position - coalesce(f.position, 0))::float8 as behind
       from realm_head h left join follower f on f.realm = h.realm and f.name = $1 order by h.realm`,
      [figures],
    )
    const differences: Difference[] = []
    let [streams, rows, behind] = [0, 0, 0]
    for (const place of places.rows) {
      const counted = await recountRealm(client, place.realm, place.upTo, differences, signal)
      streams += counted.streams
      rows += counted.rows
      behind += place.behind
      onProgress(`realm ${place.realm}: ${counted.streams} streams, ${counted.rows} counts`)
    }
    differences.push(...(await sumsThatDiffer(client, 'month')), ...(await sumsThatDiffer(client, 'year')))
    return { streams, rows, behind, differences: differences.slice(0, mostDifferences) }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

async function recountRealm(
  client: ClientBase,
  realm: number,
  upTo: number,
  differences: Difference[],
  signal: AbortSignal | undefined,
): Promise<{ streams: number; rows: number }> {
  const done = { streams: 0, rows: 0 }
  const moves = new MovesCounted()
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    signal?.throwIfAborted()
    const page = await client.query<{ stream: string }>(
      `select stream from stream where realm = $1 and stream > $2 order by stream limit $3`,
      [realm, after, pageSize],
    )
    const ids = page.rows.map(({ stream }) => stream)
    const counted = await countDays(client, realm, ids, { after: 0, upTo })
    const is = [...counted.values()].flatMap(now)
    for (const days of counted.values()) moves.add(movesOf([], days))
    differences.push(...rowsThatDiffer(await tallied(client, realm, ids), is))
    const stood = [...counted.values()].flatMap((days) => stoodOf([], days).come)
    differences.push(...(await stoodThatDiffer(client, realm, ids, stood)))
    done.streams += counted.size
    done.rows += is.length
    if (ids.length < pageSize) {
      differences.push(...(await moves.differences(client, realm)))
      return done
    }
    after = ids.at(-1) as string
  }
}

function rowsThatDiffer(there: readonly TallyRow[], counted: readonly TallyRow[]): readonly Difference[] {
  const { gone, come } = difference(there, counted)
  const differ = new Map([...gone, ...come].map((row) => [`${row.stream} ${row.measure}`, row]))
  return [...differ.values()].map(({ realm, stream, measure }) => ({ of: 'tally', realm, stream, measure }))
}

/** Every row of days gone by, in both directions. */
async function stoodThatDiffer(
  client: ClientBase,
  realm: number,
  streams: readonly string[],
  counted: readonly StoodRow[],
): Promise<readonly Difference[]> {
  const { rows } = await client.query<StoodRow>(
    `select realm, stream, noun, measure, since, until, counted_on, unit, path, cuts, persons from stood
     where realm = $1 and stream = any ($2)`,
    [realm, streams],
  )
  const text = ({ stream, measure, since, until, counted_on, path, cuts, persons }: StoodRow) =>
    JSON.stringify([stream, measure, since, until, counted_on, path, cuts, persons])
  const is = new Map(counted.map((row) => [text(row), row]))
  const there = new Map(rows.map((row) => [text(row), row]))
  const differ = [...is, ...there].filter(([key]) => !(is.has(key) && there.has(key)))
  return differ.map(([, { stream, measure }]) => ({ of: 'stood', realm, stream, measure }))
}

/** Every sum of a month, or of a year, against its rows, in both directions. */
async function sumsThatDiffer(client: ClientBase, by: 'month' | 'year'): Promise<readonly Difference[]> {
  const form = by === 'month' ? 'YYYY-MM' : 'YYYY'
  const there = by === 'month' ? `to_char(month, 'YYYY-MM') as month` : 'year::text as month'
  const { rows } = await client.query(
    `with counted as (
       select u.unit, t.measure, c.cut, to_char(t.counted_on, '${form}') as month, count(*) as n, sum(t.persons) as persons
       from tally t cross join lateral unnest(t.path) as u (unit)
       cross join lateral unnest(array[''] || t.cuts) as c (cut) group by 1, 2, 3, 4),
     there as (select unit, measure, cut, ${there}, sum(n) as n, sum(persons) as persons
       from ${by === 'month' ? 'figure' : 'figure_year'} group by 1, 2, 3, 4)
     select coalesce(t.unit, c.unit) as unit, coalesce(t.measure, c.measure) as measure, coalesce(t.cut, c.cut) as cut,
       coalesce(t.month, c.month) as month, coalesce(t.n, 0)::float8 as there, coalesce(c.n, 0)::float8 as counted
     from there t full join counted c using (unit, measure, cut, month)
     where coalesce(t.n, 0) <> coalesce(c.n, 0) or coalesce(t.persons, 0) <> coalesce(c.persons, 0)
     order by 1, 2, 3, 4 limit $1`,
    [mostDifferences],
  )
  return rows.map((row) => ({ of: 'figure', ...row }))
}

/** Forgets every count, so that the figures are counted anew from the first event as the server follows. */
export async function countAnew(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // A follower at work holds its place; it is waited for.
    await client.query('select from follower where name = $1 order by realm for update', [figures])
    await client.query('delete from tally')
    await client.query('delete from figure')
    await client.query('delete from figure_year')
    await client.query('delete from move')
    await client.query('delete from stood')
    await client.query('update follower set position = 0 where name = $1', [figures])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
