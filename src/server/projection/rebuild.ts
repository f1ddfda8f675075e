import type { ClientBase, Pool } from 'pg'
import type { PastEvent } from '../ledger/past-event.ts'
import { sendAll } from '../statement.ts'
import { type ProjectionTable, projectionTables, type TableRows, tableStatements } from './table.ts'

/** How streams of a noun fold and project: the very functions the pipeline uses. */
export type Folds = Readonly<
  Record<
    string,
    {
      readonly evolve: (state: unknown, event: PastEvent) => unknown
      readonly project: (state: unknown, events: readonly PastEvent[]) => readonly TableRows[]
    }
  >
>
/** What was rebuilt of a realm. */
export type RebuiltRealm = {
  readonly realm: number
  readonly streams: number
  readonly events: number
  readonly rows: number
}
export type RebuildOptions = {
  readonly folds: Folds
  /** One realm only. */
  readonly realm?: number | undefined
  readonly onProgress?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

const tables = Object.keys(projectionTables) as ProjectionTable[]
const pageSize = 1000

/**
 * Computes every projection again from the events, realm by realm. A realm is built aside in temporary tables while the
 * server goes on working, then caught up and put in place in one transaction under the realm's lock: readers see the old
 * rows or the new ones, never half. What is interrupted leaves the realms before it rebuilt and the others as they were.
 */
export async function rebuildProjections(pool: Pool, options: RebuildOptions): Promise<readonly RebuiltRealm[]> {
  const { rows } = await pool.query('select realm from realm_head order by realm')
  const all = rows.map((row) => Number(row.realm)).filter((realm) => (options.realm ?? realm) === realm)
  const rebuilt: RebuiltRealm[] = []
  for (const realm of all) rebuilt.push(await rebuildRealm(pool, realm, options))
  return rebuilt
}

async function rebuildRealm(pool: Pool, realm: number, options: RebuildOptions): Promise<RebuiltRealm> {
  const { signal, onProgress = () => undefined } = options
  const client = await pool.connect()
  try {
    // A temporary table comes before one of the same name in the path: tableStatements fills these and knows nothing of it.
    for (const table of tables)
      await client.query(`create temp table ${table} (like public.${table} including indexes)`)
    const from = await positionOf(client, realm)
    let next = 20_000
    const built = await build(client, realm, null, options, ({ events, streams }) => {
      if (events < next) return
      next = events + 20_000
      onProgress(`realm ${realm}: ${events} events, ${streams} streams`)
    })
    signal?.throwIfAborted()
    await client.query('begin')
    await client.query('select from realm_head where realm = $1 for update', [realm])
    await catchUp(client, realm, from, options)
    const rows = await putInPlace(client, realm)
    await client.query('commit')
    onProgress(`realm ${realm}: ${rows} rows from ${built.events} events`)
    return { realm, ...built, rows }
  } finally {
    // Ends the transaction if one is open, and the temporary tables with it.
    client.release(true)
  }
}

async function positionOf(client: ClientBase, realm: number): Promise<number> {
  const { rows } = await client.query('select position from realm_head where realm = $1', [realm])
  return rows[0].position
}

/** Folds and projects streams of a realm, all of them or those named, in order of id. Memory holds one page and one stream. */
async function build(
  client: ClientBase,
  realm: number,
  only: readonly string[] | null,
  options: RebuildOptions,
  onPage: (done: { streams: number; events: number }) => void = () => undefined,
): Promise<{ streams: number; events: number }> {
  const done = { streams: 0, events: 0 }
  let open: PastEvent[] = []
  let last = { stream: '00000000-0000-0000-0000-000000000000', version: 0 }
  for (;;) {
    const page = await readPage(client, realm, only, last)
    const rows: TableRows[] = []
    const close = () => {
      if (open.length > 0) rows.push(...projected(open, options.folds))
      done.streams += open.length > 0 ? 1 : 0
      open = []
    }
    for (const event of page) {
      if (event.stream !== open[0]?.stream) close()
      open.push(event)
    }
    if (page.length < pageSize) close()
    await sendAll(client, tableStatements(rows))
    done.events += page.length
    options.signal?.throwIfAborted()
    onPage(done)
    const end = page.at(-1)
    if (!end || page.length < pageSize) return done
    last = end
  }
}

async function readPage(
  client: ClientBase,
  realm: number,
  only: readonly string[] | null,
  after: { readonly stream: string; readonly version: number },
): Promise<PastEvent[]> {
  const { rows } = await client.query(
    `select realm, position, stream, version, noun, kind, body, actor, rules, at from event
     where realm = $1 and (stream, version) > ($2, $3) ${only ? 'and stream = any ($4::uuid[])' : ''}
     order by stream, version limit ${pageSize}`,
    [realm, after.stream, after.version, ...(only ? [only] : [])],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

function projected(events: readonly PastEvent[], folds: Folds): readonly TableRows[] {
  const noun = events[0]?.noun ?? ''
  const fold = folds[noun]
  if (!fold) throw new Error(`the ledger has a noun ${noun} that this zhagen does not know`)
  return fold.project(
    events.reduce((state, event) => fold.evolve(state, event), null as unknown),
    events,
  )
}

/** Streams that moved while the realm was built are built once more, under the lock. */
async function catchUp(client: ClientBase, realm: number, from: number, options: RebuildOptions): Promise<void> {
  const { rows } = await client.query('select distinct stream from event where realm = $1 and position > $2', [
    realm,
    from,
  ])
  const moved = rows.map((row) => String(row.stream))
  if (moved.length === 0) return
  for (const table of tables)
    await client.query(`delete from ${table} where ${streamOf(table)} = any ($1::uuid[])`, [moved])
  await build(client, realm, moved, options)
}

async function putInPlace(client: ClientBase, realm: number): Promise<number> {
  let count = 0
  for (const table of tables) {
    await client.query(`delete from public.${table} where ${ofRealm(table)}`, [realm])
    const { rowCount } = await client.query(`insert into public.${table} select * from pg_temp.${table}`)
    count += rowCount ?? 0
  }
  await client.query('update directory_version set n = n + 1')
  return count
}

/** Rows of a realm; where the table has no realm of its own, those of its streams, and those of no stream at all. */
function ofRealm(table: ProjectionTable): string {
  if ((projectionTables[table].key as readonly string[]).includes('realm')) return 'realm = $1'
  return `not exists (select from stream s where s.stream = ${table}.${streamOf(table)} and s.realm <> $1)`
}

function streamOf(table: ProjectionTable): string {
  return projectionTables[table].stream
}
