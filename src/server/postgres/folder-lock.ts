import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { errorCode, StartError } from '../start-error.ts'
import { identityOf } from './process-identity.ts'

/** Who uses a data folder: the server, or one verb of the command-line tool while no server runs. */
export type Holder = { readonly pid: number; readonly identity: string; readonly verb: string }

export type FolderLock = { release(): void }

/** Who uses the folder now, if anybody does. */
export function holderOf(folder: string): Holder | undefined {
  const holder = parseHolder(readText(path.join(folder, 'lock.json')))
  return holder && identityOf(holder.pid) === holder.identity ? holder : undefined
}

/** What to say to whoever cannot have the folder. */
export function inUse(folder: string, holder: Holder): StartError {
  return new StartError(
    `data folder ${folder}: in use by zhagen ${holder.verb} (process ${holder.pid}); ` +
      'stop that one, or set ZHAGEN_DATA to another folder',
  )
}

/**
 * Takes the data folder for this process, or returns who has it. Node has no flock, so the lock is a file that is linked
 * into place whole and names its process; a file whose process is gone (kill -9, power cut) is taken over.
 */
export function lockFolder(folder: string, verb: string): FolderLock | Holder {
  const file = path.join(folder, 'lock.json')
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) ?? '', verb } satisfies Holder)
  const draft = path.join(folder, `lock.${process.pid}.new`)
  try {
    writeFileSync(draft, mine)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(draft, file)
        return { release: () => releaseIf(file, mine) }
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      const found = readText(file)
      const holder = parseHolder(found)
      if (holder && identityOf(holder.pid) === holder.identity) return holder
      if (found !== undefined) dropStale(folder, file, found)
    }
    throw new StartError(`data folder ${folder}: ${file} cannot be taken; remove it if no zhagen runs`)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `data folder ${folder}: cannot write in it (${errorCode(error) ?? error}); set ZHAGEN_DATA to a writable folder`,
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two starts may find the same stale lock: what was moved away is looked at again, and put back if it is a newer one. */
function dropStale(folder: string, file: string, stale: string): void {
  const aside = path.join(folder, `lock.${process.pid}.stale`)
  try {
    renameSync(file, aside)
    if (readText(aside) !== stale) linkSync(aside, file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function releaseIf(file: string, mine: string): void {
  if (readText(file) === mine) rmSync(file, { force: true })
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
