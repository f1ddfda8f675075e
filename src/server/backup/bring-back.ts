import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { nouns } from '../command/nouns.ts'
import { composeContext } from '../compose.ts'
import type { Config } from '../config.ts'
import type { ServerContext } from '../context.ts'
import { connectDatabase, tryPool } from '../database.ts'
import { type KeysFile, keysPath, readKeys } from '../keys-file.ts'
import type { Loss } from '../ledger/losses-file.ts'
import { type Verified, verifyLedger } from '../ledger/verify.ts'
import type { Log } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { StartError } from '../start-error.ts'
import { readErasures } from '../vault/erasures-file.ts'
import { readWithdrawals } from '../vault/withdrawals-file.ts'
import type { BackupHeader } from './backup-header.ts'
import { describeLoss, describeOther, lostEnd, otherEnd, takeHeads } from './lost-end.ts'
import { type OpenBackup, openBackup } from './read-backup.ts'
import { replayErasures } from './replay-erasures.ts'
import { replayWithdrawals } from './replay-withdrawals.ts'
import { type Restored, restoreBackup } from './restore-backup.ts'

export type BringBackOptions = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly file: string
  /** Without it a backup that is older than the heads file is refused. */
  readonly acceptLoss: boolean
  readonly say: (line: string) => void
  readonly signal?: AbortSignal | undefined
}
/** What came back, and what did not. */
export type BroughtBack = {
  readonly header: BackupHeader
  readonly rows: number
  readonly lost: readonly Loss[]
  /** Keys destroyed again, and erasures booked again in the ledger. */
  readonly erased: { readonly destroyed: number; readonly booked: number }
  /** Consents, articles and comments taken back again. */
  readonly withdrawn: number
  readonly verified: Verified
}

/**
 * Everything a restore does, in the order that keeps its promises: nothing is touched before the loss is accepted; what
 * was erased is destroyed before the rows can be read; the ledger is verified before anybody is told that all is well.
 */
export async function bringBack(options: BringBackOptions): Promise<BroughtBack> {
  const { config, say } = options
  const keysFile = readKeys(config.keysFolder)
  if (!keysFile)
    throw new StartError(
      `key file: ${keysPath(config.keysFolder)} is missing; put back the copy you keep apart, no backup opens without it`,
    )
  const backup = await openBackup(options.file, keysFile.keys.backup)
  try {
    checkKeys(backup, keysFile)
    const lost = lostEnd(backup.header, config.keysFolder)
    for (const loss of lost) say(describeLoss(loss))
    mustBeAccepted(options, lost)
    const { restored, other } = await load(options, backup, lost)
    return {
      header: backup.header,
      lost: [...lost, ...other],
      rows: restored.rows,
      ...(await finish(options, restored)),
    }
  } finally {
    await backup.close()
  }
}

function mustBeAccepted({ acceptLoss }: BringBackOptions, lost: readonly Loss[]): void {
  if (lost.length > 0 && !acceptLoss)
    throw new StartError(
      'restore: the backup lacks what the heads file knows; look for a newer one, or accept what is lost with --accept-loss',
    )
}

function checkKeys({ header }: OpenBackup, { fingerprint }: KeysFile): void {
  if (header.keyFingerprint !== fingerprint)
    throw new StartError(
      `key file: the backup was made with the one of fingerprint ${header.keyFingerprint}, here is ${fingerprint}; put back the right one`,
    )
}

async function load(
  options: BringBackOptions,
  backup: OpenBackup,
  lost: readonly Loss[],
): Promise<{ restored: Restored; other: readonly Loss[] }> {
  const { config, clock, say, signal } = options
  let other: readonly Loss[] = []
  const embedded = config.ownDatabase ? undefined : await openEmbedded(config.dataFolder, 'restore')
  const urls = config.ownDatabase ?? embedded
  if (!urls) throw new Error('there is neither an embedded nor an own database')
  const db = connectDatabase(urls)
  try {
    await tryPool(db.owner, config.ownDatabase ? 'DATABASE_URL' : 'embedded database')
    const restored = await restoreBackup({
      ...{ owner: db.owner, clock, backup, say, signal, erasures: readErasures(config.keysFolder) },
      async beforeCommit(client) {
        other = await otherEnd(client, backup.header, config.keysFolder)
        for (const loss of other) say(describeOther(loss))
        mustBeAccepted(options, other)
        takeHeads(backup.header, config.keysFolder, [...lost, ...other], clock.now())
      },
    })
    return { restored, other }
  } finally {
    await db.end()
    await embedded?.stop()
  }
}

async function finish({ config, clock, log, say, signal }: BringBackOptions, restored: Restored) {
  const opened = await openDatabase({
    config,
    clock,
    verb: 'restore',
    say,
    onLost: (error) => log.debug({ err: error }, 'lost'),
  })
  try {
    const { owner } = opened.db
    const context = await composeContext({ config, clock, log, opened })
    const { booked, withdrawn } = await repeat(owner, context, config).finally(context.close)
    if (booked > 0) say(`${booked} erasures that came after the backup were repeated`)
    if (withdrawn > 0) say(`${withdrawn} withdrawals that came after the backup were repeated`)
    if (restored.migrated) await rebuildProjections(owner, { folds: nouns, onProgress: say, signal })
    const verified = await verifyLedger(owner, {
      macKey: opened.keys.mac,
      keysFolder: config.keysFolder,
      onProgress: say,
      signal,
    })
    return { erased: { destroyed: restored.destroyed, booked }, withdrawn, verified }
  } finally {
    await opened.close()
  }
}

/** Erasures first: with a demand's text its consents go. */
async function repeat(owner: Pool, { pipeline, clock }: ServerContext, { keysFolder }: Config) {
  const booked = await replayErasures(owner, pipeline, clock, readErasures(keysFolder))
  return { booked, withdrawn: await replayWithdrawals(owner, pipeline, clock, readWithdrawals(keysFolder)) }
}
