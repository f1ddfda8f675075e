import type { Pool } from 'pg'
import { flush } from '../flush.ts'
import { type Erasure, type ErasuresFile, readErasures } from '../vault/erasures-file.ts'
import type { Part } from '../vault/subject-keys.ts'
import {
  lineOf,
  readWithdrawals,
  type WithdrawalsFile,
  withdrawalIn,
  withdrawingKinds,
} from '../vault/withdrawals-file.ts'
import { batchMac } from './canonical.ts'
import { type HeadsFile, readHeads, wholeUpTo } from './heads-file.ts'

/**
 * Brings the files outside the database up to it, for a server that was killed between a commit and its lines. Only
 * forward, and only behind a seal of our own: a forged end must not get into the file that tells it. A realm the file
 * does not know is left alone, so that taking the file away stays visible. A batch whose line is missing below those of
 * others may have left erasures and withdrawals unwritten too. Gives how many realms were behind.
 */
export async function mendOutsideFiles(
  writer: Pool,
  files: {
    readonly keysFolder: string
    readonly macKey: Buffer
    readonly heads: HeadsFile
    readonly erasures: ErasuresFile
    readonly withdrawals: WithdrawalsFile
  },
): Promise<number> {
  const known = readHeads(files.keysFolder)
  const whole = wholeUpTo(files.keysFolder)
  const { rows } = await writer.query(
    `select b.realm, b.n, b.first_position as first, b.last_position as last, b.commands, b.at, b.root, b.prev, b.mac
     from realm_head h join ledger_batch b on b.realm = h.realm and b.n = h.batch`,
  )
  // Another server may have committed what it still waits for; a file that is ahead of the disk would tell of a lost end.
  await writer.query({ ...flush, values: [] })
  const written = new Set(readErasures(files.keysFolder).map(nameOf))
  const back = new Set(readWithdrawals(files.keysFolder).map(lineOf))
  let behind = 0
  for (const batch of rows) {
    const file = known.get(batch.realm)
    const upTo = whole.get(batch.realm) ?? 0
    if (!file || upTo >= batch.n || !batchMac(files.macKey, batch).equals(batch.mac)) continue
    const missing = (await erasuresAfter(writer, batch.realm, upTo)).filter((one) => !written.has(nameOf(one)))
    for (const erasure of missing) files.erasures.append(erasure)
    const taken = (await withdrawalsAfter(writer, batch.realm, upTo)).filter((one) => !back.has(lineOf(one)))
    files.withdrawals.append(taken)
    if (file.n < batch.n) files.heads.append(batch.realm, batch.n, batch.mac)
    if (file.n < batch.n || missing.length + taken.length > 0) behind += 1
  }
  return behind
}

const nameOf = ({ realm, subject, parts, version }: Erasure) => `${realm} ${subject} ${parts.join(',')} ${version}`

async function erasuresAfter(writer: Pool, realm: number, batch: number) {
  const { rows } = await writer.query<{ subject: string; version: number; body: { parts: Part[]; reason: string } }>(
    `select stream as subject, version, body from event where realm = $1 and kind = 'ContentErased'
       and position > (select last_position from ledger_batch where realm = $1 and n = $2) order by position`,
    [realm, batch],
  )
  return rows.map(({ subject, version, body }) => ({ realm, subject, version, parts: body.parts, reason: body.reason }))
}

async function withdrawalsAfter(writer: Pool, realm: number, batch: number) {
  const { rows } = await writer.query<{ kind: string; stream: string; body: object; at: Date }>(
    `select kind, stream, body, at from event where realm = $1 and kind = any ($3)
       and position > (select last_position from ledger_batch where realm = $1 and n = $2) order by position`,
    [realm, batch, withdrawingKinds],
  )
  return rows.flatMap(({ at, ...row }) => withdrawalIn({ ...row, realm, at: at.toISOString() }))
}
