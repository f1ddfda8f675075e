import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './postgres.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())

it('gives three ways into one migrated database', async () => {
  const who = async (pool: 'owner' | 'writer' | 'reader') =>
    (await database[pool].query('select current_user as role, current_database() as name')).rows[0]
  const [owner, writer, reader] = [await who('owner'), await who('writer'), await who('reader')]
  expect(writer.role).toBe('zhagen_writer')
  expect(reader.role).toBe('zhagen_reader')
  expect(new Set([owner.name, writer.name, reader.name]).size).toBe(1)
  const { rows } = await database.owner.query('select count(*) as tables from pg_tables where schemaname = $1', [
    'public',
  ])
  expect(rows[0].tables).toBeGreaterThan(5)
})

it('gives a database of its own to everyone who asks, fast, and takes it away', async () => {
  const start = performance.now()
  const other = await freshDatabase()
  expect(performance.now() - start).toBeLessThan(5000)
  await other.owner.query('create table mine (a integer)')
  const seen = await database.owner.query("select to_regclass('mine') as mine")
  expect(seen.rows[0].mine).toBeNull()
  const name = new URL(other.urls.ownerUrl).pathname.slice(1)
  await other.drop()
  const left = await database.owner.query('select 1 from pg_database where datname = $1', [name])
  expect(left.rowCount).toBe(0)
})

it('gives an empty one to who migrates by himself', async () => {
  const empty = await freshDatabase('empty')
  try {
    const { rows } = await empty.owner.query('select count(*) as tables from pg_tables where schemaname = $1', [
      'public',
    ])
    expect(rows[0].tables).toBe(0)
  } finally {
    await empty.drop()
  }
})
