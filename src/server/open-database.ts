import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { checkConnections, connectDatabase, type Database, tryPool } from './database.ts'
import { findInstallation, type Installation, matchKeys } from './installation.ts'
import type { Keys } from './keys-file.ts'
import { migrate } from './migrate/migrate.ts'
import { appName } from './postgres/cluster.ts'
import { type Embedded, openEmbedded } from './postgres/embedded.ts'

/** A database that is up, migrated, and whose keys fit. */
export type OpenedDatabase = {
  readonly db: Database
  readonly keys: Keys
  readonly keyFingerprint: string
  /** Undefined before the installation. */
  readonly installation: Installation | undefined
  readonly schema: number
  /** Undefined when the operator brings a PostgreSQL. */
  readonly embedded: Embedded | undefined
  /** Ends the pools, then the embedded PostgreSQL if we started it. */
  close(): Promise<void>
}

export type OpenOptions = {
  readonly config: Config
  readonly clock: Clock
  /** Who asks: `start`, or the verb of the command-line tool. */
  readonly verb: string
  readonly say: (line: string) => void
  readonly onLost: (error: Error) => void
}

/** Opens the database for the server or a verb, in the order in which failures are understood best. */
export async function openDatabase({ config, clock, verb, say, onLost }: OpenOptions): Promise<OpenedDatabase> {
  const embedded = config.ownDatabase ? undefined : await openEmbedded(config.dataFolder, verb)
  if (embedded?.adopted === 'orphan') say('a PostgreSQL left behind by a killed server goes on serving')
  const db = connectDatabase(config.ownDatabase ?? (embedded as Embedded), onLost)
  const close = async () => {
    // A request that was cut off may still hold a connection; PostgreSQL's stop ends that too.
    await Promise.race([db.end(), sleep(3000, undefined, { ref: false })])
    await embedded?.stop()
  }
  try {
    await tryPool(db.owner, config.ownDatabase ? 'DATABASE_URL' : 'embedded database')
    const installation = await findInstallation(db.owner)
    // Before the migration: a database whose keys are lost is better left as it was.
    const { keys, fingerprint } = matchKeys(config.keysFolder, installation, say)
    const schema = await migrate(db.owner, clock, say)
    if (embedded && embedded.adopted !== 'server') await setAppPassword(db.owner, embedded.appUrl)
    await checkConnections(db, config.ownDatabase !== undefined)
    return { db, keys, keyFingerprint: fingerprint, installation, schema, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The password stands in the data folder; setting it at each start mends a role that came from a restored backup. */
async function setAppPassword(owner: pg.Pool, appUrl: string): Promise<void> {
  const password = pg.escapeLiteral(decodeURIComponent(new URL(appUrl).password))
  await owner.query(`alter role ${appName} password ${password}`)
}
