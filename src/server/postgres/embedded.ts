import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from '../make-folder.ts'
import { errorCode, StartError } from '../start-error.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { appName, clusterFolder, ensureCluster, ownerName, type Passwords, readPasswords } from './cluster.ts'
import { adoptable, ensureDatabase } from './first-contact.ts'
import { type FolderLock, type Holder, inUse, lockFolder } from './folder-lock.ts'
import { chooseLaunch } from './launch.ts'
import { findRunning, type Postmaster, readPostmaster, stopPostmaster, until } from './postmaster.ts'
import { isAlive } from './process-identity.ts'
import { logTail, startCluster } from './start-cluster.ts'

/** A running embedded PostgreSQL. */
export type Embedded = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** The same as owner over TCP, for tools that know no unix sockets. */
  readonly operatorUrl: string
  /** Set when this process did not start it: an orphan that was adopted, or the running server's. */
  readonly adopted: 'orphan' | 'server' | undefined
  /** Calls back when PostgreSQL ends although nobody called stop. */
  onExit(then: () => void): void
  stop(): Promise<void>
}

const databaseName = 'zhagen'

/**
 * Starts the embedded PostgreSQL of a data folder for `verb`, adopts the one a killed server left behind, or, for every
 * verb but `start`, shares that of the running server.
 */
export async function openEmbedded(dataFolder: string, verb: string): Promise<Embedded> {
  ensureDataFolder(dataFolder)
  const lock = await takeFolder(dataFolder, verb)
  if (!('release' in lock)) return shareWith(dataFolder, lock)
  try {
    return await startOrAdopt(dataFolder, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The addresses of the embedded database, running or not; undefined before the first start. */
export function describeEmbedded(
  dataFolder: string,
): { readonly running: boolean; readonly databaseUrl: string } | undefined {
  const passwords = readPasswords(dataFolder)
  const postmaster = findRunning(clusterFolder(dataFolder))
  if (!passwords) return undefined
  return {
    running: postmaster?.ready === true,
    databaseUrl: url(ownerName, passwords.owner, postmaster?.port ?? 0, ''),
  }
}

async function takeFolder(dataFolder: string, verb: string): Promise<FolderLock | Holder> {
  let taken = lockFolder(dataFolder, verb)
  // Verbs wait for one another; the server is waited for by nobody.
  for (let tick = 0; tick < 600 && !('release' in taken); tick += 1) {
    if (taken.verb === 'start' || verb === 'start') break
    await sleep(100)
    taken = lockFolder(dataFolder, verb)
  }
  if ('release' in taken || (taken.verb === 'start' && verb !== 'start')) return taken
  throw inUse(dataFolder, taken)
}

async function shareWith(dataFolder: string, holder: Holder): Promise<Embedded> {
  const cluster = clusterFolder(dataFolder)
  await until(() => readPostmaster(cluster)?.ready === true || !isAlive(holder.pid), 60)
  const passwords = readPasswords(dataFolder)
  const postmaster = findRunning(cluster)
  if (!passwords || !postmaster?.ready)
    throw new StartError(`data folder ${dataFolder}: the server (process ${holder.pid}) has no database up; try again`)
  return handle(
    passwords,
    postmaster,
    'server',
    () => undefined,
    async () => undefined,
  )
}

async function startOrAdopt(dataFolder: string, lock: FolderLock): Promise<Embedded> {
  const cluster = clusterFolder(dataFolder)
  const binaries = findBinaries()
  const orphan = await mendOrphan(dataFolder, cluster, binaries)
  const launch = chooseLaunch(binaries, dataFolder)
  const passwords = await ensureCluster(dataFolder, binaries, launch)
  const child = orphan ? undefined : await startCluster(dataFolder, cluster, binaries, launch)
  const postmaster = orphan ?? findRunning(cluster)
  if (!postmaster) throw new StartError(`PostgreSQL in ${cluster} ended at once: ${logTail(dataFolder)}`)
  let stopping = false
  const stop = async () => {
    stopping = true
    const stopped = await stopPostmaster(postmaster.pid, cluster, binaries.pgCtl)
    lock.release()
    if (!stopped) throw new StartError(`PostgreSQL (process ${postmaster.pid}) does not stop; end it by hand`)
  }
  const onExit = (then: () => void) => {
    const ended = () => stopping || then()
    if (child) child.on('exit', ended)
    else setInterval(() => isAlive(postmaster.pid) || ended(), 5000).unref()
  }
  const embedded = handle(passwords, postmaster, orphan && 'orphan', onExit, stop)
  await ensureDatabase(
    url(ownerName, passwords.owner, postmaster.port, postmaster.socketFolder, 'postgres'),
    databaseName,
  )
  return embedded
}

/** An orphan that answers as ours goes on serving; one that does not is stopped, a stale postmaster.pid removed. */
async function mendOrphan(dataFolder: string, cluster: string, binaries: Binaries): Promise<Postmaster | undefined> {
  const running = findRunning(cluster)
  if (!running) {
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  const passwords = readPasswords(dataFolder)
  await until(() => findRunning(cluster)?.ready !== false, 10)
  const orphan = findRunning(cluster)
  if (!orphan) return undefined
  const answers =
    passwords &&
    (await adoptable(url(ownerName, passwords.owner, orphan.port, orphan.socketFolder, 'postgres'), cluster))
  if (answers) return orphan
  if (await stopPostmaster(orphan.pid, cluster, binaries.pgCtl)) return undefined
  throw new StartError(
    `a PostgreSQL (process ${orphan.pid}) from before holds ${cluster} and does not stop; end it by hand`,
  )
}

function handle(
  passwords: Passwords,
  at: Postmaster,
  adopted: Embedded['adopted'],
  onExit: Embedded['onExit'],
  stop: Embedded['stop'],
): Embedded {
  return {
    ownerUrl: url(ownerName, passwords.owner, at.port, at.socketFolder),
    appUrl: url(appName, passwords.app, at.port, at.socketFolder),
    operatorUrl: url(ownerName, passwords.owner, at.port, ''),
    adopted,
    onExit,
    stop,
  }
}

/** `host` in the query overrides the authority's in libpq and in pg alike; over the socket a query takes a fifth less time. */
function url(user: string, password: string, port: number, socketFolder: string, database = databaseName): string {
  const socket = socketFolder === '' ? '' : `?host=${encodeURIComponent(socketFolder)}`
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}${socket}`
}

function ensureDataFolder(dataFolder: string): void {
  try {
    makeFolder(dataFolder)
  } catch (error) {
    throw new StartError(
      `data folder ${dataFolder}: cannot be made (${errorCode(error) ?? error}); set ZHAGEN_DATA to a writable folder`,
    )
  }
}
