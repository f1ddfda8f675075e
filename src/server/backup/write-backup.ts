import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase, Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { StartError } from '../start-error.ts'
import { version } from '../version.ts'
import { type BackupHeader, keyOfBackup, magic } from './backup-header.ts'
import { countRows, writeRecord } from './backup-records.ts'
import { copySettings, copyTarget, sequencesOf, tablesToCopy } from './backup-tables.ts'
import { withCopyConnection } from './copy-connection.ts'
import { SealChunks } from './sealed-chunks.ts'

export type BackupOptions = {
  readonly owner: Pool
  /** Backup key of the key file. */
  readonly backupKey: Buffer
  readonly at: Date
  readonly file: string
  readonly onProgress?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}
/** What was written. */
export type WrittenBackup = {
  readonly file: string
  readonly bytes: number
  readonly rows: number
  readonly header: BackupHeader
}

/**
 * Writes one sealed file with every table as it stood at one instant, while the server goes on working. The file appears
 * under its name only when it is whole and on the disk; the key file is never in it.
 */
export async function writeBackup(options: BackupOptions): Promise<WrittenBackup> {
  const { owner, file, signal } = options
  await mustBeFree(file)
  const temporary = `${file}.part-${randomBytes(4).toString('hex')}`
  try {
    const written = await withCopyConnection(owner, signal, (client) => writeTo(temporary, client, options))
    await rename(temporary, file)
    await flushFolder(path.dirname(file))
    return { file, bytes: (await stat(file)).size, ...written }
  } catch (error) {
    await rm(temporary, { force: true })
    throw signal?.aborted ? signal.reason : error
  }
}

async function writeTo(
  file: string,
  client: ClientBase,
  options: BackupOptions,
): Promise<{ rows: number; header: BackupHeader }> {
  await client.query('begin isolation level repeatable read read only')
  for (const each of copySettings) await client.query(each)
  const header = await headerOf(client, options.at)
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length, 0)
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true })
  out.write(Buffer.concat([magic, length, text]))
  const counted = { rows: 0 }
  const sealing = new SealChunks(keyOfBackup(options.backupKey, header.salt), text)
  const { signal } = options
  await pipeline(recordsOf(client, options, counted), createGzip({ level: 4 }), sealing, out, signal ? { signal } : {})
  return { rows: counted.rows, header }
}

async function mustBeFree(file: string): Promise<void> {
  const there = await stat(file).catch(() => null)
  if (there) throw new StartError(`backup: ${file} exists; name another file, or a folder to have one named`)
  if (!(await stat(path.dirname(file)).catch(() => null))?.isDirectory())
    throw new StartError(`backup: the folder ${path.dirname(file)} does not exist; make it first`)
}

async function headerOf(client: ClientBase, at: Date): Promise<BackupHeader> {
  const { rows: installations } = await client.query<Pick<BackupHeader, 'kind' | 'federation' | 'keyFingerprint'>>(
    'select kind, federation, key_fingerprint as "keyFingerprint" from installation',
  )
  const installation = installations[0]
  if (!installation) throw new StartError('backup: nothing is installed here yet')
  const schema = await client.query('select id, sha256 from migration order by id')
  const heads = await client.query(
    `select realm, batch, position, encode(mac, 'hex') as mac from realm_head order by realm`,
  )
  return {
    ...{
      format: 1,
      zhagen: version,
      schema: schema.rows,
      ...installation,
      at: at.toISOString(),
      heads: heads.rows,
    },
    tables: (await tablesToCopy(client)).map(({ table, bytes }) => ({ table, bytes })),
    salt: randomBytes(32).toString('base64'),
  }
}

async function* recordsOf(
  client: ClientBase,
  { onProgress }: BackupOptions,
  counted: { rows: number },
): AsyncGenerator<Buffer> {
  const tables = await tablesToCopy(client)
  for (const { table, columns } of tables) {
    yield writeRecord({ is: 'table', table, columns })
    const stream: Readable = client.query(copyTo(`copy ${copyTarget(table, columns)} to stdout`))
    let bytes = 0
    let rows = 0
    for await (const chunk of stream) {
      bytes += chunk.length
      rows += countRows(chunk)
      yield writeRecord({ is: 'rows', bytes: chunk })
    }
    counted.rows += rows
    yield writeRecord({ is: 'end', rows, bytes })
    if (rows > 0) onProgress?.(`${table}: ${rows} rows`)
  }
  for (const sequence of await sequencesOf(client)) yield writeRecord({ is: 'sequence', ...sequence })
  yield writeRecord({ is: 'all', tables: tables.length, rows: counted.rows })
}

/** So that the new name, too, outlives the power. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
