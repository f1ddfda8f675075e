import type { ClientBase } from 'pg'
import type { Follower } from '../follow/follow.ts'
import { type CountedDays, countDays, countedKinds, countedNouns } from './count-streams.ts'
import { keepStood } from './keep-stood.ts'
import {
  difference,
  type Move,
  movesOf,
  movesTogether,
  type Sum,
  sumsOf,
  type TallyRow,
  together,
  type YearSum,
  yearsOf,
} from './tally-row.ts'

/** Name of its place in table `follower`. */
export const figures = 'figures'

/**
 * Keeps the figures: counts every stream that moved anew, and books the difference. Rows, sums and its place are written in
 * one transaction, so each event is counted once, and a sum is always that of its rows.
 */
export const figureFollower: Follower = {
  name: figures,
  kinds: countedKinds,
  async handle(client, events) {
    const realm = events[0]?.realm as number
    const upTo = events.at(-1)?.position as number
    const streams = [...new Set(events.filter(({ noun }) => countedNouns.has(noun)).map(({ stream }) => stream))]
    if (streams.length === 0) return
    const after = (events[0]?.position as number) - 1
    const counted = await countDays(client, realm, streams, { after, upTo })
    const before = await tallied(client, realm, streams)
    await book(client, realm, before, [...counted.values()].flatMap(now))
    await keepStood(client, realm, before, counted)
    const moves = [...counted].flatMap(([id, days]) =>
      movesOf(
        before.filter(({ stream }) => stream === id),
        days,
      ),
    )
    await move(client, realm, movesTogether(moves))
  },
}

/** How a stream counts at the end of the last of its days. */
export function now({ days }: CountedDays): readonly TallyRow[] {
  return days.at(-1)?.rows ?? []
}

/** Rows of these streams as they are booked. */
export async function tallied(client: ClientBase, realm: number, streams: readonly string[]): Promise<TallyRow[]> {
  const { rows } = await client.query({
    name: 'tallied',
    text: `select realm, stream, noun, measure, counted_on, unit, path, cuts, persons from tally
      where realm = $1 and stream = any($2)`,
    values: [realm, streams],
  })
  return rows
}

async function book(client: ClientBase, realm: number, before: readonly TallyRow[], after: readonly TallyRow[]) {
  const { gone, come } = difference(before, after)
  if (gone.length > 0)
    await client.query(
      `delete from tally t using json_to_recordset($2) as g (stream uuid, measure text)
       where t.realm = $1 and t.stream = g.stream and t.measure = g.measure`,
      [realm, JSON.stringify(gone)],
    )
  if (come.length > 0)
    await client.query('insert into tally select * from json_populate_recordset(null::tally, $1)', [
      JSON.stringify(come),
    ])
  const sums = together([...gone.flatMap((row) => sumsOf(row, -1)), ...come.flatMap((row) => sumsOf(row, 1))])
  if (sums.length === 0) return
  await add(client, realm, sums)
  await addYears(client, realm, yearsOf(sums))
}

/**
 * Rows go in by the order of their key, so that two realms that book the same unions above them wait for one another and
 * never across.
 */
async function add(client: ClientBase, realm: number, sums: readonly Sum[]): Promise<void> {
  await client.query({
    name: 'add to figures',
    text: `insert into figure as f (realm, unit, measure, cut, month, n, persons, path)
      select coalesce(u.realm, $2), s.unit, s.measure, s.cut, s.month, s.n, s.persons, s.path
      from json_to_recordset($1) as s (unit integer, measure text, cut text, month date, n bigint, persons bigint, path integer[])
      left join unit u on u.id = s.unit
      order by 1, 2, 3, 4, 5
      on conflict (realm, unit, measure, cut, month) do update
      set n = f.n + excluded.n, persons = f.persons + excluded.persons, path = excluded.path`,
    values: [JSON.stringify(sums), realm],
  })
}

/** After the months and in the order of their key, for the same reason. */
async function addYears(client: ClientBase, realm: number, sums: readonly YearSum[]): Promise<void> {
  await client.query({
    name: 'add to years',
    text: `insert into figure_year as f (realm, unit, measure, cut, year, n, persons, path)
      select coalesce(u.realm, $2), s.unit, s.measure, s.cut, s.year, s.n, s.persons, s.path
      from json_to_recordset($1) as s (unit integer, measure text, cut text, year integer, n bigint, persons bigint, path integer[])
      left join unit u on u.id = s.unit
      order by 1, 2, 5, 4, 3
      on conflict (realm, unit, year, cut, measure) do update
      set n = f.n + excluded.n, persons = f.persons + excluded.persons, path = excluded.path`,
    values: [JSON.stringify(sums), realm],
  })
}

/** In the order of their key, as above; nobody but this realm writes these. */
async function move(client: ClientBase, realm: number, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await client.query({
    name: 'add to moves',
    text: `insert into move as m (realm, unit, measure, month, day, n, persons, moved, path)
      select $2, s.unit, s.measure, s.month, s.day, s.n, s.persons, s.moved, s.path
      from json_to_recordset($1) as s
        (unit integer, measure text, month date, day date, n bigint, persons bigint, moved bigint, path integer[])
      order by 2, 3, 4, 5
      on conflict (realm, unit, measure, month, day) do update set n = m.n + excluded.n,
        persons = m.persons + excluded.persons, moved = m.moved + excluded.moved, path = excluded.path`,
    values: [JSON.stringify(moves), realm],
  })
}
