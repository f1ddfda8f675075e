import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { clocksDue } from '../clocks-due.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { passTime } from './pass-time.ts'

let fixture: PipelineFixture
let crew: Crew
const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }

beforeAll(async () => {
  // Monday, four in the afternoon.
  fixture = await pipelineFixture({ at: new Date('2026-06-15T08:00:00Z') })
  crew = await crewOf(fixture)
})
afterAll(() => fixture.close())

/** Lets time pass and notes where the clock was set, and what was told. */
async function pass(until: string): Promise<{ stops: string[]; told: PastEvent[] }> {
  const stops: string[] = []
  const told: PastEvent[] = []
  const follower = {
    name: 'ears',
    kinds: new Set(['OrderSigned', 'ClockWarned', 'ClockChased', 'CallbackOpened']),
    handle: async (_: unknown, events: readonly PastEvent[]) => {
      told.push(...events)
    },
  }
  const { db, clock, pipeline, context } = fixture
  await passTime({ db, clock, pipeline, log: context.log, followers: [follower] }, new Date(until), (at) => {
    expect(at.getTime()).toBeGreaterThan(clock.now().getTime())
    stops.push(at.toISOString())
    clock.stepTo(at)
  })
  return { stops, told }
}

test('an order signs itself on Tuesday although the story jumps from Monday to the Monday after', async () => {
  const demand = await fixture.raise('加班费')
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...triaged, lead: crew.handler.unit })
  const { stops, told } = await pass('2026-06-29T01:00:00Z')
  expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['OrderSigned', 'ClockWarned', 'CallbackOpened']))
  expect(told[0]).toMatchObject({ kind: 'OrderSigned', at: expect.stringMatching(/^2026-06-16T/) })
  // Each at the instant it was due, which is a stop of the clock; in the order of time.
  for (const { at } of told) {
    const late = stops.map((stop) => Date.parse(at) - Date.parse(stop)).filter((ms) => ms >= 0)
    expect(Math.min(...late)).toBeLessThan(5000)
  }
  expect(stops).toEqual([...stops].sort())
  expect(stops.at(-1)).toBe('2026-06-29T01:00:00.000Z')
  expect(await clocksDue(fixture.db.writer, fixture.clock.now())).toEqual({ count: 0, oldest: null })
})

test('what cannot be moved is passed by', async () => {
  const broken = await fixture.raise('坏了的')
  const other = await fixture.raise('好的')
  for (const demand of [broken, other])
    await fixture.accept(crew.triage, 'demand.triage', { demand, ...triaged, lead: crew.handler.unit })
  await fixture.db.owner.query("update event set body = 'null' where stream = $1 and version = 1", [broken])
  const { told } = await pass('2026-07-13T01:00:00Z')
  expect(told.some(({ stream }) => stream === broken)).toBe(false)
  expect(told.filter(({ stream }) => stream === other).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['OrderSigned', 'CallbackOpened']),
  )
  expect((await clocksDue(fixture.db.writer, fixture.clock.now())).count).toBe(1)
})
