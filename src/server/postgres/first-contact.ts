import { realpathSync } from 'node:fs'
import pg from 'pg'

/** Whether the server at `url` lets us in as owner and serves this very cluster. */
export async function adoptable(url: string, cluster: string): Promise<boolean> {
  try {
    const served = await ask(url, 'show data_directory')
    return realpathSync(String(served?.data_directory)) === realpathSync(cluster)
  } catch {
    return false
  }
}

/** Makes our database in a new cluster. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const found = await ask(url, 'select 1 as found from pg_database where datname = $1', [name])
  if (!found) await ask(url, `create database ${pg.escapeIdentifier(name)}`)
}

async function ask(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A server that goes away between two questions must not end this process by an unheard event.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows[0]
  } finally {
    await client.end()
  }
}
