import type { ClientBase, Pool } from 'pg'
import { addDays, endOfDay, type LocalDate, localDateOf, sinceMidnight } from '../../domain/calendar/local-time.ts'
import { isWorkingDay, type OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { makeId, NATION_REALM } from '../../domain/id.ts'
import { randomTake } from '../random.ts'
import type { NoticeMaking } from './notice-follower.ts'
import { addNotices, type NewNotice } from './notice-row.ts'
import { digestCode } from './notice-text.ts'
import { afterQuiet, minuteOf } from './quiet.ts'
import { concerns, staffOf } from './staff-of.ts'

/** What digests are made with. */
export type DigestMaking = NoticeMaking & { readonly calendar: OfficeCalendar }

/** The place of the digests in table `follower` is a day, 20260615, so that one process makes them and makes them once. */
const placeName = 'digests'

/**
 * On a working day from the hour of the digest on, until it is night: one message to each union that has something due,
 * and one to each of its people whose address is known. Gives how many; 0 when it was done before.
 */
export async function makeDigests(pool: Pool, making: DigestMaking): Promise<number> {
  const now = making.clock.now().getTime()
  const today = localDateOf(now)
  const { digestAt, quiet } = making.notices
  const early = sinceMidnight(now) / 60_000 < minuteOf(digestAt)
  if (early || afterQuiet(now, quiet) !== now || !isWorkingDay(making.calendar, today)) return 0
  const client = await pool.connect()
  try {
    await client.query('begin')
    const made = (await takeDay(client, today)) ? await makeAll(client, making, now, today) : 0
    await client.query('commit')
    client.release()
    return made
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

async function takeDay(client: ClientBase, today: LocalDate): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into follower as f (name, realm, position) values ($1, $2, $3)
     on conflict (name, realm) do update set position = excluded.position where f.position < excluded.position`,
    [placeName, NATION_REALM, Number(today.replaceAll('-', ''))],
  )
  return rowCount === 1
}

type Counted = {
  readonly unit: number
  readonly section: string | null
  /** Only this section may know of it. */
  readonly restricted: boolean
  readonly code: string
  readonly count: number
}

async function makeAll(client: ClientBase, making: DigestMaking, now: number, today: LocalDate): Promise<number> {
  const counted = await countDue(client, now, today)
  const byUnit = new Map<number, Counted[]>()
  for (const one of counted) byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one])
  const units = [...byUnit.keys()]
  const { rows } = await client.query('select id, realm from unit where id = any($1::integer[])', [units])
  const realms = new Map(rows.map((row) => [Number(row.id), Number(row.realm)]))
  const staff = await staffOf(client, units, making.addresses)
  const at = new Date(now).toISOString()
  const made: NewNotice[] = []
  for (const [unit, all] of byUnit) {
    const realm = realms.get(unit) ?? NATION_REALM
    const row = (to: Pick<NewNotice, 'to_kind' | 'to_post' | 'to_section'>, of: readonly Counted[]): NewNotice => ({
      ...{ realm, id: makeId(realm, now, randomTake(8)), demand: null, position: null, cause: null, day: today },
      ...{ code: digestCode, way: 'now', to_unit: unit, ...to, params: sums(of) },
      ...{ not_before: at, state: 'queued', why: null, made_at: at },
    })
    const open = all.filter(({ restricted }) => !restricted)
    if (open.length > 0) made.push(row({ to_kind: 'unit', to_post: null, to_section: null }, open))
    for (const section of new Set(all.flatMap((each) => (each.restricted && each.section ? [each.section] : [])))) {
      const own = all.filter((each) => each.restricted && each.section === section)
      made.push(row({ to_kind: 'unit', to_post: null, to_section: section }, own))
    }
    for (const each of staff.get(unit) ?? []) {
      const own = all.filter(({ section, restricted }) => concerns(each, section, restricted))
      if (own.length > 0 && Object.keys(each.places).length > 0)
        made.push(row({ to_kind: 'post', to_post: each.post, to_section: each.section }, own))
    }
  }
  await addNotices(client, made)
  // Counted above: they went with the digest.
  await client.query(
    `update notice set state = 'sent', sent_at = $1 where way = 'digest' and state = 'queued' and not_before <= $1`,
    [at],
  )
  return made.length
}

function sums(counted: readonly Counted[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { code, count } of counted) found[code] = (found[code] ?? 0) + count
  return found
}

/**
 * What is due where, from the demands [next_unit, next_at], and what happened since the last digest, from the notices that
 * wait for it. A demand counts once under a code; what is about no demand counts as often as it was told.
 */
async function countDue(client: ClientBase, now: number, today: LocalDate): Promise<readonly Counted[]> {
  const { rows } = await client.query<Counted>(
    `with due as (
       select next_unit as unit, coalesce(restricted, next_section) as section, restricted is not null as restricted,
         id as demand,
         case when next_at < $1 then 'overdue' when next_at <= $2 then 'due-today' else 'due-tomorrow' end as code
       from demand where next_at <= $3 and next_what <> 'callback' and not (next_unit = any (blocked_units))
     ), calls as (
       select callback_unit as unit, restricted as section, restricted is not null as restricted, id as demand,
         'callback-due' as code
       from demand where callback_open and callback_unit is not null and not (callback_unit = any (blocked_units))
     ), waiting as (
       select n.to_unit as unit, n.to_section as section, d.restricted is not null as restricted,
         coalesce(n.demand, n.id) as demand, n.code
       from notice n left join demand d on d.realm = n.realm and d.id = n.demand
       where n.way = 'digest' and n.state = 'queued' and n.not_before <= $1 and n.to_kind = 'unit'
         and (n.demand is null
           or (d.id is not null and d.closed_at is null and (n.cause <> 'OrderOffered' or d.order_state = 'offered')))
     ), told as (
       select unit, section, restricted, demand, code from due
       union select unit, section, restricted, demand, code from calls
       union select unit, section, restricted, demand, code from waiting
     )
     select unit, section, restricted, code, count(distinct demand)::int as count from told
     group by unit, section, restricted, code order by unit, section, code`,
    [new Date(now), new Date(endOfDay(today)), new Date(endOfDay(addDays(today, 1)))],
  )
  return rows
}
