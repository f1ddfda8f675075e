import type { Pool } from 'pg'
import type { StatusPiece, WhatWorks } from '../../protocol/what-works.ts'

/** What is looked at. `texts`: whether a provider of texts is configured. `backedUpAt`: ISO 8601, null where no backup is noted. */
export type Looked = {
  readonly writer: Pool
  readonly followers: readonly { readonly name: string }[]
  readonly texts: boolean
  readonly backedUpAt: string | null
}

/** Longer than this nobody waits for the page. */
const patienceMs = 2000
/** Reminders that are this late are late for a worker too. */
const lateMs = 10 * 60_000
/** A backup a day, and some hours for the night it takes. */
const backupMs = 36 * 3_600_000

/** Looks at what a worker relies on: that a matter can be stored, that time goes on, that texts leave, that there is a backup. */
export async function whatWorks(looked: Looked, now: Date): Promise<WhatWorks> {
  const { writer } = looked
  const [intake, jobs, sms] = await Promise.all([
    within(takesWrites(writer), 'down'),
    within(jobsBehind(looked, now), 'unknown'),
    within(textsBehind(looked, now), 'unknown'),
  ])
  const pieces: readonly StatusPiece[] = [
    { piece: 'intake', ...intake },
    { piece: 'jobs', ...jobs },
    { piece: 'sms', ...sms },
    { piece: 'backup', ...backup(looked, now) },
  ]
  return { at: now.toISOString(), pieces }
}

type State = Pick<StatusPiece, 'state' | 'since'>
const ok: State = { state: 'ok', since: null }
const since = (at: Date | null | undefined): State => (at ? { state: 'behind', since: at.toISOString() } : ok)

/** What does not answer in time, or not at all, is not known to work. */
async function within(asked: Promise<State>, otherwise: 'down' | 'unknown'): Promise<State> {
  const none: State = { state: otherwise, since: null }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<State>((resolve) => {
    timer = setTimeout(() => resolve(none), patienceMs)
  })
  try {
    return await Promise.race([asked.catch(() => none), late])
  } finally {
    clearTimeout(timer)
  }
}

/** A database that only answers reads takes no demand. */
async function takesWrites(writer: Pool): Promise<State> {
  const { rows } = await writer.query(
    "select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as only_reads",
  )
  return rows[0]?.only_reads === false ? ok : { state: 'down', since: null }
}

/**
 * Since when something waits for the clock, or the slowest follower has not read on [demand.clock_at, event (realm,
 * position)]: what waits for less than a moment is no backlog.
 */
async function jobsBehind({ writer, followers }: Looked, now: Date): Promise<State> {
  const { rows } = await writer.query<{ oldest: Date | null }>(
    `select least(
       (select min(clock_at) from demand where clock_at <= $1),
       (select min(e.at) from unnest($2::text[]) as reader (name) cross join realm_head h
          left join follower f on f.name = reader.name and f.realm = h.realm
          join event e on e.realm = h.realm and e.position = coalesce(f.position, 0) + 1 and e.at <= $1)
     ) as oldest`,
    [new Date(now.getTime() - lateMs), followers.map(({ name }) => name)],
  )
  return since(rows[0]?.oldest)
}

/** Since when a worker's text waits that could go [notice_due]. */
async function textsBehind({ writer, texts }: Looked, now: Date): Promise<State> {
  if (!texts) return { state: 'off', since: null }
  const { rows } = await writer.query<{ oldest: Date | null }>(
    `select min(made_at) as oldest from notice where state = 'queued' and way = 'now' and to_kind = 'worker'
       and (not_before <= $1 or tries > 1)`,
    [new Date(now.getTime() - lateMs)],
  )
  return since(rows[0]?.oldest)
}

function backup({ backedUpAt }: Looked, now: Date): State {
  if (backedUpAt === null) return { state: 'off', since: null }
  return { state: now.getTime() - Date.parse(backedUpAt) > backupMs ? 'behind' : 'ok', since: backedUpAt }
}
