import { hkdfSync } from 'node:crypto'
import { StartError } from '../start-error.ts'

/**
 * What a backup says of itself before anything is opened. Not secret, but authenticated: every chunk is sealed together
 * with the header's digest, so that no header can be put before another body.
 */
export type BackupHeader = {
  readonly format: 1
  /** Version of the zhagen that wrote it. */
  readonly zhagen: string
  /** Migrations applied, in order: the schema the rows belong to. */
  readonly schema: readonly { readonly id: number; readonly sha256: string }[]
  readonly kind: string
  readonly federation: string
  readonly keyFingerprint: string
  /** ISO 8601 UTC. */
  readonly at: string
  /** Last batch of each realm in the snapshot. */
  readonly heads: readonly {
    readonly realm: number
    readonly batch: number
    readonly position: number
    readonly mac: string
  }[]
  /** Size of each table in the database, in bytes, indexes left out: for the progress of a restore. */
  readonly tables: readonly { readonly table: string; readonly bytes: number }[]
  /** Base64, 32 bytes: every backup is sealed under a key of its own. */
  readonly salt: string
}

/** First bytes of a backup. */
export const magic = Buffer.from('zhagen backup 1\n')

/** Something is wrong with a backup file: one line for the operator. */
export class BackupFault extends StartError {}

/** Key of one backup, from the backup key of the key file and the salt of the header. */
export function keyOfBackup(backupKey: Buffer, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', backupKey, Buffer.from(salt, 'base64'), 'zhagen backup 1', 32))
}
