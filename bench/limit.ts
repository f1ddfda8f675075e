import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { load } from './measure.ts'

type Place = { readonly ownerUrl: string; readonly folder: string }

const run = promisify(execFile)

const schema = `
create table if not exists limit_row (id bigint generated always as identity primary key, body text not null, hash bytea not null);
create table if not exists limit_event (id bigint generated always as identity primary key, kind text not null, body text not null, at timestamptz not null);
create table if not exists limit_counter (id int primary key, n bigint not null);
insert into limit_counter select n, 0 from generate_series(1, 2000) n on conflict do nothing;`

const script = `\\set counter random(1, 2000)
begin;
insert into limit_row (body, hash) values (repeat('x', 600), sha256(repeat('x', 600)::bytea));
insert into limit_event (kind, body, at) values ('Raised', repeat('y', 200), clock_timestamp());
update limit_counter set n = n + 1 where id = :counter;
commit;
`

/** Transactions a second, and what took them. */
export type Limit = { readonly perSecond: number; readonly by: string }

/**
 * The limit beside `submit`: a prepared transaction of one 600-byte row with its SHA-256, one event row and one counter
 * among 2,000, fsync on, on the same server. By pgbench where it is installed, else from Node.
 */
export async function preparedTransaction(
  site: Place,
  clients: number,
  seconds: number,
  say: (line: string) => void,
): Promise<Limit> {
  const pool = new pg.Pool({ connectionString: site.ownerUrl, max: clients })
  pool.on('error', () => undefined)
  try {
    await pool.query(schema)
    try {
      return { perSecond: await byPgbench(site, clients, seconds), by: 'pgbench' }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      say('pgbench is not installed; the limit is taken from Node')
      return { perSecond: await byNode(pool, clients, seconds), by: 'node' }
    }
  } finally {
    await pool.end()
  }
}

async function byPgbench(site: Place, clients: number, seconds: number): Promise<number> {
  const file = path.join(site.folder, 'limit.sql')
  writeFileSync(file, script)
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    file,
    site.ownerUrl,
  ]
  const { stdout } = await run('pgbench', args, { maxBuffer: 1 << 20 })
  const found = /tps = ([\d.]+) \(without/.exec(stdout) ?? /tps = ([\d.]+)/.exec(stdout)
  if (!found) throw new Error(`pgbench printed no tps: ${stdout}`)
  return Number(found[1])
}

async function byNode(pool: pg.Pool, clients: number, seconds: number): Promise<number> {
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()))
  try {
    const { perSecond } = await load(clients, seconds, async (lane) => {
      const client = connections[lane] as pg.PoolClient
      const body = randomBytes(300).toString('hex')
      await client.query('begin')
      await client.query({
        name: 'r',
        text: 'insert into limit_row (body, hash) values ($1, $2)',
        values: [body, createHash('sha256').update(body).digest()],
      })
      await client.query({
        name: 'e',
        text: 'insert into limit_event (kind, body, at) values ($1, $2, clock_timestamp())',
        values: ['Raised', body.slice(0, 200)],
      })
      await client.query({
        name: 'c',
        text: 'update limit_counter set n = n + 1 where id = $1',
        values: [1 + Math.floor(Math.random() * 2000)],
      })
      await client.query('commit')
    })
    return perSecond
  } finally {
    for (const client of connections) client.release()
  }
}
