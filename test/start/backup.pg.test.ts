import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ask } from '../kit/ask.ts'
import { emptyInstallation, Place, Zhagen, zhagen } from './zhagen-process.ts'

const place = new Place()
const backups = path.join(place.folder, 'backups')
afterAll(() => place.remove())

const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await zhagen(place, [...args, '--json'])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

test('an operator backs up beside the server, loses the machine, and comes back', async () => {
  const server = new Zhagen(place, emptyInstallation(place))
  await server.ready()
  const verified = await json('ledger', 'verify', '--open')
  expect(verified).toMatchObject({ intact: true, first: null, losses: [] })
  expect(verified.realms[0].events).toBeGreaterThan(1)
  const { realms } = await json('projections', 'rebuild')
  expect(realms[0].rows).toBeGreaterThan(0)

  mkdirSync(backups)
  const written = await json('backup', backups)
  expect(readdirSync(backups)).toEqual([path.basename(written.file)])
  expect(path.basename(written.file)).toMatch(/^zhagen-real-\d{8}T\d{6}Z\.backup$/)
  const { tables } = await json('backup', '--verify', written.file)
  expect(tables.region).toBeGreaterThan(40_000)

  // Interrupted while it waits for a table that somebody holds: one line, no file.
  const { databaseUrl } = (await json('doctor')).database
  const holder = new pg.Client(databaseUrl)
  holder.on('error', () => undefined)
  await holder.connect()
  await holder.query('begin')
  await holder.query('lock table unit in access exclusive mode')
  const cut = new Zhagen(place, ['backup', backups])
  const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%pg_table_size%'"
  while ((await ask(databaseUrl, waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  const { code, stderr } = await cut.stop('SIGINT')
  expect([code, stderr.trim().split('\n').at(-1)]).toEqual([1, 'zhagen: backup: interrupted; no file was left behind'])
  await holder.end()
  expect(readdirSync(backups)).toHaveLength(1)

  const refused = await zhagen(place, ['restore', written.file])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^zhagen: restore: the database is not empty/m)
  await server.stop()
  rmSync(place.data, { recursive: true })

  const back = await json('restore', written.file)
  expect(back).toMatchObject({ lost: [], verified: { intact: true } })
  expect(back.rows).toBe(written.rows)
  const again = new Zhagen(place, ['start'])
  await again.ready()
  const rows = await ask((await json('doctor')).database.databaseUrl, 'select login from account order by 1')
  expect(rows).toEqual([{ login: 'first' }])
  await again.stop()
}, 180_000)

test('a damaged ledger gives exit code 1 and one line that names it', async () => {
  const server = new Zhagen(place, ['start'])
  await server.ready()
  const { databaseUrl } = (await json('doctor')).database
  await ask(databaseUrl, `update event set actor = 'claimant' where position = 1`)
  const { code, stdout } = await zhagen(place, ['ledger', 'verify'])
  expect(code).toBe(1)
  expect(stdout).toMatch(
    /^DAMAGED: realm \d+: event changed at position 1 \(stream [0-9a-f-]{36}, version 1, batch 1\): it does not fit its hash$/m,
  )
  await server.stop()
}, 90_000)
