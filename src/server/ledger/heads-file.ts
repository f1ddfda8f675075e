import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Last sealed batch of a realm as the file outside the database remembers it. */
export type Head = { readonly n: number; readonly mac: string }

/**
 * The copy of the batch heads outside the database: whoever cuts the end off the ledger must also reach this file.
 * One line per batch, `realm n mac`, appended after the commit; several processes may append to the same file, so nobody
 * who opens it may put another in its place. `compactHeads` does that, once, before a server starts to write.
 */
export class HeadsFile {
  readonly #file: string
  #handle: number

  constructor(folder: string) {
    this.#file = headsPath(folder)
    this.#handle = openSync(this.#file, 'a', 0o600)
  }

  append(realm: number, n: number, mac: Buffer): void {
    this.#follow()
    writeSync(this.#handle, `${realm} ${n} ${mac.toString('hex')}\n`)
  }

  /** A start or a restore has put a compacted file in its place: what is written to the old one would be lost. */
  #follow(): void {
    const there = statSync(this.#file, { throwIfNoEntry: false })
    if (there?.ino === fstatSync(this.#handle).ino) return
    closeSync(this.#handle)
    this.#handle = openSync(this.#file, 'a', 0o600)
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** Puts a file with these heads in the place of the one that is there, in one step. */
export function writeHeads(folder: string, heads: ReadonlyMap<number, Head>): void {
  const file = headsPath(folder)
  const text = [...heads].map(([realm, { n, mac }]) => `${realm} ${n} ${mac}\n`).join('')
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** Keeps the last line of each realm. For a start that holds the data folder, before anything is written. */
export function compactHeads(folder: string): void {
  writeHeads(folder, readHeads(folder))
}

export function headsPath(folder: string): string {
  return path.join(folder, 'heads.log')
}

/**
 * Up to which batch of each realm no line is missing behind the first. Lines of batches that follow one another closely
 * come in any order, and a server that was killed leaves a gap below what others went on to write.
 */
export function wholeUpTo(folder: string): ReadonlyMap<number, number> {
  const realms = new Map<number, { last: number; gaps: readonly (readonly [number, number])[] }>()
  for (const { realm, n } of readLines(folder)) {
    const { last, gaps } = realms.get(realm) ?? { last: n, gaps: [] }
    if (n > last) realms.set(realm, { last: n, gaps: n > last + 1 ? [...gaps, [last + 1, n - 1]] : gaps })
    else realms.set(realm, { last, gaps: gaps.flatMap((gap) => without(gap, n)) })
  }
  return new Map([...realms].map(([realm, { last, gaps }]) => [realm, (gaps[0]?.[0] ?? last + 1) - 1]))
}

/** What is left of a gap when one of it turned up. */
function without([from, to]: readonly [number, number], n: number): readonly (readonly [number, number])[] {
  if (n < from || n > to) return [[from, to]]
  const left: readonly (readonly [number, number])[] = [
    [from, n - 1],
    [n + 1, to],
  ]
  return left.filter(([a, b]) => a <= b)
}

/** Last head of each realm; a half-written last line is passed over, as the database holds the batch anyway. */
export function readHeads(folder: string): ReadonlyMap<number, Head> {
  const heads = new Map<number, Head>()
  for (const { realm, n, mac } of readLines(folder)) if ((heads.get(realm)?.n ?? 0) < n) heads.set(realm, { n, mac })
  return heads
}

function* readLines(folder: string): Generator<Head & { readonly realm: number }> {
  let text: string
  try {
    text = readFileSync(headsPath(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  for (const line of text.split('\n')) {
    const found = /^(\d+) (\d+) ([0-9a-f]{64})$/.exec(line)
    if (found) yield { realm: Number(found[1]), n: Number(found[2]), mac: found[3] as string }
  }
}
