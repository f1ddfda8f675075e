import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLineOf, isAlive } from './process-identity.ts'

/** What PostgreSQL writes about itself into its data directory. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  /** Empty where there are no unix sockets. */
  readonly socketFolder: string
  readonly ready: boolean
}

/** Undefined when no server has left a postmaster.pid, or one too young to say more than its id. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid = '', , , port = '', socketFolder = '', , , status = ''] = lines
  if (!/^\d+$/.test(pid)) return undefined
  return { pid: Number(pid), port: Number(port), socketFolder, ready: status.trim() === 'ready' }
}

/** The server that runs on this cluster; a process that merely got the same id after a restart is not it. */
export function findRunning(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  return found && isAlive(found.pid) && commandLineOf(found.pid).includes(cluster) ? found : undefined
}

/** Looks every 10 ms; a second start must not wait for a coarser clock. */
export async function until(condition: () => boolean, seconds: number): Promise<boolean> {
  for (let tick = 0; tick < seconds * 100; tick += 1) {
    if (condition()) return true
    await sleep(10)
  }
  return condition()
}

/**
 * Fast shutdown (sessions are cut, everything is checkpointed), then the immediate one: recovery will mend the rest.
 * Windows knows no signals, there pg_ctl asks by an event. False when it still runs.
 */
export async function stopPostmaster(pid: number, cluster: string, pgCtl: string): Promise<boolean> {
  for (const [mode, signal, seconds] of [
    ['fast', 'SIGINT', 30],
    ['immediate', 'SIGQUIT', 10],
  ] as const) {
    if (process.platform === 'win32') {
      spawnSync(pgCtl, ['stop', '-D', cluster, '-m', mode, '-W'], { stdio: 'ignore' })
    } else {
      try {
        process.kill(pid, signal)
      } catch {
        return true
      }
    }
    if (await until(() => !isAlive(pid), seconds)) return true
  }
  return false
}
