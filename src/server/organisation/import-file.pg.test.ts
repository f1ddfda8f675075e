import { createReadStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { loadRegionFile } from '../region/load.ts'
import { importOrganisations } from './import.ts'
import { scaffoldUnits } from './scaffold.ts'

const on = '2026-01-05'
const HEADER = 'kind,name,region\n'
let database: FreshDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  const file = new URL('../../../rules/regions/fictional-9901.csv', import.meta.url).pathname
  await loadRegionFile(client, file, { at: new Date('2026-01-05T01:00:00Z') })
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})
beforeEach(async () => {
  await client.query('truncate unit, section, employer cascade')
  await scaffoldUnits(client, '990102', { on })
})

const load = (chunks: (string | Buffer)[], options = {}) =>
  importOrganisations(database.owner, Readable.from(chunks.map((chunk) => Buffer.from(chunk))), { on, ...options })
const names = async () => (await client.query('select name from employer order by id')).rows.map(({ name }) => name)

it('takes the shipped template as it is', async () => {
  const template = createReadStream(new URL('../../../rules/organisations/template.csv', import.meta.url))
  const result = await importOrganisations(database.owner, template, { on })
  expect(result).toMatchObject({ rows: 2, created: 2, rejected: 0, warnings: 0 })
})

it('takes UTF-8 with a mark, characters cut by the stream, quotes, and empty lines', async () => {
  const text = Buffer.from(`\uFEFF${HEADER}用人单位,"甲""厂""，
一",990102001\n\n用人单位,江湾"精工"厂,990102001\n,,\n用人单位,𬱖厂,990102001000\n`)
  const bytes = [...text].map((byte) => Buffer.from([byte]))
  const faults: { line: number; why: string }[] = []
  const result = await load(bytes, { onFault: (fault: { line: number; why: string }) => faults.push(fault) })
  expect(result).toMatchObject({ rows: 3, created: 2, rejected: 1 })
  expect(faults).toMatchObject([{ line: 3, why: 'holds a line break or another control character' }])
  expect(await names()).toEqual(['江湾"精工"厂', '𬱖厂'])
})

const GB18030 = Buffer.concat([
  Buffer.from(`${HEADER}`),
  Buffer.from([0xd3, 0xc3, 0xc8, 0xcb, 0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xbc, 0xd7, 0xb3, 0xa7]),
  Buffer.from(',990102001\n'),
])

it('says that a file is GB18030, and takes it when told so', async () => {
  await expect(load([GB18030])).rejects.toThrow('reads as GB18030: run again with --encoding gb18030')
  expect(await names()).toEqual([])
  expect(await load([GB18030], { encoding: 'gb18030' })).toMatchObject({ created: 1 })
  expect(await names()).toEqual(['甲厂'])
})

it('says what is wrong with a file that cannot be read', async () => {
  await expect(load([])).rejects.toThrow('the file is empty')
  await expect(load([Buffer.from('\uFEFFkind', 'utf16le')])).rejects.toThrow('UTF-16')
  await expect(load([Buffer.from([0x6b, 0xff, 0xff, 0x30])])).rejects.toThrow('neither UTF-8 nor GB18030')
  await expect(load(['kind,name\n'])).rejects.toThrow('the column region is missing')
  await expect(load(['kind,name,region,phone\n'])).rejects.toThrow('the column “phone” is not known')
  await expect(load(['kind,name,region,名称\n'])).rejects.toThrow('the column name stands there twice')
  await expect(load([HEADER, `用人单位,"${'厂'.repeat(70_000)}`])).rejects.toThrow(/line \d+: /)
})

it('writes the rejected rows as they stood, with line and reason, so that they can be mended and loaded', async () => {
  let written = ''
  const rejects = new Writable({
    write(chunk, _encoding, done) {
      written += chunk
      done()
    },
  })
  await load([HEADER, '用人单位,甲厂,990102001\n用人单位,"乙,厂",99\n'], { rejects })
  expect(written).toBe(
    'kind,name,region,line,why\r\n用人单位,"乙,厂",99,3,region: not a region code of six or nine digits\r\n',
  )
})

it('stops between batches when interrupted, and a second run takes up the rest', async () => {
  const rows = Array.from({ length: 10 }, (_, n) => `用人单位,厂${n},990102001\n`)
  const stop = new AbortController()
  let batches = 0
  const text = (async function* () {
    yield Buffer.from(HEADER)
    for (const row of rows) {
      if (++batches === 6) stop.abort()
      yield Buffer.from(row)
    }
  })()
  const cut = await importOrganisations(database.owner, text, { on, rowsPerBatch: 3, signal: stop.signal })
  expect(cut.interrupted).toBe(true)
  expect(cut.created % 3).toBe(0)
  expect(await names()).toHaveLength(cut.created)
  expect(cut.created).toBeLessThan(10)
  expect(await load([HEADER, ...rows], { rowsPerBatch: 3 })).toMatchObject({
    created: 10 - cut.created,
    unchanged: cut.created,
  })
})

it('keeps whole batches when the database fails in the middle', async () => {
  await client.query(`create function cut_off() returns trigger language plpgsql as $$
    begin if exists (select from fresh where name = '厂7') then raise 'cut off'; end if; return null; end $$`)
  await client.query(
    'create trigger cut_off after insert on employer referencing new table as fresh for each statement execute function cut_off()',
  )
  const rows = Array.from({ length: 10 }, (_, n) => `用人单位,厂${n},990102001\n`)
  await expect(load([HEADER, ...rows], { rowsPerBatch: 3 })).rejects.toThrow('cut off')
  expect(await names()).toHaveLength(6)
  await client.query('drop trigger cut_off on employer')
  expect(await load([HEADER, ...rows], { rowsPerBatch: 3 })).toMatchObject({ created: 4, unchanged: 6 })
})
