import type { ClientBase } from 'pg'
import type { CountedDays } from './count-streams.ts'
import { type Ended, type StoodRow, stoodOf, type TallyRow } from './tally-row.ts'

/**
 * Keeps what streams counted as on days gone by. Where part of the first day was kept already that day is written anew:
 * however the feed is cut, a row stands between ends of days.
 */
export async function keepStood(
  client: ClientBase,
  realm: number,
  before: readonly TallyRow[],
  counted: ReadonlyMap<string, CountedDays>,
): Promise<void> {
  const again: { stream: string; day: string }[] = []
  const ended: Ended[] = []
  const come: StoodRow[] = []
  for (const [stream, days] of counted) {
    const first = days.days[0]?.day
    if (first === undefined) continue
    if (days.base !== null) again.push({ stream, day: first })
    const stood = stoodOf(
      before.filter((row) => row.stream === stream),
      days,
    )
    ended.push(...stood.ended)
    come.push(...stood.come)
  }
  if (again.length > 0) await takeBack(client, realm, again)
  if (ended.length > 0)
    await client.query({
      name: 'end what stood',
      text: `update stood s set until = e.until from json_to_recordset($2) as e (stream uuid, measure text, until date)
        where s.realm = $1 and s.stream = e.stream and s.measure = e.measure and s.until is null`,
      values: [realm, JSON.stringify(ended)],
    })
  if (come.length > 0)
    await client.query({
      name: 'what stood',
      text: `insert into stood (realm, stream, noun, measure, since, until, counted_on, unit, path, cuts, persons)
        select realm, stream, noun, measure, since, until, counted_on, unit, path, cuts, persons
        from json_populate_recordset(null::stood, $1)`,
      values: [JSON.stringify(come)],
    })
}

async function takeBack(client: ClientBase, realm: number, again: readonly { stream: string; day: string }[]) {
  const of = `json_to_recordset($2) as a (stream uuid, day date) where s.realm = $1 and s.stream = a.stream`
  const values = [realm, JSON.stringify(again)]
  await client.query({
    name: 'take back what stood',
    text: `delete from stood s using ${of} and s.since >= a.day`,
    values,
  })
  await client.query({
    name: 'let stand again',
    text: `update stood s set until = null from ${of} and s.until >= a.day`,
    values,
  })
}
