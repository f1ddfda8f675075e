import type { Pool } from 'pg'
import type { NoticeParams } from './notice-text.ts'
import type { SendingRules } from './sending-rules.ts'

/** A notice that was taken for one try. `tries` counts this one. */
export type DueNotice = {
  readonly realm: number
  readonly id: string
  readonly demand: string | null
  readonly cause: string | null
  readonly code: string
  readonly to_kind: 'worker' | 'unit' | 'post'
  readonly to_unit: number | null
  readonly to_section: string | null
  readonly to_post: number | null
  readonly params: NoticeParams
  readonly tries: number
}

/** Notices whose time has come, those that ring first. Taken one by one: another process may be quicker. */
export async function dueNotices(pool: Pool, now: Date, first: readonly string[]): Promise<readonly DueKey[]> {
  const { rows } = await pool.query(
    `select realm, id from notice where state = 'queued' and way = 'now' and not_before <= $1
     order by (code = any($2::text[])) desc, not_before, realm, position, id limit 200`,
    [now, first],
  )
  return rows
}
/** Key of a notice. */
export type DueKey = { readonly realm: number; readonly id: string }

/**
 * Takes a notice for one try: its next try is set before this one begins, so that a process that dies in it leaves it to
 * be tried again, and no connection waits for a provider. Null when somebody else has it.
 */
export async function takeNotice(
  pool: Pool,
  { realm, id }: DueKey,
  now: Date,
  { retry }: SendingRules,
): Promise<DueNotice | null> {
  const { rows } = await pool.query<DueNotice>(
    `update notice set tries = tries + 1,
       not_before = $3::timestamptz + least($4::integer * power(2, least(tries, 20)), $5::integer) * interval '1 second'
     where realm = $1 and id = $2 and state = 'queued' and not_before <= $3
     returning realm, id, demand, cause, code, to_kind, to_unit, to_section, to_post, params, tries`,
    [realm, id, now, retry.firstSeconds, retry.longestSeconds],
  )
  return rows[0] ?? null
}

/** What came of one address. `sent`, or the code of why not. */
export type Attempt = {
  readonly id: string
  readonly gateway: string
  readonly place: number
  readonly outcome: string
}

/** What becomes of a notice after a try; `again` is the next one, null leaves what was set when it was taken. */
export type Verdict = {
  readonly state: 'queued' | 'sent' | 'failed' | 'dropped'
  readonly why: string | null
  readonly again: Date | null
}

/** Writes the log of what was sent and what became of the notice, together. */
export async function settleNotice(
  pool: Pool,
  { realm, id }: DueKey,
  now: Date,
  attempts: readonly Attempt[],
  { state, why, again }: Verdict,
): Promise<void> {
  await pool.query(
    `with logged as (
       insert into sent (realm, id, notice, gateway, place, at, outcome)
       select $1, a.id, $2, a.gateway, a.place, $3, a.outcome
       from json_to_recordset($4::json) as a (id uuid, gateway text, place smallint, outcome text)
     )
     update notice set state = $5, why = $6, not_before = coalesce($7, not_before),
       sent_at = case when $5 = 'sent' then $3::timestamptz else sent_at end
     where realm = $1 and id = $2 and state = 'queued'`,
    [realm, id, now, JSON.stringify(attempts), state, why, again],
  )
}

/** Addresses that took an earlier try of the notice, as `gateway place`. */
export async function alreadyTook(pool: Pool, { realm, id }: DueKey): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query(
    "select gateway, place from sent where realm = $1 and notice = $2 and outcome = 'sent'",
    [realm, id],
  )
  return new Set(rows.map(({ gateway, place }) => `${gateway} ${place}`))
}
