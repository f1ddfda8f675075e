import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errorCode } from '../start-error.ts'

/** Whether a process with this id runs, ours or another user's; one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return statOf(pid)?.[0] !== 'Z'
}

/** The fields of /proc/PID/stat after the command, which stands in parentheses and may hold spaces. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/**
 * Tells a process from a later one with the same id: in a container every start may get the same small id, so the id
 * alone would keep a dead owner alive for ever. Undefined when the process is gone.
 */
export function identityOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  try {
    const startedAt = statOf(pid)?.[19]
    if (startedAt) return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startedAt}`
  } catch {
    // Not Linux, or a sandbox without /proc/sys.
  }
  return commandOf(pid, 'lstart=') || 'alive'
}

/** The command line of a process as far as this machine tells it, else empty. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return commandOf(pid, 'command=')
  }
}

function commandOf(pid: number, column: string): string {
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
