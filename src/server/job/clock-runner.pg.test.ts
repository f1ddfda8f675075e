import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Crew, crewOf, randomLives } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { randomFrom } from '../../../test/kit/random.ts'
import { clocksDue } from '../clocks-due.ts'
import { createLog, type Log } from '../log.ts'
import { type ClockContext, runClock, startClock, ticksAtOnce } from './clock-runner.ts'
import { Resting } from './resting.ts'

let fixture: PipelineFixture
let crew: Crew
let lines: string[] = []
let log: Log

const day = 86_400_000
/** Longer than any row of days off, so that silence has signed. */
const holidays = 12 * day
const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }

beforeAll(async () => {
  log = createLog('silent')
  log.error = ((_: object, line: string) => lines.push(line)) as unknown as Log['error']
  fixture = await pipelineFixture({ log })
  crew = await crewOf(fixture)
})
afterAll(() => fixture.close())

const context = (): ClockContext => ({ db: fixture.db, clock: fixture.clock, pipeline: fixture.pipeline, log })
const later = (ms: number) => fixture.clock.stepTo(new Date(fixture.clock.now().getTime() + ms))
const due = async () => (await clocksDue(fixture.db.writer, fixture.clock.now())).count

/** Demands whose order waits to be signed: silence signs them all at one instant. */
async function offered(count: number): Promise<string[]> {
  const demands = await Promise.all(Array.from({ length: count }, (_, n) => fixture.raise(`第${n}件`)))
  await Promise.all(
    demands.map((demand) =>
      fixture.accept(crew.triage, 'demand.triage', { demand, ...triaged, lead: crew.handler.unit }),
    ),
  )
  return demands
}

async function kindsOf(demand: string): Promise<string[]> {
  const { rows } = await fixture.db.owner.query('select kind from event where stream = $1 order by version', [demand])
  return rows.map((row) => String(row.kind))
}

const isSigned = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'OrderSigned').length

describe('after a run nothing that was due by then is left', () => {
  test('with one open demand', async () => {
    const [demand] = (await offered(1)) as [string]
    later(60 * day)
    expect(await due()).toBe(1)
    expect(await runClock(context())).toEqual({ moved: 1, failed: 0 })
    expect(await due()).toBe(0)
    expect(await kindsOf(demand)).toEqual(
      expect.arrayContaining(['OrderSigned', 'ClockWarned', 'ClockChased', 'ClockSupervised', 'CallbackOpened']),
    )
    expect(await runClock(context())).toEqual({ moved: 0, failed: 0 })
  })

  test('with some hundreds in mixed states, whatever the instant', async () => {
    const random = randomFrom(20_260_615)
    await randomLives(fixture, crew, random, 400)
    const demands = await offered(240)
    for (const [n, demand] of demands.entries())
      if (n % 3 === 0) await fixture.accept(crew.handler, 'order.sign', { demand })
    for (const demand of demands.filter((_, n) => n % 6 === 0)) {
      await fixture.accept(crew.handler, 'contact.log', { demand, way: 'call' })
      await fixture.accept(crew.handler, 'demand.answer', { demand, claim: 'explained', text: '答复' })
    }
    let moved = 0
    for (const days of [0.2, 1, 3, 9, 30, 120]) {
      later(days * day)
      const before = await due()
      const run = await runClock(context())
      expect(run.failed).toBe(0)
      expect(run.moved).toBeGreaterThanOrEqual(before)
      expect(await due(), `after ${days} days`).toBe(0)
      moved += run.moved
    }
    expect(moved).toBeGreaterThan(500)
    const starved = await fixture.db.owner.query(
      "select count(*)::int as n from demand where state not in ('closed', 'withdrawn') and next_unit is null",
    )
    expect(starved.rows[0].n).toBe(0)
  })
})

