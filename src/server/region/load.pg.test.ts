import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { RegionFileFault } from './edition.ts'
import { loadRegionFile, loadRegions } from './load.ts'

const RULES = new URL('../../../rules/regions', import.meta.url).pathname
const at = new Date('2026-01-05T01:00:00Z')

let database: FreshDatabase
let client: pg.PoolClient
let dir: string
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  dir = await mkdtemp(join(tmpdir(), 'zhagen-regions-'))
})
afterAll(async () => {
  client?.release()
  await database?.drop()
  await rm(dir, { recursive: true, force: true })
})
beforeEach(() => client.query('truncate region, region_edition cascade'))

async function edition(name: string, validFrom: string, lines: string[], about: Record<string, unknown> = {}) {
  const csv = `${lines.join('\n')}\n`
  const sha256 = createHash('sha256').update(csv).digest('hex')
  const yaml = {
    edition: name,
    title: 't',
    source: 's',
    validFrom,
    covers: ['98'],
    nodes: lines.length - 1,
    sha256,
    ...about,
  }
  await writeFile(join(dir, `${name}.csv`), csv)
  await writeFile(join(dir, `${name}.yaml`), JSON.stringify(yaml))
  return join(dir, `${name}.csv`)
}

const OLD = [
  'code,name',
  '000000,全国',
  '980000,甲省',
  '980100,乙市',
  '980101,丙县',
  '980101100,丁镇',
  '980101101,戊镇',
]

async function inForce() {
  const { rows } = await client.query<{ node: string }>(
    `select code || name as node from region where valid_to is null order by code`,
  )
  return rows.map(({ node }) => node)
}

it('loads the shipped division whole, and a second time not at all', async () => {
  const start = performance.now()
  const loads = await loadRegions(client, RULES, { at, fictional: true })
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(loads.map(({ edition, state, nodes }) => ({ edition, state, nodes }))).toEqual([
    { edition: 'fictional-9901', state: 'loaded', nodes: 13 },
    { edition: 'china-2023', state: 'loaded', nodes: 44704 },
  ])
  const { rows } = await client.query('select level, count(*)::int as n from region group by level order by level')
  expect(Object.fromEntries(rows.map(({ level, n }) => [level, n]))).toEqual({
    nation: 1,
    province: 35,
    prefecture: 343,
    county: 2977,
    township: 41360,
  })
  const orphans = await client.query(
    'select code from region r where parent is not null and not exists (select from region p where p.code = r.parent)',
  )
  expect(orphans.rows).toEqual([])

  const again = performance.now()
  expect((await loadRegions(client, RULES, { at, fictional: true })).map(({ state }) => state)).toEqual([
    'unchanged',
    'unchanged',
  ])
  expect(performance.now() - again).toBeLessThan(1000)
})

it('gives every node its realm, and folds prefectures that are none', async () => {
  await loadRegions(client, RULES, { at })
  const { rows } = await client.query(
    `select code, realm from region where code in ('000000', '110101', '130100', '419001', '441900003', '500229') order by code`,
  )
  expect(rows).toEqual([
    { code: '000000', realm: 1 },
    { code: '110101', realm: 1100 },
    { code: '130100', realm: 1301 },
    { code: '419001', realm: 4100 },
    { code: '441900003', realm: 4419 },
    { code: '500229', realm: 5000 },
  ])
})

it('leaves the fictional province out of a real installation', async () => {
  await loadRegions(client, RULES, { at })
  expect((await client.query(`select 1 from region where code like '99%'`)).rowCount).toBe(0)
})

it('closes, opens and renames with a new edition, deletes nothing, and links successors', async () => {
  await loadRegionFile(client, await edition('old', '2024-01-01', OLD), { at })
  const next = [
    'code,name,replaces',
    '000000,全国,',
    '980000,甲省,',
    '980100,新乙市,',
    '980101,丙县,',
    '980101102,丁戊镇,980101100 980101101',
  ]
  const load = await loadRegionFile(client, await edition('new', '2025-01-01', next), { at })
  expect(load).toEqual({ edition: 'new', state: 'loaded', nodes: 5, opened: 1, closed: 2, renamed: 1 })
  expect(await inForce()).toEqual(['000000全国', '980000甲省', '980100新乙市', '980101丙县', '980101102丁戊镇'])
  const { rows } = await client.query(
    `select code, name, valid_to::text, successor from region where valid_to is not null order by code`,
  )
  expect(rows).toEqual([
    { code: '980100', name: '乙市', valid_to: '2025-01-01', successor: '980100' },
    { code: '980101100', name: '丁镇', valid_to: '2025-01-01', successor: '980101102' },
    { code: '980101101', name: '戊镇', valid_to: '2025-01-01', successor: '980101102' },
  ])
  const kept = await client.query(`select edition, valid_from::text from region where code = '980101'`)
  expect(kept.rows).toEqual([{ edition: 'old', valid_from: '2024-01-01' }])
})

