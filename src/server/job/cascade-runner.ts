import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { type Log, logOnce } from '../log.ts'
import { alone } from './alone.ts'
import { keepLooking } from './keep-looking.ts'
import { inRealmLanes } from './realm-lanes.ts'

/** What the runner works with. */
export type CascadeContext = {
  readonly db: { readonly writer: Pool }
  readonly clock: Clock
  readonly pipeline: Pick<Pipeline, 'submit'>
  readonly log: Log
}

/** How many units are read, and put before the pipeline, before the place is written down. */
export const cascadePage = 4096
/** How many briefs of a realm are with the pipeline at once: one batch that is written and one that gathers. */
const briefsAtOnce = 128
/** How many of all realms together, but a batch of each at least: whoever works meanwhile shares the machine with no more. */
const briefsAtOnceOfAll = 512
/** After so many briefs it looks whether the directive is in force still: of a withdrawn one nobody hears any more. */
const lookAgainAfter = 64
/** A fixed number that names this runner among the advisory locks of the database. */
const runnerLock = 0x7a68_6373

type Carried = {
  readonly realm: number
  readonly id: string
  readonly to: number
  readonly clauses: number
  readonly after: number
}
type Receiver = { readonly id: number; readonly realm: number; readonly path: number[] }
type RunOptions = { readonly stopped?: () => boolean; readonly wait?: boolean }

/**
 * Carries every directive in force to the units it was issued to (domain §3, leading-group office): each unit in force below,
 * in order of number, gets a brief of its own, through the pipeline, so that a cascade is made of commands like anything else
 * and a batch takes 64 of them. Whoever has one is passed over; the place is kept, so that what a kill cuts off goes on.
 * Once the directory has changed it walks again, for units that were founded or moved. One process at a time.
 * @returns how many briefs were delivered
 */
export async function runCascades(context: CascadeContext, options: RunOptions = {}): Promise<number> {
  const { stopped = () => false, wait = false } = options
  const delivered = await alone(context.db.writer, runnerLock, wait, async (holder, lost) => {
    let all = 0
    for (const directive of await unfinished(holder)) {
      if (lost() || stopped()) break
      all += await carry(context, await begun(holder, directive), () => lost() || stopped())
    }
    return all
  })
  return delivered ?? 0
}

type InForce = Omit<Carried, 'after'>

/** Directives in force that were not carried to the end, or not since the directory changed [directive_in_force]. */
async function unfinished(client: PoolClient): Promise<readonly InForce[]> {
  const { rows } = await client.query<InForce>(
    `select d.realm, d.id, d.to_unit as to, jsonb_array_length(d.clauses) as clauses
     from directive d cross join directory_version v left join cascade c on c.realm = d.realm and c.directive = d.id
     where d.state = 'issued' and (c.done_at is null or c.directory < v.n) order by d.issued_on, d.realm, d.id`,
  )
  return rows
}

/** Where it goes on: at the beginning, unless the directory is the one it went by before. */
async function begun(client: PoolClient, directive: InForce): Promise<Carried> {
  const { rows } = await client.query<{ after: number }>(
    `insert into cascade as c (realm, directive, after_unit, delivered, receivers, directory)
     select $1, $2, 0, (select count(*) from brief b where b.directive = $2),
       (select count(*) from unit u where u.valid_to is null and $3 = any (u.ancestors)), v.n from directory_version v
     on conflict (realm, directive) do update set
       after_unit = case when c.directory = excluded.directory then c.after_unit else 0 end, delivered = excluded.delivered,
       receivers = excluded.receivers, directory = excluded.directory, done_at = null
     returning after_unit as after`,
    [directive.realm, directive.id, directive.to],
  )
  return { ...directive, after: rows[0]?.after ?? 0 }
}