describe('a demand whose tick throws', () => {
  test('is logged once, rests, and holds up nobody', async () => {
    const demands = await offered(70)
    const broken = demands[7] as string
    const { owner } = fixture.db
    const kept = await owner.query('select body from event where stream = $1 and version = 1', [broken])
    await owner.query("update event set body = 'null' where stream = $1 and version = 1", [broken])
    later(holidays)
    lines = []
    const resting = new Resting()
    expect(await runClock(context(), { resting })).toEqual({ moved: expect.any(Number), failed: 1 })
    expect(await due()).toBe(1)
    for (const demand of demands.filter((one) => one !== broken)) expect(isSigned(await kindsOf(demand))).toBe(1)
    expect(lines).toEqual(['command failed'])

    // The looks that follow leave it alone until it has rested.
    expect(await runClock(context(), { resting })).toEqual({ moved: 0, failed: 1 })
    expect(lines).toHaveLength(1)
    later(61_000)
    await runClock(context(), { resting })
    expect(lines).toHaveLength(2)

    await owner.query('update event set body = $2 where stream = $1 and version = 1', [
      broken,
      JSON.stringify(kept.rows[0].body),
    ])
    later(10 * 60_000)
    expect(await runClock(context(), { resting })).toEqual({ moved: 1, failed: 0 })
    expect(isSigned(await kindsOf(broken))).toBe(1)
    expect(await due()).toBe(0)
  })

  test('whose row says what its events do not costs one command a try, and is named', async () => {
    const [demand] = (await offered(1)) as [string]
    await fixture.db.owner.query('update demand set clock_at = $2 where id = $1', [demand, fixture.clock.now()])
    later(1000)
    lines = []
    const resting = new Resting()
    for (let look = 0; look < 20; look += 1) await runClock(context(), { resting })
    const ticks = async () =>
      (
        await fixture.db.owner.query(
          "select count(*)::int as n from command where kind = 'demand.tick' and outcome ->> 'refused' is not null",
        )
      ).rows[0].n
    const tried = await ticks()
    later(61_000)
    await runClock(context(), { resting })
    expect(await ticks()).toBe(tried + 1)
    expect(lines).toEqual(['the clock finds nothing to do: projections rebuild puts the row right'])
    await fixture.db.owner.query('update demand set clock_at = null where id = $1', [demand])
  })
})

describe('however a run goes, what it does is done once', () => {
  test('with the database lost in the middle, and run again', async () => {
    const demands = await offered(200)
    later(holidays)
    const { owner } = fixture.db
    let cut = false
    const mortal: ClockContext = {
      ...context(),
      pipeline: {
        submit: async (...command) => {
          const done = await fixture.pipeline.submit(...command)
          if (!cut) {
            cut = true
            await owner.query(
              "create function refuse_it() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$",
            )
            await owner.query('create trigger refuse_it before insert on event execute function refuse_it()')
            await owner.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and application_name = 'zhagen writer'`,
            )
          }
          return done
        },
      },
    }
    const waiting = await due()
    await runClock(mortal)
    await owner.query('drop function refuse_it cascade')
    expect(await due()).toBeGreaterThan(0)
    expect(await due()).toBeLessThan(waiting)
    await runClock(context())
    expect(await due()).toBe(0)
    const lives = await Promise.all(demands.map(kindsOf))
    expect(new Set(lives.map((kinds) => kinds.join(' '))).size).toBe(1)
    expect(isSigned(lives[0] as string[])).toBe(1)
  })

  test('two runners at once', async () => {
    const demands = await offered(100)
    later(holidays)
    const runs = await Promise.all([runClock(context()), runClock(context()), runClock(context(), { wait: true })])
    expect(runs.map((run) => run.moved).sort((a, b) => a - b)).toEqual([0, 0, expect.any(Number)])
    expect(await due()).toBe(0)
    for (const demand of demands) expect(isSigned(await kindsOf(demand))).toBe(1)
  })

  test('with people at work meanwhile', async () => {
    const demands = await offered(150)
    later(holidays)
    const run = runClock(context())
    const signed = await Promise.all(demands.map((demand) => fixture.send(crew.handler, 'order.sign', { demand })))
    await run
    await runClock(context())
    expect(await due()).toBe(0)
    for (const [n, demand] of demands.entries()) expect(isSigned(await kindsOf(demand)), `${n}`).toBe(1)
    // Some were first, some were not: whoever came second was told so.
    for (const outcome of signed) if ('refused' in outcome) expect(outcome.refused.code).toBe('order.not-offered')
  })

  test('with room left for people: never more than two batches of a realm at once', async () => {
    await offered(3 * ticksAtOnce)
    later(holidays)
    let open = 0
    let most = 0
    let all = 0
    const counted: ClockContext = {
      ...context(),
      pipeline: {
        submit: (...command) => {
          all += 1
          open += 1
          most = Math.max(most, open)
          return fixture.pipeline.submit(...command).finally(() => {
            open -= 1
          })
        },
      },
    }
    await runClock(counted)
    expect(all).toBeGreaterThanOrEqual(3 * ticksAtOnce)
    expect(most).toBe(ticksAtOnce)
    expect(await due()).toBe(0)
  })
})

test('started, it looks at once; stopped, it looks no more', async () => {
  await offered(3)
  later(holidays)
  const stop = startClock(context())
  await expect.poll(due, { timeout: 5000 }).toBe(0)
  await stop()
  later(holidays)
  const left = await due()
  expect(left).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await due()).toBe(left)
})
