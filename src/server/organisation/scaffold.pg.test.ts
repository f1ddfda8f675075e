import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { loadRegions } from '../region/load.ts'
import { NoSuchSeat, scaffoldUnits } from './scaffold.ts'

const on = '2026-01-05'
let database: FreshDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  const dir = new URL('../../../rules/regions', import.meta.url).pathname
  await loadRegions(client, dir, { at: new Date('2026-01-05T01:00:00Z'), fictional: true })
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})
beforeEach(() => client.query('truncate unit, section cascade'))

async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  return (await client.query(sql, values)).rows[0]
}
const version = async () => (await one<{ n: number }>('select n from directory_version')).n

async function pathOf(region: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.name from unit u, unnest(u.ancestors) with ordinality as p (id, step) join unit a on a.id = p.id
     where u.region = $1 order by p.step`,
    [region],
  )
  return rows.map(({ name }) => name)
}

async function treeIsTrue(): Promise<void> {
  const { rows } = await client.query(
    `select u.id from unit u left join unit p on p.id = u.parent where u.ancestors <> u.id || coalesce(p.ancestors, '{}')`,
  )
  expect(rows).toEqual([])
}

it('seats a county and its townships, not yet claimed, with sections', async () => {
  const before = await version()
  const done = await scaffoldUnits(client, '990102', { on })
  expect(done).toMatchObject({ regions: 7, created: 7, existing: 0, relinked: 0 })
  expect(await pathOf('990102001')).toEqual(['柳荫街道工会', '江湾区总工会'])
  expect(
    await one('select claimed_at, level, kind, realm, valid_from::text from unit where id = $1', [done.root]),
  ).toEqual({
    claimed_at: null,
    level: 'county',
    kind: 'local',
    realm: 9901,
    valid_from: on,
  })
  const sections = await client.query('select section from section where unit = $1', [done.root])
  expect(sections.rows.map(({ section }) => section)).toEqual(expect.arrayContaining(['hotline', 'legal']))
  expect(await version()).toBe(before + 1)
})

it('changes nothing the second time', async () => {
  await scaffoldUnits(client, '990102', { on })
  await client.query(`update unit set name = '江湾区总工会（已更名）' where region = '990102'`)
  const before = await version()
  expect(await scaffoldUnits(client, '990102', { on })).toMatchObject({ created: 0, existing: 7, relinked: 0 })
  expect(await pathOf('990102')).toEqual(['江湾区总工会（已更名）'])
  expect(await version()).toBe(before)
})

it('links what was seated before to what comes above it', async () => {
  await scaffoldUnits(client, '990102', { on })
  expect(await scaffoldUnits(client, '990000', { on })).toMatchObject({ existing: 7, relinked: 1 })
  expect(await pathOf('990102001')).toEqual(['柳荫街道工会', '江湾区总工会', '示例市总工会', '示例省总工会'])
  await treeIsTrue()
})

it('links a county to the nearest union above where levels are missing', async () => {
  await client.query(
    `insert into unit (id, name, level, kind, region, realm, ancestors, valid_from)
     values (900001, '中华全国总工会', 'nation', 'local', '000000', 1, '{900001}', $1)`,
    [on],
  )
  await scaffoldUnits(client, '990102', { on })
  expect(await pathOf('990102001')).toEqual(['柳荫街道工会', '江湾区总工会', '中华全国总工会'])
  await scaffoldUnits(client, '990103', { on, federation: '临溪县工会联合会' })
  expect(await pathOf('990103100')).toEqual(['石桥镇工会', '临溪县工会联合会', '中华全国总工会'])
  expect(await scaffoldUnits(client, '990000', { on })).toMatchObject({ relinked: 2 })
  expect(await pathOf('990103100')).toEqual([
    '石桥镇工会',
    '临溪县工会联合会',
    '示例市总工会',
    '示例省总工会',
    '中华全国总工会',
  ])
  await treeIsTrue()
})

it('seats no union in prefectures that are none, and one in a city without counties', async () => {
  await scaffoldUnits(client, '110000', { on })
  expect(await pathOf('110101001')).toEqual(['东华门街道工会', '东城区总工会', '北京市总工会'])
  expect(await one(`select count(*)::int as n from unit where region = '110100'`)).toEqual({ n: 0 })
  await scaffoldUnits(client, '440000', { on })
  expect(await pathOf('441900003')).toEqual(['东城街道工会', '东莞市总工会', '广东省总工会'])
  const offices = await client.query(`select name from unit where name ~ '办事处工会$|管理委员会工会$'`)
  expect(offices.rows).toEqual([])
  await treeIsTrue()
})

it('says which region is no seat', async () => {
  await expect(scaffoldUnits(client, '990199', { on })).rejects.toThrow(NoSuchSeat)
  await expect(scaffoldUnits(client, '110100', { on })).rejects.toThrow('市辖区 is no seat of a union')
  expect(await one('select count(*)::int as n from unit')).toEqual({ n: 0 })
})

it('seats the nation within half a minute', async () => {
  const start = performance.now()
  const done = await scaffoldUnits(client, '000000', { on })
  expect(performance.now() - start).toBeLessThan(30_000)
  expect(done.created).toBeGreaterThan(44_000)
  expect(await one('select count(*)::int as roots from unit where parent is null')).toEqual({ roots: 1 })
  await treeIsTrue()
})