it('does not touch what an edition does not cover', async () => {
  await loadRegionFile(client, await edition('old', '2024-01-01', OLD), { at })
  const other = await edition('other', '2025-01-01', ['code,name', '000000,天下', '970000,某省'], { covers: ['97'] })
  await loadRegionFile(client, other, { at })
  expect(await inForce()).toEqual(['000000全国', '970000某省', ...OLD.slice(2).map((line) => line.replace(',', ''))])
})

it('does nothing for an edition older than the one in force', async () => {
  await loadRegionFile(client, await edition('old', '2024-01-01', OLD), { at })
  const before = await inForce()
  const older = await edition('older', '2023-01-01', ['code,name', '000000,全国', '980000,甲省'])
  expect((await loadRegionFile(client, older, { at })).state).toBe('older')
  expect(await inForce()).toEqual(before)
})

it('puts a corrected file of the same edition right in place', async () => {
  await loadRegionFile(client, await edition('old', '2024-01-01', OLD), { at })
  const corrected = OLD.map((line) => line.replace('丁镇', '丁庄镇')).filter((line) => !line.includes('戊'))
  const load = await loadRegionFile(client, await edition('old', '2024-01-01', corrected), { at })
  expect(load).toMatchObject({ state: 'loaded', opened: 0, closed: 1, renamed: 1 })
  expect(await inForce()).toEqual(corrected.slice(1).map((line) => line.replace(',', '')))
  expect((await client.query('select 1 from region')).rowCount).toBe(6)
})

it('changes nothing when it is cut off, and does it all the next time', async () => {
  await loadRegionFile(client, await edition('old', '2024-01-01', OLD), { at })
  const next = await edition('new', '2025-01-01', ['code,name', '000000,全国', '980000,甲省', '980300,己市'])
  await client.query(`create function cut_off() returns trigger language plpgsql as $$ begin raise 'cut off'; end $$`)
  await client.query(`create trigger cut_off after insert on region for each statement execute function cut_off()`)
  await expect(loadRegionFile(client, next, { at })).rejects.toThrow('cut off')
  expect(await inForce()).toEqual(OLD.slice(1).map((line) => line.replace(',', '')))
  expect((await client.query('select edition from region_edition')).rows).toEqual([{ edition: 'old' }])
  await client.query('drop trigger cut_off on region')
  expect((await loadRegionFile(client, next, { at })).state).toBe('loaded')
  expect(await inForce()).toEqual(['000000全国', '980000甲省', '980300己市'])
})

it('names every bad line and writes nothing', async () => {
  const bad = ['code,name', '000000,全国', '98000,甲省', '980100,', '980101,丙县', '980101,丙县']
  const failure = await loadRegionFile(client, await edition('bad', '2024-01-01', bad), { at }).catch((error) => error)
  expect(failure).toBeInstanceOf(RegionFileFault)
  expect(failure.faults).toEqual([
    'line 3: 98000 is not six or nine digits',
    'line 4: 980100 has no name of 1 to 100 characters',
    'line 6: 980101 stands in the file twice',
    '980100: its parent 980000 is not in the file',
    '3 nodes, the yaml says 5',
  ])
  expect(await inForce()).toEqual([])
})

it('refuses a file that is not the one its yaml describes', async () => {
  const file = await edition('old', '2024-01-01', OLD, { sha256: '0'.repeat(64) })
  await expect(loadRegionFile(client, file, { at })).rejects.toThrow('SHA-256')
  await rm(join(dir, 'old.yaml'))
  await expect(loadRegionFile(client, file, { at })).rejects.toThrow('old.yaml must stand beside it')
})
