import type { PoolClient } from 'pg'
import { endOfDay, localDateOf } from '../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { addWorkingDays } from '../../domain/calendar/office-calendar.ts'
import { listReach } from '../../domain/reach.ts'
import { demandLists, type ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'
import type { Reader } from './scope.ts'

type Staff = Extract<Reader, { kind: 'staff' }>
type List = (typeof demandLists)[number]

// Bits of work.duty and work.own: see `bits` of domain/demand/next.ts.
const mine: Partial<Record<List, string>> = {
  today: 'w.own & 463 <> 0 and w.next_at <= $6',
  triage: 'w.own & 1 <> 0',
  lead: 'w.own & 2 <> 0',
  unit: 'true',
  // Beside an answer that is overdue as well; not before a promise is due.
  callback: "w.own & 8 <> 0 and w.next_what <> 'promise'",
  copy: 'w.own & 16 <> 0',
  rule: 'w.own & 64 <> 0',
  grant: 'w.own & 128 <> 0',
  joint: 'w.own & 4 <> 0',
  promise: "w.own & 10 <> 0 and w.next_what = 'promise'",
  protection: 'w.own & 256 <> 0',
  supervise: 'w.own & 512 <> 0',
}

/**
 * A page of a list. Open demands come from work by (ancestor_unit, next_at, realm, demand) [index work_next], closed ones
 * from closed by the closing instant, newest first [closed_latest].
 */
export async function findDemands(
  client: PoolClient,
  reader: Staff,
  params: { list: List; after?: string | undefined; limit?: string | undefined },
  now: Date,
  calendar: OfficeCalendar,
): Promise<ViewAnswer<'demands'>> {
  if (listReach(reader.role) === null) return { rows: [], after: null }
  const limit = Number(params.limit ?? 20)
  const after = readCursor(params.after)
  const rows =
    params.list === 'closed'
      ? await closed(client, reader, after, limit)
      : params.list === 'exclusion'
        ? await exclusions(client, reader, after, limit)
        : await open(client, reader, params.list, after, limit, now, calendar)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => demandRow(row, reader)),
    after: rows.length > limit && last ? writeCursor(cursorOf(params.list, last), last.realm, last.id) : null,
  }
}

async function open(
  client: PoolClient,
  reader: Staff,
  list: List,
  after: Cursor,
  limit: number,
  now: Date,
  calendar: OfficeCalendar,
) {
  const { rows } = await client.query({
    name: `demands-${list}`,
    text: `select ${demandColumns} from (
        select w.realm, w.demand, w.next_at from work w
        where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and ${mine[list]}
        order by w.next_at, w.realm, w.demand limit $5
      ) page join demand d on d.realm = page.realm and d.id = page.demand ${demandJoins}
      order by page.next_at, page.realm, page.demand`,
    values: [
      reader.unit,
      after?.at ?? '-infinity',
      after?.realm ?? 0,
      after?.id ?? nobody,
      limit + 1,
      ...(list === 'today' ? [soon(now, calendar)] : []),
    ],
  })
  return rows
}

async function closed(client: PoolClient, reader: Staff, after: Cursor, limit: number) {
  const { rows } = await client.query({
    name: 'demands-closed',
    text: `select ${demandColumns}, d.closed_at from (
        select c.realm, c.demand, c.closed_at from closed c
        where c.ancestor_unit = $1 and (c.closed_at, c.realm, c.demand) < ($2, $3, $4)
        order by c.closed_at desc, c.realm desc, c.demand desc limit $5
      ) page join demand d on d.realm = page.realm and d.id = page.demand ${demandJoins}
      order by page.closed_at desc, page.realm desc, page.demand desc`,
    values: [reader.unit, after?.at ?? 'infinity', after?.realm ?? 2147483647, after?.id ?? everybody, limit + 1],
  })
  return rows
}

/** What the unit has to decide about the rates, open or closed matters, soonest first [demand_exclusion]. */
async function exclusions(client: PoolClient, reader: Staff, after: Cursor, limit: number) {
  const { rows } = await client.query({
    name: 'demands-exclusion',
    text: `select ${demandColumns} from demand d ${demandJoins}
      where d.exclusion_unit = $1 and (d.exclusion_by, d.realm, d.id) > ($2, $3, $4)
      order by d.exclusion_by, d.realm, d.id limit $5`,
    values: [reader.unit, after?.at ?? '-infinity', after?.realm ?? 0, after?.id ?? nobody, limit + 1],
  })
  return rows
}

function cursorOf(list: List, last: { closed_at: Date; exclusion_by: Date; next_at: Date }): Date {
  return list === 'closed' ? last.closed_at : list === 'exclusion' ? last.exclusion_by : last.next_at
}

/** Lengths of the lists, exact up to a thousand. */
export async function countDemands(
  client: PoolClient,
  reader: Staff,
  now: Date,
  calendar: OfficeCalendar,
): Promise<ViewAnswer<'counts'>> {
  const counts = Object.fromEntries(demandLists.map((list) => [list, 0])) as ViewAnswer<'counts'>
  if (listReach(reader.role) === null) return counts
  const { rows } = await client.query({
    name: 'demand-counts',
    text: `select ${demandLists
      .filter((list) => list !== 'closed' && list !== 'exclusion')
      .map((list) => `count(*) filter (where ${(mine[list] ?? '').replace('$6', '$2')})::int as "${list}"`)
      .join(', ')},
      (select count(*)::int from (select from closed where ancestor_unit = $1 limit 1000) c) as closed,
      (select count(*)::int from (select from demand d where d.exclusion_unit = $1 limit 1000) c) as exclusion
      from (select own, next_at, next_what from work where ancestor_unit = $1 order by next_at limit 1000) w`,
    values: [reader.unit, soon(now, calendar)],
  })
  return { ...counts, ...rows[0] }
}

/** Today's work: due by the end of the next working day. */
function soon(now: Date, calendar: OfficeCalendar): Date {
  return new Date(endOfDay(addWorkingDays(calendar, localDateOf(now.getTime()), 1)))
}

type Cursor = { at: string; realm: number; id: string } | null
const nobody = '00000000-0000-0000-0000-000000000000'
const everybody = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function writeCursor(at: Date, realm: number, id: string): string {
  return `${at.toISOString()}~${realm}~${id}`
}

function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return null
  const found =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,5})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const at = found?.[1] ?? ''
  // JavaScript reads 30 February and the year 0 as days; PostgreSQL does not.
  if (!found || at < '0001' || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at)
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { at, realm: Number(found[2]), id: found[3] as string }
}
