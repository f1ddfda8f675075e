import { BackupFault } from './backup-header.ts'

/**
 * What stands in a backup once it is opened and unpacked: for each table its name and columns, its rows as PostgreSQL's
 * COPY writes them in text, and how many they were; at the end the sequences and the count of all.
 */
export type BackupRecord =
  | { readonly is: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly is: 'rows'; readonly bytes: Buffer }
  | { readonly is: 'end'; readonly rows: number; readonly bytes: number }
  | { readonly is: 'sequence'; readonly sequence: string; readonly last: number; readonly called: boolean }
  | { readonly is: 'all'; readonly tables: number; readonly rows: number }

const rowsTag = 0x52
const jsonTag = 0x4a
const longest = 64 * 1024 * 1024

/** One record: 1 byte tag, 4 bytes length, then rows as they are or JSON. */
export function writeRecord(record: BackupRecord): Buffer {
  const rows = record.is === 'rows'
  const body = rows ? record.bytes : Buffer.from(JSON.stringify(record))
  const frame = Buffer.alloc(5)
  frame.writeUInt8(rows ? rowsTag : jsonTag, 0)
  frame.writeUInt32BE(body.length, 1)
  return Buffer.concat([frame, body])
}

/** Reads records from bytes that come in pieces of any size. @throws BackupFault */
export async function* readRecords(source: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let waiting: Buffer[] = []
  let size = 0
  let needed = 5
  for await (const piece of source) {
    waiting.push(piece)
    size += piece.length
    if (size < needed) continue
    let bytes = Buffer.concat(waiting)
    for (;;) {
      needed = bytes.length < 5 ? 5 : 5 + bytes.readUInt32BE(1)
      if (needed > longest) throw new BackupFault('the backup holds a record that is too long')
      if (bytes.length < needed) break
      yield recordOf(bytes[0] ?? 0, bytes.subarray(5, needed))
      bytes = bytes.subarray(needed)
    }
    waiting = [bytes]
    size = bytes.length
  }
  if (size > 0) throw new BackupFault('the backup ends inside a record')
}

function recordOf(tag: number, body: Buffer): BackupRecord {
  if (tag === rowsTag) return { is: 'rows', bytes: body }
  if (tag !== jsonTag) throw new BackupFault('the backup holds a record of an unknown kind; a newer zhagen may read it')
  return JSON.parse(body.toString('utf8'))
}

/** How many rows end in these bytes: COPY in text writes a line for each and escapes every line break inside. */
export function countRows(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}
