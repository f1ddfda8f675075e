import type { ClientBase } from 'pg'
import { type Head, readHeads, writeHeads } from '../ledger/heads-file.ts'
import { type Loss, recordLosses } from '../ledger/losses-file.ts'
import type { BackupHeader } from './backup-header.ts'

/** What the heads file knows beyond the backup's snapshot: batches that a restore cannot bring back. */
export function lostEnd(header: BackupHeader, keysFolder: string): readonly Loss[] {
  const inBackup = new Map(header.heads.map((head) => [head.realm, head.batch]))
  return [...readHeads(keysFolder)].flatMap(([realm, { n, mac }]) => {
    const from = (inBackup.get(realm) ?? 0) + 1
    return n >= from ? [{ realm, from, to: n, mac }] : []
  })
}

/**
 * Realms whose last batch the heads file remembers otherwise than the loaded ledger has it: the backup is of an end that an
 * earlier restore lost, and what was written since then is lost with this one. Where they parted nobody wrote down.
 */
export async function otherEnd(client: ClientBase, header: BackupHeader, keysFolder: string): Promise<readonly Loss[]> {
  const inBackup = new Map(header.heads.map((head) => [head.realm, head.batch]))
  const found: Loss[] = []
  for (const [realm, { n, mac }] of readHeads(keysFolder)) {
    if (n > (inBackup.get(realm) ?? 0)) continue
    const { rows } = await client.query(
      `select encode(mac, 'hex') as mac from ledger_batch where realm = $1 and n = $2`,
      [realm, n],
    )
    if (rows[0]?.mac !== mac) found.push({ realm, from: n, to: n, mac })
  }
  return found
}

/** What is said of a realm that went another way than the backup. */
export function describeOther({ realm, to }: Loss): string {
  return `realm ${realm}: the backup has another batch ${to} than the heads file knows: what was written since they parted is lost`
}

/** One line for each realm that loses its end. */
export function describeLoss({ realm, from, to }: Loss): string {
  const ends = from === 1 ? 'the backup does not have it' : `the backup ends at batch ${from - 1}`
  return `realm ${realm}: ${ends}; the heads file knows ${to}: events after it are lost`
}

/**
 * Takes the backup's heads for the true ones: what was lost is written down first, then the heads file begins again where
 * the backup ends. Heads the file lacked, because it stayed on a machine that is gone, come back with it.
 */
export function takeHeads(header: BackupHeader, keysFolder: string, losses: readonly Loss[], at: Date): void {
  if (losses.length > 0)
    recordLosses(
      keysFolder,
      losses.map((loss) => ({ ...loss, at: at.toISOString(), backupAt: header.at })),
    )
  const heads = new Map<number, Head>(
    header.heads.filter((head) => head.batch > 0).map(({ realm, batch, mac }) => [realm, { n: batch, mac }]),
  )
  writeHeads(keysFolder, heads)
}
