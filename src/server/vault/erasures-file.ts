import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Part } from './subject-keys.ts'

/** One erasure as the file outside the database remembers it. `reason` is a code of the rules; nothing here is content. */
export type Erasure = {
  readonly realm: number
  readonly subject: string
  readonly parts: readonly Part[]
  readonly reason: string
  /** Version of the event that says so; null in lines that are older than versions are. */
  readonly version: number | null
}

/**
 * The memory of erasures outside the database. A backup made before an erasure still holds what was erased, and the key
 * that opens it; `restore` reads this file and destroys both again. One line per erasure, `realm subject parts reason
 * version`, appended and flushed after the commit, never shortened.
 */
export class ErasuresFile {
  readonly #handle: number

  constructor(folder: string) {
    this.#handle = openSync(erasuresPath(folder), 'a', 0o600)
  }

  append({ realm, subject, parts, reason, version }: Erasure & { readonly version: number }): void {
    writeSync(this.#handle, `${realm} ${subject} ${parts.join(',')} ${reason} ${version}\n`)
    // A promise to a worker: it must outlive the power as the commit does. Erasures are rare enough to wait for the disk.
    fsyncSync(this.#handle)
  }

  close(): void {
    closeSync(this.#handle)
  }
}

export function erasuresPath(folder: string): string {
  return path.join(folder, 'erasures.log')
}

/** Every erasure remembered, in its order. A half-written last line is passed over: the ledger has it. */
export function readErasures(folder: string): readonly Erasure[] {
  let text: string
  try {
    text = readFileSync(erasuresPath(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line) => {
    const found = /^(\d+) ([0-9a-f-]{36}) ((?:identity|text)(?:,(?:identity|text))*) (\S+)(?: (\d+))?$/.exec(line)
    if (!found) return []
    const [, realm, subject, parts, reason, version] = found as unknown as string[]
    const at = version === undefined ? null : Number(version)
    return [{ realm: Number(realm), subject, parts: parts?.split(',') as Part[], reason, version: at } as Erasure]
  })
}
