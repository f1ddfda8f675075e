import { Readable } from 'node:stream'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { loadRegionFile } from '../region/load.ts'
import { type ImportOptions, importOrganisations } from './import.ts'
import type { RowFault } from './import-row.ts'
import { scaffoldUnits } from './scaffold.ts'

const on = '2026-01-05'
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
  await scaffoldUnits(client, '990000', { on })
})

const HEADER =
  '类别 kind,统一社会信用代码 uscc,名称 name,地区代码 region,行业门类 industry,规模 size,所有制 ownership,上级工会 parent,所属用人单位 employer'

async function load(text: string | Buffer, options: Partial<ImportOptions> = {}) {
  const faults: RowFault[] = []
  const warnings: RowFault[] = []
  const stream = Readable.from([Buffer.from(text)])
  const collect = { onFault: (fault: RowFault) => faults.push(fault), onWarning: (one: RowFault) => warnings.push(one) }
  const result = await importOrganisations(database.owner, stream, { on, ...collect, ...options })
  return { result, faults, warnings }
}
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\r\n')}\r\n`
const PAIR = csv(
  '用人单位,91990102MA0000015T,甲厂,990102001,C,中型,民营,,',
  '工会,81990102MC0000012N,甲厂工会,990102001,,,,柳荫街道工会,91990102ma000001-5t',
)

async function rows(sql: string) {
  return (await client.query(sql)).rows
}

it('brings an enterprise and its union, under its parent', async () => {
  const { result, faults, warnings } = await load(PAIR)
  expect({ faults, warnings }).toEqual({ faults: [], warnings: [] })
  expect(result).toMatchObject({
    rows: 2,
    created: 2,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    applied: true,
    interrupted: false,
  })
  expect(
    await rows('select name, uscc, region, realm, industry, size, ownership, uscc_warning, valid_from from employer'),
  ).toEqual([
    {
      name: '甲厂',
      uscc: '91990102MA0000015T',
      region: '990102001',
      realm: 9901,
      industry: 'C',
      size: 'medium',
      ownership: 'private',
      uscc_warning: null,
      valid_from: on,
    },
  ])
  expect(
    await rows(
      `select u.level, p.name as parent, e.name as employer, u.ancestors = u.id || p.ancestors as path
       from unit u join unit p on p.id = u.parent join employer e on e.id = u.employer where u.uscc = '81990102MC0000012N'`,
    ),
  ).toEqual([{ level: 'grassroots', parent: '柳荫街道工会', employer: '甲厂', path: true }])
})

it('changes nothing the second time, and raises the version only for a change', async () => {
  await load(PAIR)
  const before = await rows('select n from directory_version')
  expect((await load(PAIR)).result).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(await rows('select n from directory_version')).toEqual(before)
})

it('changes in place what the file says otherwise, keeping the id and what it leaves empty', async () => {
  await load(PAIR)
  const [was] = await rows('select e.id as employer, u.id as union from employer e join unit u on u.employer = e.id')
  const { result } = await load(
    csv(
      '用人单位,91990102MA0000015T,甲新厂,990102002,,大型,,,',
      '工会,81990102MC0000012N,甲新厂工会,990102002,,,,望江街道工会,',
    ),
  )
  expect(result).toMatchObject({ created: 0, updated: 2 })
  expect(await rows('select id, name, region, industry, size from employer')).toEqual([
    { id: was.employer, name: '甲新厂', region: '990102002', industry: 'C', size: 'large' },
  ])
  expect(
    await rows(
      `select u.id, u.name, p.name as parent, u.employer, u.ancestors = u.id || p.ancestors as path
       from unit u join unit p on p.id = u.parent where u.level = 'grassroots'`,
    ),
  ).toEqual([{ id: was.union, name: '甲新厂工会', parent: '望江街道工会', employer: was.employer, path: true }])
})

it('names every fault of a row at once, with line and column, and takes the good rows', async () => {
  const { result, faults } = await load(
    csv(
      '用人单位,91990102MA0000015T,甲厂,990102001,C,,,,',
      '公司,123,,99,Z,巨型,,,',
      '用人单位,,乙厂,990177,,,,柳荫街道工会,',
      '工会,,丙厂工会,990102002,C,,,无名工会,无名厂',
    ),
  )
  expect(result).toMatchObject({ rows: 4, created: 1, rejected: 3 })
  expect(faults.map(({ line, column, value, why }) => [line, column, value, why])).toEqual([
    [3, '类别 kind', '公司', 'not one of employer, union'],
    [3, '名称 name', undefined, 'is empty'],
    [3, '地区代码 region', '99', 'not a region code of six or nine digits'],
    [3, '统一社会信用代码 uscc', '123', 'not 18 characters'],
    [3, '行业门类 industry', 'Z', expect.stringContaining('not one of A, B')],
    [3, '规模 size', '巨型', 'not one of large, medium, small, micro'],
    [4, '上级工会 parent', '柳荫街道工会', 'only for 工会'],
    [4, '地区代码 region', '990177', 'no such region is in force'],
    [5, '行业门类 industry', 'C', 'only for 用人单位'],
    [5, '所属用人单位 employer', '无名厂', 'no such 用人单位 here or above in the file'],
    [5, '上级工会 parent', '无名工会', 'no such 工会 here or above in the file'],
  ])
})