async function carry(context: CascadeContext, directive: Carried, stopped: () => boolean): Promise<number> {
  const { writer } = context.db
  let delivered = 0
  let failed = 0
  let after = directive.after
  while (!stopped()) {
    const page = await receivers(writer, directive, after)
    const last = page.at(-1)
    if (!last) break
    const done = await deliverAll(context, directive, page, stopped)
    delivered += done.delivered
    failed += done.failed
    if (done.cutOff) return delivered
    after = last.id
    await writer.query(
      'update cascade set after_unit = $3, delivered = delivered + $4 where realm = $1 and directive = $2',
      [directive.realm, directive.id, after, done.delivered],
    )
  }
  if (stopped()) return delivered
  // Whoever could not be reached is tried again from the beginning at the next look; the others are passed over.
  await writer.query(
    `update cascade set done_at = $3, after_unit = case when $3::timestamptz is null then 0 else after_unit end
     where realm = $1 and directive = $2`,
    [directive.realm, directive.id, failed > 0 ? null : context.clock.now()],
  )
  return delivered
}

/** Units in force below, behind a place, that have no brief of it yet [unit_pkey, brief_unit]. */
async function receivers(pool: Pool, { id, to }: Carried, after: number): Promise<readonly Receiver[]> {
  const { rows } = await pool.query<Receiver>({
    name: 'cascade receivers',
    text: `select u.id, u.realm, u.ancestors as path from unit u
      where u.id > $2 and u.valid_to is null and $3 = any (u.ancestors)
        and not exists (select from brief b where b.directive = $1 and b.unit = u.id)
      order by u.id limit $4`,
    values: [id, after, to, cascadePage],
  })
  return rows
}

/** Realms side by side; in each, enough at once for full batches and no more, so that whoever works there is not held up. */
async function deliverAll(
  context: CascadeContext,
  directive: Carried,
  page: readonly Receiver[],
  stopped: () => boolean,
): Promise<{ delivered: number; failed: number; cutOff: boolean }> {
  const done = { delivered: 0, failed: 0, cutOff: false }
  const atOnce = (realms: number) =>
    Math.min(briefsAtOnce, Math.max(briefsAtOnce / 2, Math.floor(briefsAtOnceOfAll / realms)))
  const cut = () => {
    done.cutOff ||= stopped()
    return done.cutOff
  }
  await inRealmLanes(page, atOnce, cut, async (unit) => {
    if (await deliverOne(context, directive, unit)) done.delivered += 1
    else done.failed += 1
    const look = (done.delivered + done.failed) % lookAgainAfter === 0
    if (look && !(await isInForce(context.db.writer, directive))) done.cutOff = true
  })
  return done
}

async function isInForce(pool: Pool, { realm, id }: Carried): Promise<boolean> {
  const { rows } = await pool.query<{ state: string }>({
    name: 'cascade in force',
    text: 'select state from directive where realm = $1 and id = $2',
    values: [realm, id],
  })
  return rows[0]?.state === 'issued'
}

async function deliverOne(context: CascadeContext, directive: Carried, unit: Receiver): Promise<boolean> {
  const { id, clauses } = directive
  const command = makeId(unit.realm, context.clock.now().getTime(), randomBytes(8))
  const body = { directive: id, unit: unit.id, path: unit.path, clauses }
  try {
    await context.pipeline.submit({ kind: 'system' }, { id: command, kind: 'brief.deliver', body })
    // Refused as delivered before: it has it, which is all that is wanted.
    return true
  } catch (error) {
    logOnce(context.log, error, { directive: id, unit: unit.id }, 'a directive could not be delivered')
    return false
  }
}

type Listening = { onCommitted(listener: (events: readonly PastEvent[]) => void): () => void }

/** Carries now, after each issue, and every quarter of a minute. Gives what stops it. */
export function startCascading(context: CascadeContext & { readonly pipeline: Listening }): () => Promise<void> {
  const looking = keepLooking(context.log, 'directives are not carried downward', (stopped) =>
    runCascades(context, { stopped }),
  )
  const deaf = context.pipeline.onCommitted((events) => {
    if (events.some(({ kind }) => kind === 'DirectiveIssued')) looking.look()
  })
  return () => {
    deaf()
    return looking.stop()
  }
}
