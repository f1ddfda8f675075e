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
