import { once } from 'node:events'
import { type ClientBase, escapeIdentifier, type Pool } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Clock } from '../clock.ts'
import { readMigrations } from '../migrate/files.ts'
import { migrate } from '../migrate/migrate.ts'
import { StartError } from '../start-error.ts'
import { sendAll } from '../statement.ts'
import type { Erasure } from '../vault/erasures-file.ts'
import { destruction } from '../vault/write.ts'
import { BackupFault, type BackupHeader } from './backup-header.ts'
import type { BackupRecord } from './backup-records.ts'
import { copySettings, copyTarget, tablesToCopy } from './backup-tables.ts'
import { withCopyConnection } from './copy-connection.ts'
import type { OpenBackup } from './read-backup.ts'
import { unknownErasures } from './unknown-erasures.ts'

export type RestoreOptions = {
  readonly owner: Pool
  readonly clock: Clock
  readonly backup: OpenBackup
  /** Erasures that must not come back with the rows. */
  readonly erasures: readonly Erasure[]
  /** Called when everything is loaded and checked, right before the commit. */
  readonly beforeCommit: (client: ClientBase) => void | Promise<void>
  readonly say: (line: string) => void
  readonly signal?: AbortSignal | undefined
}
export type Restored = {
  readonly rows: number
  readonly destroyed: number
  readonly schema: number
  readonly migrated: boolean
}

/**
 * Loads a backup into an empty database: the schema it was made with, then every row in one transaction, in which what was
 * erased since is destroyed again before anybody can read it; then the migrations that came after.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { owner, clock, backup, say } = options
  const made = schemaOf(backup.header)
  await mustBeEmpty(owner)
  await migrate(owner, clock, () => undefined, made)
  try {
    const loaded = await withCopyConnection(owner, options.signal, (client) => loadAll(client, options))
    await owner.query('analyze')
    const schema = await migrate(owner, clock, say)
    return { ...loaded, schema, migrated: schema > made.length }
  } catch (error) {
    throw options.signal?.aborted ? options.signal.reason : error
  }
}

type Loaded = Pick<Restored, 'rows' | 'destroyed'>

async function loadAll(client: ClientBase, options: RestoreOptions): Promise<Loaded> {
  await client.query('begin')
  for (const each of copySettings) await client.query(each)
  const tables = await tablesToCopy(client)
  // What the migrations themselves put in stands in the backup as it was then.
  await client.query(`truncate ${tables.map(({ table }) => escapeIdentifier(table)).join(', ')} cascade`)
  const rows = await load(client, options)
  await checkHeads(client, options.backup.header)
  let destroyed = 0
  // A backup that was made after an erasure holds nothing of it, only what was said since; that stays.
  for (const { realm, subject, parts } of await unknownErasures(client, options.erasures)) {
    const { rowCount } = await client.query(
      'select from subject_key where realm = $1 and subject = $2 and part = any($3)',
      [realm, subject, parts],
    )
    await sendAll(client, destruction(realm, subject, parts))
    destroyed += rowCount ?? 0
  }
  options.signal?.throwIfAborted()
  await options.beforeCommit(client)
  await client.query('commit')
  return { rows, destroyed }
}

/** The migrations this zhagen knows, up to those of the backup. @throws StartError when it knows others */
function schemaOf(header: BackupHeader) {
  const known = readMigrations()
  if (header.schema.length > known.length)
    throw new StartError(
      `restore: the backup has schema ${header.schema.length}, this zhagen knows ${known.length}; restore with zhagen ${header.zhagen}`,
    )
  const other = header.schema.find(({ id, sha256 }) => known[id - 1]?.sha256 !== sha256)
  if (other)
    throw new StartError(
      `restore: the backup was made with another schema ${other.id}; restore with zhagen ${header.zhagen}`,
    )
  return known.slice(0, header.schema.length)
}

/** Our own tables without rows, as a start that was broken off leaves them, are cleared away; anything else is refused. */
async function mustBeEmpty(owner: Pool): Promise<void> {
  const { rows } = await owner.query(
    `select c.relname as name, c.relkind = 'S' as sequence from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`,
  )
  if (rows.length === 0) return
  const tables = rows.filter((row) => !row.sequence).map((row) => String(row.name))
  const refuse = (why: string) =>
    new StartError(
      `restore: the database is not empty (${why}); give an empty one, for the embedded database another ZHAGEN_DATA`,
    )
  if (!tables.includes('migration')) throw refuse(`it has ${rows[0].name}`)
  for (const table of tables.filter((name) => name !== 'migration' && name !== 'directory_version')) {
    const found = await owner.query(`select 1 from public.${escapeIdentifier(table)} limit 1`)
    if (found.rowCount) throw refuse(`${table} has rows`)
  }
  await owner.query(`drop table ${tables.map((name) => `public.${escapeIdentifier(name)}`).join(', ')} cascade`)
  for (const { name } of rows.filter((row) => row.sequence))
    await owner.query(`drop sequence if exists public.${escapeIdentifier(name)}`)
}

async function load(client: ClientBase, { backup, say, signal }: RestoreOptions): Promise<number> {
  let percent = 0
  const records = backup.records((read, size) => {
    const now = Math.floor((read / size) * 10) * 10
    if (now > percent) say(`${now} %`)
    percent = Math.max(percent, now)
  })
  let all = -1
  for await (const record of records) {
    signal?.throwIfAborted()
    if (record.is === 'table') await loadTable(client, record, records, signal)
    if (record.is === 'sequence')
      await client.query('select setval($1::regclass, $2, $3)', [
        `public.${escapeIdentifier(record.sequence)}`,
        record.last,
        record.called,
      ])
    if (record.is === 'all') all = record.rows
  }
  return all
}

async function loadTable(
  client: ClientBase,
  { table, columns }: Extract<BackupRecord, { is: 'table' }>,
  records: AsyncGenerator<BackupRecord>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const copy = client.query(copyFrom(`copy ${copyTarget(table, columns)} from stdin`))
  let failed: unknown
  copy.on('error', (error) => {
    failed ??= error
  })
  // By hand and not by for await, which would close the records of the tables that follow.
  for (let next = await records.next(); !next.done; next = await records.next()) {
    signal?.throwIfAborted()
    if (failed) throw failed
    const record = next.value
    if (record.is === 'rows' && !copy.write(record.bytes)) await once(copy, 'drain')
    if (record.is !== 'end') continue
    copy.end()
    await once(copy, 'finish')
    if (copy.rowCount !== record.rows)
      throw new BackupFault(`the backup has ${record.rows} rows of ${table}, ${copy.rowCount} came in`)
    return
  }
}

async function checkHeads(client: ClientBase, header: BackupHeader): Promise<void> {
  const { rows } = await client.query(
    `select realm, batch, position, encode(mac, 'hex') as mac from realm_head order by realm`,
  )
  if (JSON.stringify(rows) !== JSON.stringify(header.heads))
    throw new BackupFault('the rows of the backup do not fit the heads in its header')
}
