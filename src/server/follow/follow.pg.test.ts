import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { createLog } from '../log.ts'
import { type Follower, followBatchOf, realmsAhead } from './follow.ts'
import { runFollowersOnce, startFollowing } from './start-following.ts'

let fixture: PipelineFixture

beforeAll(async () => {
  fixture = await pipelineFixture()
  await fixture.staff('江湾区总工会', 'triage')
  await fixture.db.owner.query('create table seen (name text, realm integer, position bigint, kind text)')
  await fixture.db.owner.query('grant select, insert on seen to zhagen_writer')
  for (let n = 0; n < 12; n += 1) await fixture.raise(`第${n}件事`)
})
afterAll(() => fixture.close())

const raised = new Set(['DemandRaised'])

/** Writes down what it was given, with the client it was given. */
function scribe(name: string, before: (events: readonly PastEvent[]) => void = () => undefined): Follower {
  return {
    name,
    kinds: raised,
    handle: async (client, events) => {
      for (const { realm, position, kind } of events)
        await client.query('insert into seen values ($1, $2, $3, $4)', [name, realm, position, kind])
      before(events)
    },
  }
}

async function seenBy(name: string): Promise<number[]> {
  const { rows } = await fixture.db.owner.query('select position from seen where name = $1', [name])
  return rows.map((row) => Number(row.position))
}

async function allRaised(): Promise<number[]> {
  const { rows } = await fixture.db.owner.query(
    `select position from event where kind = 'DemandRaised' order by realm, position`,
  )
  return rows.map((row) => Number(row.position))
}

test('every event of its kinds is handled once, in the order of the feed, however small the batches', async () => {
  const follower = scribe('small')
  const realms = await realmsAhead(fixture.db.writer, 'small')
  expect(realms.length).toBeGreaterThan(0)
  for (const realm of realms) while ((await followBatchOf(fixture.db.writer, follower, realm, 3)) > 0);
  expect(await seenBy('small')).toEqual(await allRaised())
  expect(await realmsAhead(fixture.db.writer, 'small')).toEqual([])
  await runFollowersOnce({ db: fixture.db, followers: [follower] })
  expect(await seenBy('small')).toHaveLength(12)
})

test('cut off in the middle of a batch, it goes on as if nothing had been', async () => {
  let left = 2
  const cut = scribe('cut', () => {
    if (left-- > 0) throw new Error('killed')
  })
  const [realm] = await realmsAhead(fixture.db.writer, 'cut')
  for (let n = 0; n < 2; n += 1)
    await expect(followBatchOf(fixture.db.writer, cut, realm as number, 100)).rejects.toThrow('killed')
  expect(await seenBy('cut')).toEqual([])
  await runFollowersOnce({ db: fixture.db, followers: [cut] })
  expect(await seenBy('cut')).toEqual(await allRaised())
})

test('two processes follow one at a time', async () => {
  let release = () => undefined as undefined
  const held = new Promise<void>((resolve) => {
    release = () => resolve() as undefined
  })
  const slow: Follower = { ...scribe('two'), handle: () => held }
  const [realm] = await realmsAhead(fixture.db.writer, 'two')
  const first = followBatchOf(fixture.db.writer, slow, realm as number, 100)
  await sleep(100)
  expect(await followBatchOf(fixture.db.writer, scribe('two'), realm as number, 100)).toBe(0)
  expect(await seenBy('two')).toEqual([])
  release()
  expect(await first).toBeGreaterThan(11)
})

test('started, it hears of commits, rests a realm that fails and says so once', async () => {
  const lines: string[] = []
  const log = createLog('silent')
  log.error = ((known: { realm?: number }) => lines.push(`realm ${known.realm}`)) as unknown as typeof log.error
  let failing = true
  const follower = scribe('live', () => {
    if (failing) throw new Error('not now')
  })
  const stop = startFollowing({ db: fixture.db, log, pipeline: fixture.pipeline, followers: [follower] })
  await fixture.raise('又一件事')
  await sleep(1500)
  expect(lines).toEqual(['realm 9901'])
  expect(await seenBy('live')).toEqual([])
  failing = false
  await expect.poll(() => seenBy('live'), { timeout: 8000 }).toHaveLength(13)
  await fixture.raise('再一件事')
  await expect.poll(() => seenBy('live'), { timeout: 2000 }).toHaveLength(14)
  await stop()
  await fixture.raise('停了以后的事')
  await sleep(200)
  expect(await seenBy('live')).toHaveLength(14)
})
