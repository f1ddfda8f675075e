import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife } from '../../../test/kit/lives.ts'
import { agree, worker } from '../../../test/kit/paper.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { erasuresPath, readErasures } from '../vault/erasures-file.ts'
import { readWithdrawals, withdrawalsPath } from '../vault/withdrawals-file.ts'
import { HeadsFile, headsPath, readHeads } from './heads-file.ts'
import { mendOutsideFiles } from './mend-outside.ts'

let fixture: PipelineFixture
let demand: string
let crew: Crew
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  demand = await fixture.raise('说过的话', { mode: 'named', identity: { name: '某人' } })
})
afterAll(() => fixture?.close())

const mend = () => {
  const { writer, heads, erasures, withdrawals, keys } = fixture.context
  const outside = { heads, erasures, withdrawals }
  return mendOutsideFiles(writer, { keysFolder: fixture.keysFolder, macKey: keys.mac, ...outside })
}
const headOf = async () =>
  (await fixture.db.owner.query(`select batch as n, encode(mac, 'hex') as mac from realm_head where realm = 9901`))
    .rows[0]

test('a server killed between commit and file is made up for, erasures included', async () => {
  const heads = readFileSync(headsPath(fixture.keysFolder))
  const worker = { kind: 'claimant', demand, assisted: false } as const
  await fixture.accept(worker, 'message.post', { demand, text: '还有' })
  await fixture.accept(worker, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
  writeFileSync(headsPath(fixture.keysFolder), heads)
  writeFileSync(erasuresPath(fixture.keysFolder), '')
  expect(await mend()).toBe(1)
  expect(readHeads(fixture.keysFolder).get(9901)).toEqual(await headOf())
  expect(readErasures(fixture.keysFolder)).toMatchObject([
    { realm: 9901, subject: demand, parts: ['identity'], reason: 'worker-request', version: expect.any(Number) },
  ])
  expect(await mend()).toBe(0)
})

test('an erasure is made up for though the batch behind it has written its line already', async () => {
  const other = await fixture.raise('说过的话', { mode: 'named', identity: { name: '某人' } })
  const worker = { kind: 'claimant', demand: other, assisted: false } as const
  await fixture.accept(worker, 'content.erase', { demand: other, parts: ['identity'], reason: 'worker-request' })
  const { n } = await headOf()
  await fixture.accept(worker, 'message.post', { demand: other, text: '还有' })
  // Killed when the batch behind had heard from the disk, and the one that erased had not yet.
  const lines = readFileSync(headsPath(fixture.keysFolder), 'utf8').split('\n')
  writeFileSync(headsPath(fixture.keysFolder), lines.filter((line) => !line.startsWith(`9901 ${n} `)).join('\n'))
  const before = readErasures(fixture.keysFolder)
  const written = readFileSync(erasuresPath(fixture.keysFolder), 'utf8').split('\n')
  writeFileSync(erasuresPath(fixture.keysFolder), written.filter((line) => !line.includes(other)).join('\n'))
  expect(readErasures(fixture.keysFolder)).toHaveLength(before.length - 1)
  expect(await mend()).toBe(1)
  expect(readErasures(fixture.keysFolder)).toEqual(before)
  expect(await mend()).toBe(0)
})

test('a consent taken back is made up for as well', async () => {
  const closed = await plainLife(fixture, crew)
  await fixture.accept(worker(closed), 'consent.give', { demand: closed, ...agree })
  const heads = readFileSync(headsPath(fixture.keysFolder))
  await fixture.accept(worker(closed), 'consent.withdraw', { demand: closed, purpose: 'public-story' })
  const before = readWithdrawals(fixture.keysFolder)
  expect(before).toMatchObject([{ what: 'consent', realm: 9901, stream: closed, code: 'public-story' }])
  writeFileSync(headsPath(fixture.keysFolder), heads)
  writeFileSync(withdrawalsPath(fixture.keysFolder), '')
  expect(await mend()).toBe(1)
  expect(readWithdrawals(fixture.keysFolder)).toEqual(before)
  expect(await mend()).toBe(0)
})

test('an end that was forged, or a file that was taken away, is not made up for', async () => {
  const { owner } = fixture.db
  const { n } = await headOf()
  await owner.query(
    `insert into ledger_batch select realm, n + 1, first_position, last_position, commands, at, root, prev, mac from ledger_batch where realm = 9901 and n = $1`,
    [n],
  )
  await owner.query('update realm_head set batch = batch + 1 where realm = 9901')
  expect(await mend()).toBe(0)
  await owner.query('delete from ledger_batch where realm = 9901 and n = $1', [n + 1])
  await owner.query('update realm_head set batch = batch - 1 where realm = 9901')
  writeFileSync(headsPath(fixture.keysFolder), '')
  expect(await mend()).toBe(0)
})

test('two processes that share the file lose none of their lines when one compacts it', async () => {
  const { heads } = fixture.context
  heads.append(1, 1, Buffer.alloc(32, 1))
  const other = new HeadsFile(fixture.keysFolder)
  heads.append(1, 2, Buffer.alloc(32, 2))
  other.append(2, 7, Buffer.alloc(32, 3))
  other.close()
  const read = readHeads(fixture.keysFolder)
  expect([read.get(1)?.n, read.get(2)?.n]).toEqual([2, 7])
})
