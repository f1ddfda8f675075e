import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife, randomLives } from '../../../test/kit/lives.ts'
import { agree, paperOf, withComments, worker } from '../../../test/kit/paper.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { freshDatabase } from '../../../test/kit/postgres.ts'
import { randomFrom } from '../../../test/kit/random.ts'
import type { Block } from '../../domain/article/block.ts'
import { type Config, readConfig } from '../config.ts'
import { connectDatabase, type DatabaseUrls } from '../database.ts'
import { type Head, readHeads } from '../ledger/heads-file.ts'
import { readLosses } from '../ledger/losses-file.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { createLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import { projectionTables } from '../projection/table.ts'
import { readErasures } from '../vault/erasures-file.ts'
import { bringBack } from './bring-back.ts'
import { writeBackup } from './write-backup.ts'

const FACE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let fixture: PipelineFixture
let crew: Crew
let folder: string
const undo: (() => Promise<void>)[] = []
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhagen-back-'))
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  await plainLife(fixture, crew)
})
afterAll(async () => {
  for (const each of undo) await each()
  await fixture?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A backup of the fixture, and a copy of its keys folder as it is now. */
async function backUp(name: string): Promise<{ file: string; keys: string }> {
  const file = path.join(folder, `${name}.backup`)
  await writeBackup({ owner: fixture.db.owner, backupKey: fixture.keysFile.keys.backup, at: fixture.clock.now(), file })
  const keys = path.join(folder, `${name}-keys`)
  cpSync(fixture.keysFolder, keys, { recursive: true })
  return { file, keys }
}

/** Where to restore to: an empty database on the tests' server. */
async function emptyPlace(keys: string): Promise<{ config: Config; owner: pg.Pool }> {
  const db = await freshDatabase('empty')
  undo.push(db.drop)
  const { ownerUrl, appUrl } = db.urls
  const env = {
    ZHAGEN_DATA: path.join(folder, 'none'),
    ZHAGEN_KEYS: keys,
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
  }
  return { config: readConfig(env), owner: db.owner }
}

function back(config: Config, file: string, acceptLoss = false, said: string[] = []) {
  return bringBack({
    config,
    clock: fixture.clock,
    log: createLog('silent'),
    file,
    acceptLoss,
    say: (line) => said.push(line),
  })
}

async function projections(pool: pg.Pool): Promise<string[]> {
  const found: string[] = []
  for (const table of Object.keys(projectionTables)) {
    const { rows } = await pool.query(`select md5(string_agg(t::text, E'\\n' order by t::text)) as md5 from ${table} t`)
    found.push(`${table} ${rows[0].md5}`)
  }
  return found
}

test('everything is destroyed, the embedded database and its folder, and comes back', async () => {
  const { file, keys } = await backUp('whole')
  const data = path.join(folder, 'data')
  const config = readConfig({ ZHAGEN_DATA: data, ZHAGEN_KEYS: keys })
  const before = await projections(fixture.db.owner)
  for (const again of ['the first time', 'after its folder is gone']) {
    const restored = await back(config, file)
    expect(restored, again).toMatchObject({ lost: [], erased: { destroyed: 0, booked: 0 }, verified: { intact: true } })
    const opened = await openDatabase({
      config,
      clock: fixture.clock,
      verb: 'test',
      say: () => undefined,
      onLost: () => undefined,
    })
    expect(await projections(opened.db.owner)).toEqual(before)
    expect(opened.installation).toMatchObject({ kind: 'test' })
    // The application's own login works as well: roles are no part of a backup.
    expect((await opened.db.reader.query('select current_user as role')).rows).toEqual([{ role: 'zhagen_reader' }])
    await opened.close()
    rmSync(data, { recursive: true })
    expect(existsSync(data)).toBe(false)
  }
}, 120_000)

test('an erasure after the backup survives it, and the ledger says so', async () => {
  const demand = await plainLife(fixture, crew, { name: '赵某人' })
  const open = await fixture.raise('还没有办结', { mode: 'named', identity: { name: '钱某人' } })
  const { file } = await backUp('before-erasure')
  const { owner } = fixture.db
  const erase = (which: string, parts: string[]) =>
    fixture.accept({ kind: 'claimant', demand: which, assisted: false }, 'content.erase', {
      demand: which,
      parts,
      reason: 'worker-request',
    })
  await erase(demand, ['identity', 'text'])
  await erase(open, ['identity'])
  expect(readErasures(fixture.keysFolder)).toMatchObject([
    { realm: 9901, subject: demand, parts: ['identity', 'text'], reason: 'worker-request' },
    { realm: 9901, subject: open, parts: ['identity'] },
  ])
  const keys = path.join(folder, 'erased-keys')
  cpSync(fixture.keysFolder, keys, { recursive: true })

  const place = await emptyPlace(keys)
  const said: string[] = []
  await expect(back(place.config, file, false, said)).rejects.toThrow('--accept-loss')
  const { rows: heads } = await owner.query('select batch from realm_head where realm = 9901')
  expect(said).toContain(
    `realm 9901: the backup ends at batch ${heads[0].batch - 2}; the heads file knows ${heads[0].batch}: events after it are lost`,
  )
  // Refused before anything was touched.
  expect((await place.owner.query(`select 1 from pg_class where relnamespace = 'public'::regnamespace`)).rowCount).toBe(
    0,
  )

  const restored = await back(place.config, file, true)
  expect(restored).toMatchObject({ erased: { destroyed: 3, booked: 2 }, verified: { intact: true } })
  expect(restored.lost).toMatchObject([{ realm: 9901, from: heads[0].batch - 1, to: heads[0].batch }])
  expect(readLosses(keys)).toMatchObject([{ realm: 9901, from: heads[0].batch - 1, to: heads[0].batch }])
  const left = await place.owner.query(
    `select (select array_agg(part) from subject_key where subject = $1) as keys, (select array_agg(part) from subject_key where subject = $2) as open,
       (select count(*)::int from content where subject = $1) as contents`,
    [demand, open],
  )
  expect(left.rows).toEqual([{ keys: null, open: ['text'], contents: 0 }])
  const { rows } = await place.owner.query('select id, erased from demand where id = any ($1) order by id', [
    [demand, open],
  ])
  expect(rows).toEqual(
    [demand, open].sort().map((id) => ({ id, erased: id === demand ? ['identity', 'text'] : ['identity'] })),
  )
})

test('a text erased after a closing that the backup does not have is erased all the same', async () => {
  const demand = await fixture.raise('撤回前说的话')
  const { file } = await backUp('before-closing')
  const worker = { kind: 'claimant', demand, assisted: false } as const
  await fixture.accept(worker, 'demand.withdraw', { demand, pressed: false })
  await fixture.accept(worker, 'content.erase', { demand, parts: ['text'], reason: 'worker-request' })
  const keys = path.join(folder, 'closing-keys')
  cpSync(fixture.keysFolder, keys, { recursive: true })
  const place = await emptyPlace(keys)
  expect(await back(place.config, file, true)).toMatchObject({
    erased: { destroyed: 1, booked: 1 },
    verified: { intact: true },
  })
  const { rows } = await place.owner.query('select state, erased from demand where id = $1', [demand])
  expect(rows).toEqual([{ state: 'raised', erased: ['text'] }])
})

test('what was taken back after the backup does not come back: name, face, article, comment', async () => {
  const one = await pipelineFixture({ rules: withComments })
  const hands = await crewOf(one)
  const paper = await paperOf(one)
  undo.push(async () => {
    await paper.close()
    await one.close()
  })
  const told: Block = { kind: 'paragraph', text: '林桂香师傅说，一分不少。', person: true }
  const face: Block = { kind: 'picture', image: FACE, alt: '林桂香站在机台前', person: true }
  const plain: Block = { kind: 'paragraph', text: '2012年，工会的人到了厂里。' }
  const demand = await plainLife(one, hands)
  await one.accept(worker(demand), 'consent.give', { demand, ...agree })
  const kept = await plainLife(one, hands)
  await one.accept(worker(kept), 'consent.give', { demand: kept, ...agree })
  const article = await paper.publish([plain, told, face], { tells: 'worker', demand })
  const stays = await paper.publish([plain, { ...told, text: '张大山师傅说，够了。' }], {
    tells: 'worker',
    demand: kept,
  })
  const mistaken = await paper.publish([{ ...plain, text: '这一篇有误。' }])
  await one.accept(paper.first, 'article.comments', { article: mistaken, open: true })
  const said = { article: mistaken, text: '收回的话', phone: '13900000000' }
  const { stream: comment } = await one.accept({ kind: 'system' }, 'comment.write', said)
  await one.accept(paper.first, 'comment.publish', { comment })
  const { stream: rude } = await one.accept({ kind: 'system' }, 'comment.write', { ...said, text: '骂人的话' })
  await one.accept(paper.first, 'comment.publish', { comment: rude })

  const file = path.join(folder, 'withdrawn.backup')
  await writeBackup({ owner: one.db.owner, backupKey: one.keysFile.keys.backup, at: one.clock.now(), file })
  await one.accept({ kind: 'claimant', demand: comment, assisted: false }, 'comment.withdraw', { comment })
  await one.accept(paper.first, 'comment.refuse', { comment: rude, reason: 'insult' })
  await one.accept(paper.first, 'article.withdraw', { article: mistaken, what: 'whole', reason: 'mistaken' })
  await one.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  // Agreed to again after it was taken back: that is in force, and a backup that has it keeps it.
  await one.accept(worker(kept), 'consent.withdraw', { demand: kept, purpose: 'public-story' })
  await one.accept(worker(kept), 'consent.give', { demand: kept, ...agree })
  await paper.follow()
  const later = path.join(folder, 'agreed-again.backup')
  await writeBackup({ owner: one.db.owner, backupKey: one.keysFile.keys.backup, at: one.clock.now(), file: later })

  const restore = async (from: string) => {
    const keys = path.join(folder, `${path.basename(from)}-keys`)
    cpSync(one.keysFolder, keys, { recursive: true })
    const place = await emptyPlace(keys)
    const restored = await back(place.config, from, true)
    expect(restored.verified.intact).toBe(true)
    const { rows } = await place.owner.query(
      `select (select array_agg(demand order by demand) from consent) as consents, (select held from published where id = $1) as held,
         (select status from article where id = $2) as article, (select status from comment where id = $3) as comment,
         (select status from comment where id = $5) as rude, (select count(*)::int from content where subject = $3) as words,
         (select held from published where id = $4) as stays`,
      [article, mistaken, comment, stays, rude],
    )
    return { withdrawn: restored.withdrawn, ...rows[0] }
  }
  const gone = {
    consents: null,
    held: false,
    article: 'withdrawn',
    comment: 'withdrawn',
    rude: 'refused',
    words: 0,
    stays: false,
  }
  expect(await restore(file)).toEqual({ withdrawn: 7, ...gone })
  // What the follower took out stands in this backup already; nothing is taken back twice, nor what was agreed to since.
  expect(await restore(later)).toMatchObject({
    withdrawn: 0,
    consents: [kept],
    article: 'withdrawn',
    comment: 'withdrawn',
    words: 0,
  })
}, 120_000)

test('goes on living after a loss, and verifies', async () => {
  const { file } = await backUp('older')
  await randomLives(fixture, crew, randomFrom(2), 30)
  const keys = path.join(folder, 'living-keys')
  cpSync(fixture.keysFolder, keys, { recursive: true })
  const db = await freshDatabase('empty')
  undo.push(db.drop)
  const { ownerUrl, appUrl } = db.urls
  const env = {
    ZHAGEN_DATA: path.join(folder, 'none'),
    ZHAGEN_KEYS: keys,
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
  }
  await back(readConfig(env), file, true)
  const second = await pipelineFixture({ over: { db, keysFile: fixture.keysFile, keysFolder: keys } })
  await plainLife(second, crew)
  await second.close()
  expect(await verifyLedger(db.owner, { macKey: fixture.keysFile.keys.mac, keysFolder: keys })).toMatchObject({
    intact: true,
  })
})

test('a backup of the end that a restore lost is not taken for the whole', async () => {
  const { file } = await backUp('parted')
  for (let n = 0; n < 3; n++) await fixture.raise('后来丢了的')
  const { file: found } = await backUp('found-again')
  const keys = path.join(folder, 'parted-keys')
  cpSync(fixture.keysFolder, keys, { recursive: true })
  const place = await emptyPlace(keys)
  await back(place.config, file, true)
  const db = { ...fixture.db, ...connectDatabase(place.config.ownDatabase as DatabaseUrls) }
  const second = await pipelineFixture({ over: { db, keysFile: fixture.keysFile, keysFolder: keys } })
  await second.raise('丢了以后说的')
  await second.close()
  await db.end()
  const before = readLosses(keys)
  const said: string[] = []
  const other = await emptyPlace(keys)
  await expect(back(other.config, found, false, said)).rejects.toThrow('--accept-loss')
  expect(said.at(-1)).toContain('realm 9901: the backup has another batch')
  expect(readLosses(keys)).toEqual(before)
  const { n, mac } = readHeads(keys).get(9901) as Head
  const restored = await back(other.config, found, true)
  expect(restored).toMatchObject({ lost: [{ realm: 9901, from: n, to: n, mac }], verified: { intact: true } })
  expect(readLosses(keys)).toMatchObject([...before, { realm: 9901, to: n, mac }])
})

test('needs the key file that belongs to the backup', async () => {
  const { file } = await backUp('keyed')
  const none = await emptyPlace(path.join(folder, 'no-keys'))
  await expect(back(none.config, file)).rejects.toThrow('is missing; put back the copy you keep apart')
  expect(readFileSync(file).length).toBeGreaterThan(1000)
})

test('what was said after an erasure is in the backup, comes back and can be read', async () => {
  const demand = await plainLife(fixture, crew, { name: '孙某人' })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  await fixture.accept(worker, 'content.erase', { demand, parts: ['text'], reason: 'worker-request' })
  await fixture.accept(worker, 'demand.reopen', { demand, text: '又停发了，从头说' })
  const { file, keys } = await backUp('said-again')
  const place = await emptyPlace(keys)
  expect(await back(place.config, file)).toMatchObject({
    erased: { destroyed: 0, booked: 0 },
    verified: { intact: true, first: null },
  })
  const left = await place.owner.query('select kind from content where subject = $1 and part = $2', [demand, 'text'])
  expect(left.rows).toEqual([{ kind: 'reopening' }])
  const { rows } = await place.owner.query('select erased from demand where id = $1', [demand])
  expect(rows).toEqual([{ erased: [] }])
})
