import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { lastBackup, noteBackup } from '../backup/last-backup.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { whatWorks } from './what-works.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture({ at: new Date('2026-06-15T01:00:00Z') })
  await crewOf(fixture)
  await runFollowersOnce({ db: fixture.db, followers: [reader] })
})
afterAll(() => fixture?.close())

const reader = { name: 'a-reader', kinds: new Set(['DemandRaised']), handle: async () => undefined }
const now = (minutes: number) => new Date(Date.parse('2026-06-15T01:00:00Z') + minutes * 60_000)
async function look(minutes: number, more: Partial<Parameters<typeof whatWorks>[0]> = {}) {
  const { writer } = fixture.db
  const looked = { writer, followers: [reader], texts: true, backedUpAt: null, ...more }
  const { pieces } = await whatWorks(looked, now(minutes))
  return Object.fromEntries(pieces.map(({ piece, state, since }) => [piece, since === null ? state : [state, since]]))
}

test('a county where nothing waits works; what was never set up is off', async () => {
  expect(await look(0)).toEqual({ intake: 'ok', jobs: 'ok', sms: 'ok', backup: 'off' })
  expect(await look(0, { texts: false })).toMatchObject({ sms: 'off' })
})

test('a follower that stands still is a backlog after ten minutes, and none once it has read on', async () => {
  await fixture.raise('一件')
  expect(await look(9)).toMatchObject({ jobs: 'ok' })
  expect(await look(11)).toMatchObject({ jobs: ['behind', expect.stringMatching(/^2026-06-15T01:00:0/)] })
  await runFollowersOnce({ db: fixture.db, followers: [reader] })
  expect(await look(11)).toMatchObject({ jobs: 'ok' })
})

test('so is a clock nobody runs', async () => {
  const jobs = (await look(5 * 24 * 60)).jobs
  expect(jobs).toEqual(['behind', expect.stringMatching(/^2026-06-15T/)])
})

test('a text that could not be sent twice is said, one that was sent is not', async () => {
  const at = now(0)
  await fixture.db.owner.query(
    `insert into notice (realm, id, code, way, to_kind, params, not_before, state, tries, made_at)
     values (9901, gen_random_uuid(), 'received', 'now', 'worker', '{}', $1::timestamptz + interval '1 hour', 'queued', 2, $1)`,
    [at],
  )
  expect(await look(1)).toMatchObject({ sms: ['behind', at.toISOString()] })
  await fixture.db.owner.query("update notice set state = 'sent'")
  expect(await look(1)).toMatchObject({ sms: 'ok' })
})

test('a backup is noted when it is whole, and is late after a day and a half', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-last-'))
  try {
    expect(lastBackup(folder)).toBeNull()
    noteBackup(path.join(folder, 'nowhere'), now(0))
    noteBackup(folder, now(0))
    const backedUpAt = lastBackup(folder)
    expect(await look(60, { backedUpAt })).toMatchObject({ backup: ['ok', now(0).toISOString()] })
    expect(await look(37 * 60, { backedUpAt })).toMatchObject({ backup: ['behind', now(0).toISOString()] })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a database that does not answer, or takes no writing, is said and breaks nothing', async () => {
  const gone = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
  expect(await look(0, { writer: gone })).toMatchObject({ intake: 'down', jobs: 'unknown', sms: 'unknown' })
  await gone.end()
  const { rows } = await fixture.db.owner.query('select current_database() as name')
  await fixture.db.owner.query(`alter database "${rows[0]?.name}" set default_transaction_read_only = on`)
  const { connectionString, ...settings } = fixture.db.writer.options
  const onlyReads = new pg.Pool({ ...settings, connectionString })
  expect(await look(0, { writer: onlyReads })).toMatchObject({ intake: 'down' })
  await onlyReads.end()
})
