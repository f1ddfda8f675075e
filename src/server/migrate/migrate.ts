import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { StartError } from '../start-error.ts'
import { dbFolder, type MigrationFile, readMigrations } from './files.ts'

type Applied = { readonly id: number; readonly name: string; readonly sha256: string }

/** Any number that no other program is likely to take; two servers that start at once migrate one after the other. */
const lockKey = 7_290_418

const makeTable = `create table if not exists migration (
  id integer primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null
)`

/**
 * Brings the schema to this program's version, each file in one transaction, and returns that version.
 * Refuses, in one line, what it cannot do: another PostgreSQL, a newer schema, a file that was changed after it was applied.
 */
export async function migrate(
  owner: pg.Pool,
  clock: Clock,
  say: (line: string) => void,
  files: readonly MigrationFile[] = readMigrations(),
): Promise<number> {
  const client = await owner.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(makeTable)
    const applied = await readApplied(client)
    checkApplied(applied, files)
    await applyRoles(client)
    for (const file of files.slice(applied.length)) {
      say(`schema ${String(file.id).padStart(4, '0')} ${file.name.replaceAll('_', ' ')}`)
      await apply(client, clock, file)
    }
    return files.length
  } finally {
    // A session lock outlives the query that failed; closing the connection lets it go in every case.
    client.release(true)
  }
}

/** The version of the schema, 0 before the first migration. */
export async function schemaVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(`select to_regclass('migration') is not null as made`)
  if (!rows[0]?.made) return 0
  const version = await pool.query('select coalesce(max(id), 0) as version from migration')
  return Number(version.rows[0]?.version)
}

async function checkServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`)
  const major = Number(rows[0]?.major)
  if (major < 15 || major > 18)
    throw new StartError(`DATABASE_URL: PostgreSQL ${major} is not supported; use 15, 16, 17 or 18`)
}

async function readApplied(client: pg.PoolClient): Promise<readonly Applied[]> {
  return (await client.query<Applied>('select id, name, sha256 from migration order by id')).rows
}

function checkApplied(applied: readonly Applied[], files: readonly MigrationFile[]): void {
  const newest = applied.at(-1)
  if (newest && newest.id > files.length) {
    throw new StartError(
      `the database has schema ${newest.id}, this zhagen knows ${files.length}; start the newer zhagen that made it`,
    )
  }
  for (const row of applied) {
    const file = files[row.id - 1]
    if (file?.sha256 !== row.sha256) {
      throw new StartError(
        `schema ${row.id} ${row.name} was applied from another file than this zhagen has; start the zhagen that made the database`,
      )
    }
  }
}

async function applyRoles(client: pg.PoolClient): Promise<void> {
  try {
    await client.query(readFileSync(path.join(dbFolder, 'roles.sql'), 'utf8'))
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
    throw new StartError(
      'DATABASE_URL: its login may not make roles; let a superuser run db/roles.sql once, its first lines say how',
    )
  }
}

async function apply(client: pg.PoolClient, clock: Clock, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.sql)
    const row = [file.id, file.name, file.sha256, clock.now()]
    await client.query('insert into migration (id, name, sha256, applied_at) values ($1, $2, $3, $4)', row)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`schema ${file.id} ${file.name} cannot be applied`, { cause: error })
  }
}
