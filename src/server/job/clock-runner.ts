import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import { type Log, logOnce } from '../log.ts'

/** What the runner works with. */
export type ClockContext = {
  readonly db: { readonly writer: Pool }
  readonly clock: Clock
  readonly pipeline: Pick<Pipeline, 'submit'>
  readonly log: Log
}

/** How many demands one look takes: enough for full batches of the pipeline, little to hold in memory. */
export const clockBatch = 512
/** How often it looks by itself. Due instants are minutes at the shortest. */
const everyMs = 15_000
/** A fixed number that names this runner among the advisory locks of the database. */
const runnerLock = 0x7a68_636c

type Place = { readonly at: Date; readonly realm: number; readonly id: string }

/** How many demands wait for the clock at an instant: after a complete run, none. The proof that nothing starves. */
export async function clocksDue(pool: Pool, at: Date): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as n from demand where clock_at <= $1', [at])
  return rows[0].n
}

/**
 * Everything that is due by now happens: demands are taken by their due instant, oldest first, batch by batch, behind the
 * place of the batch before, so that one that fails holds up nobody. Goes over them again as long as that moves anything,
 * because a tick may make another fall due. Interrupted anywhere it has lost nothing: what is done is done, the rest is
 * still due. One process at a time; the others find the lock taken and leave it to them.
 * @returns how many demands moved, and how many failed and are still due
 */
export async function runClock(
  context: ClockContext,
  { stopped = () => false }: { readonly stopped?: () => boolean } = {},
): Promise<{ moved: number; failed: number }> {
  const holder = await context.db.writer.connect()
  try {
    const { rows } = await holder.query('select pg_try_advisory_lock($1) as mine', [runnerLock])
    if (!rows[0].mine) return { moved: 0, failed: 0 }
    try {
      return await rounds(context, stopped)
    } finally {
      await holder.query('select pg_advisory_unlock($1)', [runnerLock])
    }
  } finally {
    holder.release()
  }
}

async function rounds(context: ClockContext, stopped: () => boolean): Promise<{ moved: number; failed: number }> {
  let moved = 0
  for (;;) {
    const round = await overAll(context, stopped)
    moved += round.moved
    if (round.moved === 0 || stopped()) return { moved, failed: round.failed }
  }
}

async function overAll(context: ClockContext, stopped: () => boolean): Promise<{ moved: number; failed: number }> {
  const now = context.clock.now()
  let moved = 0
  let failed = 0
  let after: Place = { at: new Date(0), realm: 0, id: '00000000-0000-0000-0000-000000000000' }
  while (!stopped()) {
    const due = await dueAfter(context.db.writer, now, after)
    if (due.length === 0) break
    after = due.at(-1) as Place
    // Sent at once: the pipeline makes batches of each realm's.
    const results = await Promise.all(due.map((one) => tickOne(context, one)))
    moved += results.filter((result) => result === 'moved').length
    failed += results.filter((result) => result === 'failed').length
  }
  return { moved, failed }
}

/** The next batch by due instant [index demand_clock]. */
async function dueAfter(pool: Pool, now: Date, after: Place): Promise<Place[]> {
  const { rows } = await pool.query({
    name: 'clocks due',
    text: `select clock_at as at, realm, id from demand
      where clock_at <= $1 and (clock_at, realm, id) > ($2, $3, $4) order by clock_at, realm, id limit $5`,
    values: [now, after.at, after.realm, after.id, clockBatch],
  })
  return rows
}

async function tickOne(context: ClockContext, { realm, id }: Place): Promise<'moved' | 'still' | 'failed'> {
  const command = makeId(realm, context.clock.now().getTime(), randomBytes(8))
  try {
    const { outcome } = await context.pipeline.submit(
      { kind: 'system' },
      { id: command, kind: 'demand.tick', body: { demand: id } },
    )
    return 'accepted' in outcome ? 'moved' : 'still'
  } catch (error) {
    logOnce(context.log, error, { demand: id }, 'the clock could not act')
    return 'failed'
  }
}

/** Looks now and every quarter of a minute; a look that takes longer is not overtaken. Gives what stops it. */
export function startClock(context: ClockContext): () => Promise<void> {
  let stopped = false
  let running: Promise<unknown> | null = null
  const look = () => {
    running ??= runClock(context, { stopped: () => stopped })
      .catch((error: unknown) => context.log.error({ err: error }, 'clock runner'))
      .finally(() => {
        running = null
      })
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await running
  }
}
