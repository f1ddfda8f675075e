import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { findBinaries } from '../../src/server/postgres/binaries.ts'
import { clusterFolder } from '../../src/server/postgres/cluster.ts'
import { openEmbedded } from '../../src/server/postgres/embedded.ts'
import { findRunning, stopPostmaster } from '../../src/server/postgres/postmaster.ts'
import { isAlive } from '../../src/server/postgres/process-identity.ts'

export interface TestServer {
  /** May make databases and roles. */
  readonly adminUrl: string
  stop(): Promise<void>
}

const PREFIX = 'zhagen-test-'

/** The server named by DATABASE_URL_TEST, or an embedded one of our own in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST
  if (given) return { adminUrl: given, stop: async () => undefined }
  await sweep()
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
  const embedded = await openEmbedded(folder, 'test')
  await hurry(embedded.ownerUrl)
  return {
    adminUrl: embedded.ownerUrl,
    stop: async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing of a test's database is worth surviving a power cut. What a test proves about durability it sets itself. */
async function hurry(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      await client.query(`alter system set ${setting} = off`)
    }
    await client.query('select pg_reload_conf()')
  } finally {
    await client.end()
  }
}

/** A run that was killed could not stop its server: the folder's name says whose it was. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const folder = path.join(tmpdir(), name)
    const cluster = clusterFolder(folder)
    const orphan = findRunning(cluster)
    if (orphan) await stopPostmaster(orphan.pid, cluster, findBinaries().pgCtl)
    rmSync(folder, { recursive: true, force: true })
  }
}
