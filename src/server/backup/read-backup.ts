import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../start-error.ts'
import { BackupFault, type BackupHeader, keyOfBackup, magic } from './backup-header.ts'
import { type BackupRecord, countRows, readRecords } from './backup-records.ts'
import { openChunks, readExactly } from './sealed-chunks.ts'

/** An opened backup: its header, and its records once, in order. */
export type OpenBackup = {
  readonly header: BackupHeader
  records(onBytes?: (read: number, size: number) => void): AsyncGenerator<BackupRecord>
  close(): Promise<void>
}

/** @throws BackupFault for a file that is no backup */
export async function openBackup(file: string, backupKey: Buffer): Promise<OpenBackup> {
  const handle = await open(file).catch((error: unknown) => {
    throw new BackupFault(`backup: cannot read ${file} (${errorCode(error) ?? error})`)
  })
  try {
    const { header, text, offset } = await readHeader(handle, file)
    const { size } = await handle.stat()
    const key = keyOfBackup(backupKey, header.salt)
    return {
      header,
      records: (onBytes) => checked(unpacked(openChunks(handle, offset, key, text, (read) => onBytes?.(read, size)))),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readHeader(
  handle: FileHandle,
  file: string,
): Promise<{ header: BackupHeader; text: Buffer; offset: number }> {
  const none = new BackupFault(`backup: ${file} is not a backup of zhagen, or one of a newer version`)
  const start = await readExactly(handle, 0, magic.length + 4).catch(() => {
    throw none
  })
  if (!start.subarray(0, magic.length).equals(magic)) throw none
  const length = start.readUInt32BE(magic.length)
  if (length > 16 * 1024 * 1024) throw none
  const text = await readExactly(handle, start.length, length)
  try {
    return { header: JSON.parse(text.toString('utf8')), text, offset: start.length + length }
  } catch {
    throw none
  }
}

async function* unpacked(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const packed = Readable.from(chunks, { objectMode: false })
  const gunzip = createGunzip()
  // The fault of a chunk must reach the reader as it is.
  packed.on('error', (error) => gunzip.destroy(error))
  packed.pipe(gunzip)
  try {
    yield* gunzip
  } finally {
    packed.destroy()
  }
}

/** The records, each table with as many rows as it says, and nothing missing at the end. */
async function* checked(bytes: AsyncGenerator<Buffer>): AsyncGenerator<BackupRecord> {
  const seen = { tables: 0, rows: 0, inTable: 0, whole: false }
  for await (const record of readRecords(bytes)) {
    if (seen.whole) throw new BackupFault('the backup holds something behind its last record')
    if (record.is === 'table') seen.inTable = 0
    if (record.is === 'rows') seen.inTable += countRows(record.bytes)
    if (record.is === 'end') {
      if (record.rows !== seen.inTable) throw new BackupFault('the backup holds fewer or more rows than it says')
      seen.tables += 1
      seen.rows += record.rows
    }
    if (record.is === 'all') {
      if (record.rows !== seen.rows || record.tables !== seen.tables)
        throw new BackupFault('the backup holds fewer or more rows than it says')
      seen.whole = true
    }
    yield record
  }
  if (!seen.whole) throw new BackupFault('the backup was cut off: its last record is missing')
}

/** Reads a backup from beginning to end without a database. Gives how many rows each table has. */
export async function verifyBackup(
  file: string,
  backupKey: Buffer,
  onProgress?: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ readonly header: BackupHeader; readonly tables: Readonly<Record<string, number>> }> {
  const backup = await openBackup(file, backupKey)
  try {
    const tables: Record<string, number> = {}
    let table = ''
    for await (const record of backup.records()) {
      signal?.throwIfAborted()
      if (record.is === 'table') table = record.table
      if (record.is === 'end') {
        tables[table] = record.rows
        if (record.rows > 0) onProgress?.(`${table}: ${record.rows} rows`)
      }
    }
    return { header: backup.header, tables }
  } finally {
    await backup.close()
  }
}
