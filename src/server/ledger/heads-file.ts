import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Last sealed batch of a realm as the file outside the database remembers it. */
export type Head = { readonly n: number; readonly mac: string }

/**
 * The copy of the batch heads outside the database: whoever cuts the end off the ledger must also reach this file.
 * One line per batch, `realm n mac`, appended after the commit; several processes may append. At opening it is compacted
 * to the last line of each realm.
 */
export class HeadsFile {
  readonly #file: string
  #handle: number

  constructor(folder: string) {
    this.#file = headsPath(folder)
    const heads = readHeads(folder)
    const text = [...heads].map(([realm, { n, mac }]) => `${realm} ${n} ${mac}\n`).join('')
    writeFileSync(`${this.#file}.new`, text, { mode: 0o600, flush: true })
    renameSync(`${this.#file}.new`, this.#file)
    this.#handle = openSync(this.#file, 'a', 0o600)
  }

  append(realm: number, n: number, mac: Buffer): void {
    writeSync(this.#handle, `${realm} ${n} ${mac.toString('hex')}\n`)
  }

  close(): void {
    closeSync(this.#handle)
  }
}

export function headsPath(folder: string): string {
  return path.join(folder, 'heads.log')
}

/** Last head of each realm; a half-written last line is passed over, as the database holds the batch anyway. */
export function readHeads(folder: string): ReadonlyMap<number, Head> {
  const heads = new Map<number, Head>()
  let text: string
  try {
    text = readFileSync(headsPath(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return heads
    throw error
  }
  for (const line of text.split('\n')) {
    const found = /^(\d+) (\d+) ([0-9a-f]{64})$/.exec(line)
    if (!found) continue
    const [realm, n, mac] = [Number(found[1]), Number(found[2]), found[3] as string]
    if ((heads.get(realm)?.n ?? 0) < n) heads.set(realm, { n, mac })
  }
  return heads
}
