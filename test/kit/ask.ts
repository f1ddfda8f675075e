import pg from 'pg'

/** Asks a database one statement after the other, over a connection of its own; answers with the last one's rows. */
export async function ask(url: string, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const each of statements) rows = (await client.query<Record<string, unknown>>(each)).rows
    return rows
  } finally {
    await client.end()
  }
}
