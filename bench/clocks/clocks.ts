import type { Pool } from 'pg'
import { clocksDue } from '../../src/server/clocks-due.ts'
import { type ClockContext, clockBatch, dueQuery, runClock } from '../../src/server/job/clock-runner.ts'
import { type Limit, preparedTransaction } from '../limit.ts'
import { type Measured, median } from '../measure.ts'
import { seedClocks } from './seed.ts'
import { type ClocksSite, openClocksSite } from './site.ts'

type Bench = { readonly folder: string; readonly rows: number; readonly say: (line: string) => void }

const lanes = 16
const seconds = 3
const looks = 15
/** One open demand in so many is due. */
const share = 10

/**
 * So many open demands, a tenth of them due at once, as after a downtime of days: the run that acts on all of them, one
 * tick of it, the proof that none is left, and a look when nothing is due.
 */
export async function clocks({ folder, rows, say }: Bench): Promise<Measured[]> {
  const site = await openClocksSite(folder, say)
  try {
    return await measure(site, rows, say)
  } finally {
    await site.close()
  }
}

async function measure(site: ClocksSite, rows: number, say: (line: string) => void): Promise<Measured[]> {
  const { context, realms } = site
  const { writer } = context.db
  const now = context.clock.now()
  const due = Math.floor(rows / share)
  const from = performance.now()
  await seedClocks(context, realms, { open: rows, due, now }, say)
  say(`seeded in ${Math.round((performance.now() - from) / 1000)} s`)
  const found = (await clocksDue(writer, now)).count
  if (found !== due) throw new Error(`${found} are due, ${due} should be`)
  await mustUseIndex(writer, now, say)

  const before = await preparedTransaction(site, lanes, seconds, say)
  const times: number[] = []
  const started = performance.now()
  const run = await runClock(timed(context, times))
  const took = performance.now() - started
  const after = await preparedTransaction(site, lanes, seconds, say)
  const left = (await clocksDue(writer, now)).count
  if (run.failed > 0 || left > 0) throw new Error(`${run.failed} ticks failed, ${left} demands are still due`)
  say(`${run.moved} demands moved in ${Math.round(took)} ms, ${times.length} ticks`)

  const perSecond = (before.perSecond + after.perSecond) / 2
  const spread = spreadOf(times)
  const byTransactions = { limit: perSecond, limitBy: before.by, rows }
  return [
    {
      name: 'clocks',
      value: run.moved / (took / 1000),
      unit: 'demands/s',
      ...spread,
      ...byTransactions,
      ratio: run.moved / (took / 1000) / perSecond,
    },
    ofRun(took, run.moved, { perSecond, by: before.by }, rows),
    ...(await asked(writer, rows, 'clocks-proof', () => clocksDue(writer, now))),
    ...(await asked(writer, rows, 'clocks-look', () => runClock(context))),
  ]
}

/** The same runner with each tick timed, from its sending to its stored outcome. */
function timed(context: ClockContext, times: number[]): ClockContext {
  const submit: ClockContext['pipeline']['submit'] = async (...command) => {
    const from = performance.now()
    const done = await context.pipeline.submit(...command)
    times.push(performance.now() - from)
    return done
  }
  return { ...context, pipeline: { submit } }
}

/** The whole run in seconds, beside as many prepared transactions. */
function ofRun(took: number, moved: number, { perSecond, by }: Limit, rows: number): Measured {
  const [value, limit] = [took / 1000, moved / perSecond]
  return { name: 'clocks-run', value, unit: 's', p50: took, p99: took, limit, ratio: value / limit, rows, limitBy: by }
}

/** A question in milliseconds, beside an empty round trip to the same database. */
async function asked(pool: Pool, rows: number, name: string, ask: () => Promise<unknown>): Promise<Measured[]> {
  const [mine, empty] = [[] as number[], [] as number[]]
  for (let n = 0; n < looks; n += 1) {
    empty.push(await timeOf(() => pool.query('select 1')))
    mine.push(await timeOf(ask))
  }
  const value = median(mine)
  const limit = median(empty)
  const common = { unit: 'ms', ...spreadOf(mine), rows, limitBy: 'an empty round trip' }
  return [{ name, value, ...common, limit, ratio: value / limit }]
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function spreadOf(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** The list of what is due walks its index, first batch and later ones: a scan would grow with what is not due. */
async function mustUseIndex(pool: Pool, now: Date, say: (line: string) => void): Promise<void> {
  const first = new Date(0).toISOString()
  const nil = '00000000-0000-0000-0000-000000000000'
  const asked = [`'${now.toISOString()}'`, `'${first}'`, '0', `'${nil}'`, String(clockBatch)]
  const text = asked.reduce((query, value, n) => query.replaceAll(`$${n + 1}`, value), dueQuery)
  const { rows } = await pool.query(`explain ${text}`)
  const plan = rows.map((row) => String(row['QUERY PLAN']))
  for (const line of plan) say(line)
  if (!plan.some((line) => line.includes('using demand_clock'))) throw new Error('the due list does not use its index')
}
