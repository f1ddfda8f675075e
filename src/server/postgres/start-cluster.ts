import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from '../make-folder.ts'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import { lastLine, postgresEnv } from './cluster.ts'
import type { Launch } from './launch.ts'
import { readPostmaster, until } from './postmaster.ts'
import { postgresSettings } from './settings.ts'

/** Starts PostgreSQL and resolves when it takes connections; rejects with the line of its log that says why it does not. */
export async function startCluster(
  dataFolder: string,
  cluster: string,
  binaries: Binaries,
  launch: Launch,
): Promise<ChildProcess> {
  const log = path.join(dataFolder, 'postgres.log')
  if (existsSync(log)) renameSync(log, `${log}.1`)
  const settings = postgresSettings({ port: await freePort(), socketFolder: makeSocketFolder(dataFolder, launch) })
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = binaries.postgres, ...args] = [...launch.prefix, binaries.postgres, '-D', cluster, ...options]
  // Shared memory of a killed server stays for a moment after its last process; PostgreSQL then refuses to start.
  for (let attempt = 0; ; attempt += 1) {
    const output = openSync(log, 'a', 0o600)
    // Its own process group: Ctrl-C is for us, and requests in flight still need the database.
    const child = spawn(command, args, {
      ...launch.spawn,
      env: postgresEnv(),
      detached: true,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    let ended = false
    child.on('exit', () => (ended = true)).on('error', () => (ended = true))
    child.unref()
    await until(() => ended || readPostmaster(cluster)?.ready === true, 120)
    if (!ended) return child
    if (attempt >= 20 || !/shared memory/.test(logTail(dataFolder)))
      throw new StartError(`PostgreSQL does not start: ${logTail(dataFolder)} (more in ${log})`)
    await sleep(500)
  }
}

/** The line of PostgreSQL's log that says what went wrong last. */
export function logTail(dataFolder: string): string {
  try {
    const lines = readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8').split('\n')
    return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lastLine(lines.join('\n'))
  } catch {
    return 'it wrote no log'
  }
}

/** The path of a unix socket may have 103 bytes on every system, and a data folder may lie deeper than that. */
function makeSocketFolder(dataFolder: string, launch: Launch): string {
  if (process.platform === 'win32') return ''
  const near = path.join(dataFolder, 'run')
  const short = Buffer.byteLength(path.join(near, '.s.PGSQL.65535.lock')) <= 100
  if (short) makeFolder(near)
  const folder = short ? near : mkdtempSync(path.join(tmpdir(), 'zhagen-'))
  if (launch.owner) chownSync(folder, launch.owner.uid, launch.owner.gid)
  return folder
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