it('warns of a check digit and takes the code', async () => {
  const { result, warnings } = await load(
    csv('用人单位,91990102MA0000015X,甲厂,990102001,,,,,', '工会,91990102MA0000023M,甲厂工会,990102001,,,,,甲厂'),
  )
  expect(result).toMatchObject({ created: 2, rejected: 0, warnings: 2 })
  expect(warnings.map(({ line, column }) => [line, column])).toEqual([
    [2, '统一社会信用代码 uscc'],
    [3, '统一社会信用代码 uscc'],
  ])
  expect((await rows('select uscc_warning from employer'))[0].uscc_warning).toContain('check digit')
})

it('finds a parent in the same file, above or below, and the seat of the region when none is named', async () => {
  const { result, faults } = await load(
    csv('工会,,车间工会,990102001,,,,甲厂工会,', '工会,,甲厂工会,990102001,,,,集团工会,', '工会,,集团工会,990102,,,,,'),
  )
  expect(faults).toEqual([])
  expect(result.created).toBe(3)
  const path = await rows(
    `select a.name from unit u, unnest(u.ancestors) with ordinality as p (id, step) join unit a on a.id = p.id
     where u.name = '车间工会' order by p.step`,
  )
  expect(path.map(({ name }) => name)).toEqual([
    '车间工会',
    '甲厂工会',
    '集团工会',
    '江湾区总工会',
    '示例市总工会',
    '示例省总工会',
  ])
})

it('lets no union stand below itself', async () => {
  await load(csv('工会,,甲工会,990102001,,,,,', '工会,,乙工会,990102001,,,,甲工会,'))
  const circle = await load(csv('工会,,甲工会,990102001,,,,乙工会,', '工会,,乙工会,990102001,,,,甲工会,'))
  expect(circle.faults.map(({ line, why }) => [line, why])).toEqual([[2, 'stands below this union itself']])
  const swap = await load(csv('工会,,乙工会,990102001,,,,柳荫街道工会,', '工会,,甲工会,990102001,,,,乙工会,'))
  expect(swap.faults).toEqual([])
  expect(
    await rows(`select 1 from unit u join unit p on p.id = u.parent where u.ancestors <> u.id || p.ancestors`),
  ).toEqual([])
})

it('gives a local union its code, and moves it nowhere', async () => {
  const good = await load(csv('工会,89990102MC0000020Q,江湾区总工会,990102,,,,,'))
  expect(good.result).toMatchObject({ created: 0, updated: 1 })
  const before = await rows('select * from unit order by id')
  const bad = await load(
    csv('用人单位,,甲厂,990102,,,,,', '工会,89990102MC0000020Q,江湾区总工会,990103,,,,柳荫街道工会,甲厂'),
  )
  expect(bad.faults.map(({ line, column }) => [line, column])).toEqual([
    [3, '地区代码 region'],
    [3, '上级工会 parent'],
    [3, '所属用人单位 employer'],
  ])
  expect(await rows('select * from unit order by id')).toEqual(before)
})

it('names a row that comes twice, in the same batch and in another', async () => {
  const twice = csv(
    '用人单位,91990102MA0000015T,甲厂,990102001,,,,,',
    '用人单位,91990102MA0000015T,甲厂,990102001,,,,,',
    '用人单位,,乙厂,990102001,,,,,',
    '用人单位,,乙厂,990102001,,,,,',
  )
  for (const rowsPerBatch of [1, 1000]) {
    const { faults } = await load(twice, { rowsPerBatch })
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [3, 'stands in line 2 already'],
      [5, 'stands in line 4 already'],
    ])
  }
  expect(await rows('select 1 from employer')).toHaveLength(2)
})

it('writes nothing at all when asked for all or nothing', async () => {
  const bad = csv('用人单位,,甲厂,990102001,,,,,', '用人单位,,,990102001,,,,,')
  const { result, faults } = await load(bad, { allOrNothing: true, rowsPerBatch: 1 })
  expect(result).toMatchObject({ rows: 2, created: 0, rejected: 1, applied: false })
  expect(faults).toHaveLength(1)
  expect(await rows('select 1 from employer')).toEqual([])
  expect((await load(PAIR, { allOrNothing: true })).result).toMatchObject({ created: 2, applied: true })
  expect(await rows('select 1 from employer')).toHaveLength(1)
})
