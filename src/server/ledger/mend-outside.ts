import type { Pool } from 'pg'
import type { ErasuresFile } from '../vault/erasures-file.ts'
import type { Part } from '../vault/subject-keys.ts'
import { batchMac } from './canonical.ts'
import { type HeadsFile, readHeads } from './heads-file.ts'

/**
 * Brings the files outside the database up to it, for a server that was killed between a commit and its lines. Only
 * forward, and only behind a seal of our own: a forged end must not get into the file that tells it. A realm the file
 * does not know is left alone, so that taking the file away stays visible. Gives how many realms were behind.
 */
export async function mendOutsideFiles(
  writer: Pool,
  files: {
    readonly keysFolder: string
    readonly macKey: Buffer
    readonly heads: HeadsFile
    readonly erasures: ErasuresFile
  },
): Promise<number> {
  const known = readHeads(files.keysFolder)
  const { rows } = await writer.query(
    `select b.realm, b.n, b.first_position as first, b.last_position as last, b.commands, b.at, b.root, b.prev, b.mac
     from realm_head h join ledger_batch b on b.realm = h.realm and b.n = h.batch`,
  )
  let behind = 0
  for (const batch of rows) {
    const file = known.get(batch.realm)
    if (!file || file.n >= batch.n || !batchMac(files.macKey, batch).equals(batch.mac)) continue
    for (const erasure of await erasuresAfter(writer, batch.realm, file.n)) files.erasures.append(erasure)
    files.heads.append(batch.realm, batch.n, batch.mac)
    behind += 1
  }
  return behind
}

async function erasuresAfter(writer: Pool, realm: number, batch: number) {
  const { rows } = await writer.query<{ subject: string; version: number; body: { parts: Part[]; reason: string } }>(
    `select stream as subject, version, body from event where realm = $1 and kind = 'ContentErased'
       and position > (select last_position from ledger_batch where realm = $1 and n = $2) order by position`,
    [realm, batch],
  )
  return rows.map(({ subject, version, body }) => ({ realm, subject, version, parts: body.parts, reason: body.reason }))
}
