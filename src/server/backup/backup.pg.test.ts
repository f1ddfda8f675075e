import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife, randomLives } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { randomFrom } from '../../../test/kit/random.ts'
import { makeKeys } from '../keys-file.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { type Erasure, readErasures } from '../vault/erasures-file.ts'
import { tablesToCopy } from './backup-tables.ts'
import { openBackup, verifyBackup } from './read-backup.ts'
import { replayErasures } from './replay-erasures.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

let fixture: PipelineFixture
let crew: Crew
let folder: string
let file: string
const undo: (() => Promise<void>)[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhagen-backup-'))
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  await plainLife(fixture, crew)
  await randomLives(fixture, crew, randomFrom(11), 80)
  await fixture.db.owner.query(
    `insert into session select '\\x01', id, null, 'csrf', created_at, created_at, created_at from account limit 1`,
  )
  file = path.join(folder, 'one.backup')
  await write(file)
})
afterAll(async () => {
  for (const each of undo) await each()
  await fixture?.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (to: string, more: { signal?: AbortSignal; onProgress?: (line: string) => void } = {}) =>
  writeBackup({
    owner: fixture.db.owner,
    backupKey: fixture.keysFile.keys.backup,
    at: fixture.clock.now(),
    file: to,
    ...more,
  })

async function emptyDatabase(): Promise<FreshDatabase> {
  const empty = await freshDatabase('empty')
  undo.push(empty.drop)
  return empty
}

async function restore(from: string, owner: pg.Pool, erasures: readonly Erasure[] = []) {
  const backup = await openBackup(from, fixture.keysFile.keys.backup)
  const say = () => undefined
  const options = { owner, clock: fixture.clock, backup, erasures, beforeCommit: say, say }
  return restoreBackup(options).finally(backup.close)
}

/** Every copied table to the byte. */
async function contents(pool: pg.Pool): Promise<Record<string, unknown>> {
  const client = await pool.connect()
  const found: Record<string, unknown> = {}
  for (const { table } of await tablesToCopy(client)) {
    const { rows } = await client.query(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as md5 from ${table} t`,
    )
    found[table] = rows[0]
  }
  client.release()
  return found
}

test('brings every row of every table back, but no session', async () => {
  const empty = await emptyDatabase()
  const restored = await restore(file, empty.owner)
  expect(restored).toMatchObject({ migrated: false })
  expect(restored.rows).toBeGreaterThan(300)
  expect(await contents(empty.owner)).toEqual(await contents(fixture.db.owner))
  expect((await empty.owner.query('select 1 from session')).rowCount).toBe(0)
  const verified = await verifyLedger(empty.owner, {
    macKey: fixture.keysFile.keys.mac,
    keysFolder: fixture.keysFolder,
  })
  expect(verified).toMatchObject({ intact: true })
  // What counts on goes on counting: a new unit takes a free id.
  const { rows } = await empty.owner.query(
    `insert into unit (name, level, kind, region, realm, ancestors, valid_from) values ('新工会', 'group', 'grassroots', '990102', 9901, '{}', '2026-01-01') returning id`,
  )
  expect(rows[0].id).toBe(Number((await empty.owner.query('select max(id) as id from unit')).rows[0].id))
})

test('what was erased since is gone with the very transaction that brings the rows', async () => {
  const { rows } = await fixture.db.owner.query(
    `select realm, subject, count(*)::int as n from content c where exists (
       select from subject_key k where k.realm = c.realm and k.subject = c.subject and k.part = 'identity')
     group by 1, 2 order by 3 desc limit 1`,
  )
  const { realm, subject, n } = rows[0]
  expect(n).toBeGreaterThan(5)
  const empty = await emptyDatabase()
  const erasures: Erasure[] = [
    { realm, subject, parts: ['identity', 'text'], reason: 'worker-request', version: 9_999 },
    { realm, subject: '019ec8ca-e590-7541-89ab-535d8cee2b5e', parts: ['text'], reason: 'retention', version: 3 },
  ]
  expect((await restore(file, empty.owner, erasures)).destroyed).toBe(2)
  const left = await empty.owner.query(
    'select 1 from content where subject = $1 union all select 1 from subject_key where subject = $1',
    [subject],
  )
  expect(left.rowCount).toBe(0)
})

test('says of itself what it is, and nothing else can be read without the key', async () => {
  const { header, tables } = await verifyBackup(file, fixture.keysFile.keys.backup)
  const { rows } = await fixture.db.owner.query('select count(*)::int as events from event')
  expect(tables.event).toBe(rows[0].events)
  expect(header).toMatchObject({ kind: 'test', federation: '示例总工会', keyFingerprint: fixture.keysFile.fingerprint })
  expect(header.heads.map((head) => head.realm)).toContain(9901)
  const bytes = readFileSync(file)
  for (const [, key] of Object.entries(
    JSON.parse(readFileSync(path.join(fixture.keysFolder, 'keys.json'), 'utf8')) as Record<
      string,
      { keys: Record<string, string> }
    >,
  ))
    for (const secret of Object.values(key.keys)) {
      expect(bytes.includes(Buffer.from(secret, 'base64'))).toBe(false)
      expect(bytes.includes(secret)).toBe(false)
    }
  const others = makeKeys(path.join(folder, 'other-keys'))
  await expect(verifyBackup(file, others.keys.backup)).rejects.toThrow('does not open with this key file')
})

test('a backup that was cut off, changed, reordered or made longer is refused', async () => {
  const long = path.join(folder, 'long.backup')
  await fixture.db.owner.query(
    `insert into employer (name, region, realm, valid_from)
     select md5(n::text) || md5((-n)::text), '990102', 9901, '2020-01-01' from generate_series(1, 30000) as n`,
  )
  await write(long)
  await fixture.db.owner.query(`delete from employer where valid_from = '2020-01-01'`)
  const whole = readFileSync(long)
  const start = 20 + whole.readUInt32BE(16)
  const frames: Buffer[] = []
  for (let at = start; at < whole.length; at += (frames.at(-1) as Buffer).length)
    frames.push(whole.subarray(at, at + 21 + whole.readUInt32BE(at + 1)))
  expect(frames.length).toBeGreaterThan(3)
  const head = whole.subarray(0, start)
  const flipped = (at: number) => Buffer.from(whole).fill((whole[at] ?? 0) ^ 1, at, at + 1)
  const broken: Record<string, Buffer> = {
    'cut off inside a chunk': whole.subarray(0, whole.length - 5),
    'without its last chunk': Buffer.concat([head, ...frames.slice(0, -1)]),
    'without a chunk in the middle': Buffer.concat([head, ...frames.toSpliced(1, 1)]),
    'with two chunks exchanged': Buffer.concat([head, ...frames.with(0, frames[1]!).with(1, frames[0]!)]),
    'with a chunk doubled': Buffer.concat([head, ...frames.toSpliced(1, 0, frames[1]!)]),
    'with bytes behind its end': Buffer.concat([whole, Buffer.from('x')]),
    'with another header': flipped(40),
    'with one bit changed': flipped(start + 30_000),
    'cut down to its header': head,
    'of nothing': Buffer.alloc(0),
  }
  const damaged = path.join(folder, 'damaged.backup')
  for (const [what, bytes] of Object.entries(broken)) {
    writeFileSync(damaged, bytes)
    await expect(verifyBackup(damaged, fixture.keysFile.keys.backup), what).rejects.toThrow(/backup/)
  }
  const empty = await emptyDatabase()
  writeFileSync(damaged, broken['without its last chunk'] as Buffer)
  await expect(restore(damaged, empty.owner)).rejects.toThrow('backup')
  // Nothing of it is left, and the good one can be restored there.
  expect((await empty.owner.query('select 1 from event union all select 1 from installation')).rowCount).toBe(0)
  await restore(file, empty.owner)
})

test('is taken of one instant while the server writes', async () => {
  const busy = path.join(folder, 'busy.backup')
  const writes = randomLives(fixture, crew, randomFrom(5), 200)
  await write(busy)
  await writes
  const empty = await emptyDatabase()
  await restore(busy, empty.owner)
  const verified = await verifyLedger(empty.owner, { macKey: fixture.keysFile.keys.mac, keysFolder: null })
  expect(verified).toMatchObject({ intact: true })
  const { header } = await verifyBackup(busy, fixture.keysFile.keys.backup)
  const batch = header.heads.find((head) => head.realm === 9901)?.batch ?? 0
  const { rows } = await fixture.db.owner.query('select batch from realm_head where realm = 9901')
  expect(batch).toBeLessThan(rows[0].batch)
})

test('refuses a database that is not empty, and a name that is taken', async () => {
  await expect(restore(file, fixture.db.owner)).rejects.toThrow('the database is not empty')
  await expect(write(file)).rejects.toThrow('exists')
  const foreign = await emptyDatabase()
  await foreign.owner.query('create table theirs (a integer)')
  await expect(restore(file, foreign.owner)).rejects.toThrow('the database is not empty (it has theirs)')
})

test('an interruption leaves no file', async () => {
  const controller = new AbortController()
  const stopped = write(path.join(folder, 'never.backup'), {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('enough')),
  })
  await expect(stopped).rejects.toThrow('enough')
  expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([])
})

test('an interruption reaches a backup that waits for somebody', async () => {
  const holder = await fixture.db.owner.connect()
  await holder.query('begin')
  await holder.query('lock table work in access exclusive mode')
  const controller = new AbortController()
  const stopped = write(path.join(folder, 'waiting.backup'), { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 300)
  await expect(stopped).rejects.toThrow('enough')
  expect(readdirSync(folder).filter((name) => name.startsWith('waiting'))).toEqual([])
  await holder.query('rollback')
  holder.release()
})

test('a restore that was killed before it booked the erasures is made up for at the next start, once', async () => {
  const demand = await fixture.raise('删掉之前', { mode: 'named', identity: { name: '测试者' } })
  const backup = path.join(folder, 'killed.backup')
  const { owner } = fixture.db
  await writeBackup({ owner, backupKey: fixture.keysFile.keys.backup, at: fixture.clock.now(), file: backup })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  await fixture.accept(worker, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
  const erasures = readErasures(fixture.keysFolder)
  const empty = await emptyDatabase()
  expect((await restore(backup, empty.owner, erasures)).destroyed).toBe(1)
  const { keysFile, keysFolder, clock } = fixture
  const over = { db: empty, keysFile, keysFolder: path.join(folder, 'killed-keys') }
  cpSync(keysFolder, over.keysFolder, { recursive: true })
  const started = await pipelineFixture({ over, at: clock.now() })
  try {
    const replay = () => replayErasures(empty.owner, started.pipeline, clock, erasures)
    expect(await replay()).toBe(1)
    expect(await replay()).toBe(0)
    const { rows } = await empty.owner.query('select erased from demand where id = $1', [demand])
    expect(rows).toEqual([{ erased: ['identity'] }])
    expect(await verifyLedger(empty.owner, { macKey: keysFile.keys.mac, keysFolder: null })).toMatchObject({
      intact: true,
    })
  } finally {
    await started.close()
  }
})

/** A pipeline over what a restore brought back, with the keys folder as it is now. */
async function liveOn(from: string, erasures: readonly Erasure[], name: string): Promise<PipelineFixture> {
  const empty = await emptyDatabase()
  await restore(from, empty.owner, erasures)
  const { keysFile, keysFolder, clock } = fixture
  const over = { db: empty, keysFile, keysFolder: path.join(folder, name) }
  cpSync(keysFolder, over.keysFolder, { recursive: true })
  const site = await pipelineFixture({ over, at: clock.now() })
  await replayErasures(empty.owner, site.pipeline, clock, erasures)
  undo.unshift(site.close)
  return site
}

async function backUp(site: PipelineFixture, name: string): Promise<string> {
  const to = path.join(folder, name)
  await writeBackup({ owner: site.db.owner, backupKey: site.keysFile.keys.backup, at: site.clock.now(), file: to })
  return to
}

const intact = async (site: PipelineFixture) =>
  expect(await verifyLedger(site.db.owner, { macKey: site.keysFile.keys.mac, keysFolder: null })).toMatchObject({
    intact: true,
  })

test('what is said after a restore that lost an end survives the next restore', async () => {
  const demand = await fixture.raise('删掉的话')
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const early = await backUp(fixture, 'early.backup')
  await fixture.accept(worker, 'message.post', { demand, text: '还有' })
  await fixture.accept(worker, 'demand.withdraw', { demand })
  await fixture.accept(worker, 'content.erase', { demand, parts: ['text'], reason: 'worker-request' })
  const second = await liveOn(early, readErasures(fixture.keysFolder), 'second-keys')
  await second.accept(worker, 'message.post', { demand, text: '重新说的' })
  const late = await backUp(second, 'late.backup')
  const third = await liveOn(late, readErasures(second.keysFolder), 'third-keys')
  const said = "select kind from content where subject = $1 and part = 'text'"
  expect((await third.db.owner.query(said, [demand])).rows).toEqual([{ kind: 'message' }])
  await intact(third)
})

test('what was erased after a restore does not come back with a backup of the end that was lost', async () => {
  const demand = await fixture.raise('还在的话', { mode: 'named', identity: { name: '测试者' } })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const early = await backUp(fixture, 'before-more.backup')
  for (let n = 0; n < 3; n++) await fixture.accept(worker, 'message.post', { demand, text: '还有' })
  const found = await backUp(fixture, 'found-again.backup')
  const second = await liveOn(early, [], 'without-more-keys')
  await second.accept(worker, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
  const third = await liveOn(found, readErasures(second.keysFolder), 'found-again-keys')
  const { rows } = await third.db.owner.query(
    `select erased, (select count(*)::int from subject_key where subject = id and part = 'identity') as keys from demand where id = $1`,
    [demand],
  )
  expect(rows).toEqual([{ erased: ['identity'], keys: 0 }])
  await intact(third)
})
