import { createHmac, hkdfSync } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import type { Keys } from '../keys-file.ts'
import { seal, unseal } from './subject-keys.ts'

/** `original`: as it came. `view`: what is looked at or listened to, where that is another. */
export type Version = 'original' | 'view'
type Client = Pool | ClientBase

/** Bytes in a row: a cut loses less than this, and a row is never large. */
export const partBytes = 64 * 1024

/**
 * Key that wraps the key of a waiting file: made of the uploader's secret and of a key outside the database. Who has the
 * database opens nothing, and neither does who runs the server while the uploader is away.
 */
export function waitingKey(keys: Keys, id: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.file, Buffer.from(secret), `zhagen upload ${id}`, 32))
}

/** Keyed hash of the bytes as they came. The key is of the file's own: erased with it, nobody can try a file against it. */
export function commitmentOf(fileKey: Buffer, bytes: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, '', 'zhagen file commitment', 32))
  return createHmac('sha256', key).update(bytes).digest()
}

/** Seals one row. */
export function sealPart(fileKey: Buffer, file: string, version: Version, at: number, bytes: Buffer): Buffer {
  return seal(fileKey, bytes, `file ${file} ${version} ${at}`)
}

/** Writes a whole version, row by row. */
export async function writeVersion(client: Client, fileKey: Buffer, file: string, version: Version, bytes: Buffer) {
  const places: number[] = []
  const sealed: Buffer[] = []
  for (let at = 0; at < bytes.length; at += partBytes) {
    places.push(at)
    sealed.push(sealPart(fileKey, file, version, at, bytes.subarray(at, at + partBytes)))
  }
  await client.query(
    `insert into file_part (file, version, at, sealed) select $1, $2, * from unnest($3::bigint[], $4::bytea[])
     on conflict do nothing`,
    [file, version, places, sealed],
  )
}

/** Opens a whole version. Throws where a part is missing or is not what was sealed. */
export async function readVersion(client: Client, fileKey: Buffer, file: string, version: Version): Promise<Buffer> {
  const { rows } = await client.query<{ at: string; sealed: Buffer }>(
    'select at, sealed from file_part where file = $1 and version = $2 order by at',
    [file, version],
  )
  const parts: Buffer[] = []
  let next = 0
  for (const { at, sealed } of rows) {
    if (Number(at) !== next) throw new Error(`file ${file} has a gap`)
    const plain = unseal(fileKey, sealed, `file ${file} ${version} ${at}`)
    parts.push(plain)
    next += plain.length
  }
  return Buffer.concat(parts)
}
