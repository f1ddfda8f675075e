import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { systemClock } from '../clock.ts'
import { checkConnections, connectDatabase } from '../database.ts'
import { dumpSchema } from './dump.ts'
import { dbFolder, type MigrationFile, readMigrations } from './files.ts'
import { migrate, schemaVersion } from './migrate.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase('empty')
})
afterAll(() => database.drop())

const file = (id: number, sql: string): MigrationFile => ({
  id,
  name: `step_${id}`,
  sql,
  sha256: `hash of ${sql}`,
  breaking: false,
})
const first = file(1, 'create table one (id integer)')
const second = file(2, 'create table two (id integer); insert into two values (2)')
const quiet = () => undefined

test('what is missing is applied, each once, and said', async () => {
  expect(await schemaVersion(database.owner)).toBe(0)
  const said: string[] = []
  expect(await migrate(database.owner, systemClock, (line) => said.push(line), [first])).toBe(1)
  expect(await migrate(database.owner, systemClock, (line) => said.push(line), [first, second])).toBe(2)
  expect(said).toEqual(['schema 0001 step 1', 'schema 0002 step 2'])
  expect(await schemaVersion(database.owner)).toBe(2)
})

test('a file that fails leaves nothing of itself', async () => {
  const broken = file(3, 'create table three (id integer); select 1 / 0')
  await expect(migrate(database.owner, systemClock, quiet, [first, second, broken])).rejects.toThrow(/schema 3 step_3/)
  const { rows } = await database.owner.query(`select to_regclass('three') as three`)
  expect(rows).toEqual([{ three: null }])
  expect(await schemaVersion(database.owner)).toBe(2)
})

test('a newer schema or a changed file is refused', async () => {
  await expect(migrate(database.owner, systemClock, quiet, [first])).rejects.toThrow(
    /has schema 2, this zhagen knows 1/,
  )
  const changed = file(1, 'create table other (id integer)')
  await expect(migrate(database.owner, systemClock, quiet, [changed, second])).rejects.toThrow(
    /schema 1 step_1 was applied from another file/,
  )
})

test('two servers that start at once migrate once', async () => {
  const both = await freshDatabase('empty')
  const versions = await Promise.all([1, 2, 3].map(() => migrate(both.owner, systemClock, quiet, [first, second])))
  expect(versions).toEqual([2, 2, 2])
  expect((await both.owner.query('select * from two')).rows).toEqual([{ id: 2 }])
  await both.drop()
})

test('an owner without superuser rights, given the roles, does everything alone', async () => {
  const given = await freshDatabase('empty')
  const login = `plain_owner_${process.pid}`
  await given.owner.query(`create role ${login} login createrole password 'plain'`)
  await given.owner.query(`grant zhagen_writer, zhagen_reader to ${login}`)
  const { rows } = await given.owner.query('select current_database() as name')
  await given.owner.query(`alter database ${rows[0].name} owner to ${login}`)
  const url = new URL(given.urls.ownerUrl)
  url.username = login
  url.password = 'plain'
  const alone = connectDatabase({ ownerUrl: url.href, appUrl: url.href })
  expect(await migrate(alone.owner, systemClock, quiet)).toBe(readMigrations().length)
  await checkConnections(alone, true)
  expect((await alone.reader.query('select from account')).rowCount).toBe(0)
  await alone.end()
  await given.owner.query(`drop owned by ${login} cascade`)
  await given.drop()
  await database.owner.query(`drop role ${login}`)
})

test('a connection is the role it was opened as, whatever it was used for', async () => {
  const migrated = await freshDatabase()
  const role = 'select current_user as role'
  expect((await migrated.writer.query(role)).rows).toEqual([{ role: 'zhagen_writer' }])
  expect((await migrated.reader.query(role)).rows).toEqual([{ role: 'zhagen_reader' }])
  const typed = await migrated.owner.query(`select 9007199254740991::bigint as n, date '2026-06-19' as day,
    array[1, null]::bigint[] as list, '{"a":1}'::json as body, timestamptz '2026-06-19T08:00+08' as at`)
  expect(typed.rows).toEqual([
    { n: 9007199254740991, day: '2026-06-19', list: [1, null], body: { a: 1 }, at: new Date('2026-06-19T00:00:00Z') },
  ])
  await expect(migrated.owner.query('select 9007199254740993::bigint')).rejects.toThrow(RangeError)
  await migrated.drop()
})

// After a new migration: npx vitest run --project pg src/server/migrate -u, and read the difference.
test('db/schema.sql is what the migrations make', async () => {
  const committed = path.join(dbFolder, 'schema.sql')
  expect(existsSync(committed)).toBe(true)
  const migrated = await freshDatabase()
  await expect(await dumpSchema(migrated.owner)).toMatchFileSnapshot(committed)
  await migrated.drop()
})
