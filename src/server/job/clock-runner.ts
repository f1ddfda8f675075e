import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import { type Log, logOnce } from '../log.ts'
import { alone } from './alone.ts'
import { keepLooking } from './keep-looking.ts'
import { inRealmLanes } from './realm-lanes.ts'
import { Resting } from './resting.ts'

/** What the runner works with. */
export type ClockContext = {
  readonly db: { readonly writer: Pool }
  readonly clock: Clock
  readonly pipeline: Pick<Pipeline, 'submit'>
  readonly log: Log
}

/** How many demands are listed at once: enough for full batches in every realm of a province, little to hold in memory. */
export const clockBatch = 2048
/**
 * How many ticks of a realm are with the pipeline at once: one batch of it that is written and one that gathers. Whoever
 * works there meanwhile waits behind these and no more, however much is due.
 */
export const ticksAtOnce = 128
/** A fixed number that names this runner among the advisory locks of the database. */
const runnerLock = 0x7a68_636c

type Place = { readonly at: Date; readonly realm: number; readonly id: string }

/** How a run went: demands that moved, and those that could not and are still due. */
export type ClockRun = { readonly moved: number; readonly failed: number }

type RunOptions = {
  readonly stopped?: () => boolean
  /** What failed in earlier looks; of a single run it is forgotten with it. */
  readonly resting?: Resting
  /** Where another run is under way, wait for its end instead of leaving it to that one. */
  readonly wait?: boolean
}

/**
 * Everything that is due by now happens: demands are taken by their due instant, oldest first, batch by batch, behind the
 * place of the batch before, so that one that fails holds up nobody. Goes over them again as long as that moves anything,
 * because a tick may make another fall due. Interrupted anywhere it has lost nothing: what is done is done, the rest is
 * still due. After a complete run `clocksDue` counts none. One process at a time; the others find the lock taken and
 * leave it to that one.
 */
export async function runClock(context: ClockContext, options: RunOptions = {}): Promise<ClockRun> {
  const { stopped = () => false, resting = new Resting(), wait = false } = options
  const run = await alone(context.db.writer, runnerLock, wait, (_, lost) =>
    rounds(context, resting, () => lost() || stopped()),
  )
  return run ?? { moved: 0, failed: 0 }
}

async function rounds(context: ClockContext, resting: Resting, stopped: () => boolean): Promise<ClockRun> {
  let moved = 0
  for (;;) {
    const round = await overAll(context, resting, stopped)
    moved += round.moved
    if (round.moved === 0 || stopped()) return { moved, failed: round.failed }
  }
}

async function overAll(context: ClockContext, resting: Resting, stopped: () => boolean): Promise<ClockRun> {
  const now = context.clock.now()
  let moved = 0
  let failed = 0
  let after: Place = { at: new Date(0), realm: 0, id: '00000000-0000-0000-0000-000000000000' }
  while (!stopped()) {
    const due = await dueAfter(context.db.writer, now, after)
    if (due.length === 0) break
    after = due.at(-1) as Place
    const awake = due.filter((one) => !resting.has(one, now))
    await inRealmLanes(
      awake,
      () => ticksAtOnce,
      stopped,
      async (one) => {
        if (await tickOne(context, resting, one)) moved += 1
      },
    )
    failed += due.filter((one) => resting.has(one, now)).length
  }
  return { moved, failed }
}

/** What is due, in order, behind a place [index demand_clock]. */
export const dueQuery = `select clock_at as at, realm, id from demand
  where clock_at <= $1 and (clock_at, realm, id) > ($2, $3, $4) order by clock_at, realm, id limit $5`

async function dueAfter(pool: Pool, now: Date, after: Place): Promise<Place[]> {
  const { rows } = await pool.query({
    name: 'clocks due',
    text: dueQuery,
    values: [now, after.at, after.realm, after.id, clockBatch],
  })
  return rows
}

/** Whether it moved. */
async function tickOne(context: ClockContext, resting: Resting, due: Place): Promise<boolean> {
  const { realm, id } = due
  const now = context.clock.now()
  const command = makeId(realm, now.getTime(), randomBytes(8))
  try {
    const { outcome } = await context.pipeline.submit(
      { kind: 'system' },
      { id: command, kind: 'demand.tick', body: { demand: id } },
    )
    if ('accepted' in outcome) {
      resting.delete(due)
      return true
    }
    // Once is a command that came between; twice at one instant, the row says what the events do not.
    if (resting.add(due, now) === 2)
      context.log.error({ demand: id }, 'the clock finds nothing to do: projections rebuild puts the row right')
  } catch (error) {
    resting.add(due, now)
    logOnce(context.log, error, { demand: id }, 'the clock could not act')
  }
  return false
}

/** Looks now and every quarter of a minute. Gives what stops it. */
export function startClock(context: ClockContext): () => Promise<void> {
  const resting = new Resting()
  return keepLooking(context.log, 'the clock stands still', (stopped) => runClock(context, { stopped, resting })).stop
}
