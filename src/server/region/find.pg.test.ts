import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { childrenOfRegion, findRegions, regionPath } from './find.ts'
import { loadRegions } from './load.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const client = await database.owner.connect()
  const dir = new URL('../../../rules/regions', import.meta.url).pathname
  await loadRegions(client, dir, { at: new Date('2026-01-05T01:00:00Z'), fictional: true })
  client.release()
})
afterAll(() => database?.drop())

/** As the doors read: the reading role, in a transaction with a scope. */
async function asPublic<T>(read: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.reader.connect()
  try {
    await client.query('begin')
    await client.query(`set local zh.who = 'public'`)
    return await read(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const labels = (found: { name: string; path: string[] }[]) => found.map(({ name, path }) => [...path, name].join(' '))

it('opens the tree step by step', async () => {
  const counties = await asPublic((client) => childrenOfRegion(client, '990100'))
  expect(counties).toEqual([
    { code: '990102', name: '江湾区', level: 'county', realm: 9901, children: true },
    { code: '990103', name: '临溪县', level: 'county', realm: 9901, children: true },
  ])
  const townships = await asPublic((client) => childrenOfRegion(client, '990102'))
  expect(townships.slice(0, 2).map(({ name, children }) => [name, children])).toEqual([
    ['柳荫街道', false],
    ['望江街道', false],
  ])
  expect(await asPublic((client) => childrenOfRegion(client, '990109'))).toEqual([])
})

it('tells the path, the nation first', async () => {
  const path = await asPublic((client) => regionPath(client, '990102001'))
  expect(path.map(({ name }) => name)).toEqual(['全国', '示例省', '示例市', '江湾区', '柳荫街道'])
  expect(await asPublic((client) => regionPath(client, '990102999'))).toEqual([])
})

it('finds by name, by code, and by words on the path', async () => {
  expect(labels(await asPublic((client) => findRegions(client, '江湾区', 5)))).toEqual(['示例省 示例市 江湾区'])
  expect((await asPublic((client) => findRegions(client, '990102', 1)))[0]?.name).toBe('江湾区')
  expect(labels(await asPublic((client) => findRegions(client, ' 江湾  柳荫 ', 5)))).toEqual([
    '示例省 示例市 江湾区 柳荫街道',
  ])
  const namesakes = await asPublic((client) => findRegions(client, '城关镇', 20))
  expect(namesakes).toHaveLength(20)
  expect(new Set(labels(namesakes)).size).toBe(20)
})

it('finds what looking at every name finds, in the same order', async () => {
  const everyName = (text: string) =>
    database.owner.query(
      `select r.code from region r
       left join region p1 on p1.code = r.parent and p1.valid_to is null
       left join region p2 on p2.code = p1.parent and p2.valid_to is null
       left join region p3 on p3.code = p2.parent and p3.valid_to is null
       left join region p4 on p4.code = p3.parent and p4.valid_to is null
       where r.valid_to is null
         and exists (select from unnest($1::text[]) w where position(w in r.name) > 0 or starts_with(r.code, w))
         and not exists (select from unnest($1::text[]) w where position(w in concat_ws(' ', r.code, r.name, p1.name, p2.name, p3.name, p4.name)) = 0)
       order by (r.name = any ($1)) desc, exists (select from unnest($1::text[]) w where starts_with(r.name, w)) desc,
         length(r.code), array_position(array['nation', 'province', 'prefecture', 'county', 'township'], r.level), r.code
       limit 12`,
      [text.split(' ')],
    )
  const asked = [
    '柳荫',
    '柳',
    '镇',
    '街道',
    '北京 街道',
    '朝阳',
    '朝阳 北京',
    '城关镇 城关',
    '99',
    '江湾 99',
    '海 海',
    '全国',
    '乡县',
    '9901',
    '㛃',
  ]
  for (const text of asked) {
    const found = await asPublic((client) => findRegions(client, text, 12))
    const { rows } = await everyName(text)
    expect([text, found.map(({ code }) => code)]).toEqual([text, rows.map(({ code }) => code)])
  }
})

it('finds a place in less time than a page may take, and what an edition brings', async () => {
  const taken: number[] = []
  for (const text of ['柳荫', '镇', '江湾 柳荫', '北京 街道', '9901'].flatMap((each) => Array(20).fill(each))) {
    const from = performance.now()
    await asPublic((client) => findRegions(client, text, 12))
    taken.push(performance.now() - from)
  }
  taken.sort((one, other) => one - other)
  expect(taken[50]).toBeLessThan(15)
  await database.owner.query(`update region set name = '柳浪街道' where name = '柳荫街道'`)
  await database.owner.query(`update region_edition set loaded_at = loaded_at + interval '1 day'`)
  expect((await asPublic((client) => findRegions(client, '江湾 柳浪', 5)))[0]?.name).toBe('柳浪街道')
  expect(await asPublic((client) => findRegions(client, '江湾 柳荫', 5))).toEqual([])
})

it('takes signs for signs, and nothing for nothing', async () => {
  expect(await asPublic((client) => findRegions(client, '%', 5))).toEqual([])
  expect(await asPublic((client) => findRegions(client, '_', 5))).toEqual([])
  expect(await asPublic((client) => findRegions(client, '  ', 5))).toEqual([])
})

it('shows nothing to a connection without a scope', async () => {
  expect((await asPublic((client) => findRegions(client, '江湾', 5))).length).toBeGreaterThan(0)
  const client = await database.reader.connect()
  try {
    expect(await findRegions(client, '江湾', 5)).toEqual([])
    expect(await regionPath(client, '990102')).toEqual([])
  } finally {
    client.release()
  }
})
