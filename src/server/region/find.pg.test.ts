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
