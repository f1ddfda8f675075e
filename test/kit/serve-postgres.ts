import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBinaries } from '../../src/server/postgres/binaries.ts'
import { clusterFolder } from '../../src/server/postgres/cluster.ts'
import { openEmbedded } from '../../src/server/postgres/embedded.ts'
import { findRunning, stopPostmaster } from '../../src/server/postgres/postmaster.ts'
import { isAlive } from '../../src/server/postgres/process-identity.ts'
import { ask } from './ask.ts'

// An embedded PostgreSQL for one run of tests, in a process of its own: it prints its addresses as one line of JSON and
// stops when its input ends. A test run that is killed closes that input like one that ends well, so nothing stays.

const PREFIX = 'zhagen-test-'

/** This process itself may be killed too: the folder's name says whose it was. */
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

await sweep()
const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
try {
  const embedded = await openEmbedded(folder, 'test')
  // Nothing of a test's database is worth surviving a power cut; a test about durability starts a server of its own.
  const hurried = ['fsync', 'full_page_writes', 'synchronous_commit'].map((each) => `alter system set ${each} = off`)
  await ask(embedded.ownerUrl, ...hurried, 'select pg_reload_conf()')
  process.on('SIGINT', () => undefined)
  process.stdout.write(`${JSON.stringify({ adminUrl: embedded.ownerUrl, appUrl: embedded.appUrl })}\n`)
  await new Promise((resolve) => process.stdin.on('end', resolve).on('error', resolve).resume())
  await embedded.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
