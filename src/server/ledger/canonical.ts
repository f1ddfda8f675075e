import { createHash } from 'node:crypto'
import { hmac } from '../secret.ts'

/** An event as the ledger stores it. `body` is the exact JSON text: the hash covers its bytes. */
export type LedgerEvent = {
  readonly realm: number
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly noun: string
  readonly kind: string
  readonly body: string
  readonly actor: string
  readonly command: string
  readonly rules: string
  readonly at: Date
  readonly batch: number
  readonly prev: Buffer
}

/** A command row as it is sealed into a batch. `outcome` is the exact JSON text. */
export type LedgerCommand = {
  readonly realm: number
  readonly id: string
  readonly kind: string
  readonly actor: string
  readonly bodyMac: Buffer
  readonly outcome: string
  readonly at: Date
}

/** A sealed batch. */
export type LedgerBatch = {
  readonly realm: number
  readonly n: number
  readonly first: number
  readonly last: number
  readonly commands: number
  readonly at: Date
  readonly root: Buffer
  readonly prev: Buffer
}

// A JSON array is a length-safe encoding: no two different lists of fields share a text. The leading word keeps a hash of
// one kind from being passed off as another.
function sha(fields: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}

/** Hash of an event: everything in the row, and the hash of the event before in its stream. */
export function eventHash(e: LedgerEvent): Buffer {
  return sha([
    'event',
    ...[e.realm, e.position, e.stream, e.version, e.noun, e.kind, e.body, e.actor, e.command, e.rules],
    ...[e.at.getTime(), e.batch, e.prev.toString('hex')],
  ])
}

/** Hash of a command row: what was asked (as a MAC) and what came of it. */
export function commandHash(c: LedgerCommand): Buffer {
  const { realm, id, kind, actor, outcome } = c
  return sha(['command', realm, id, kind, actor, c.bodyMac.toString('hex'), outcome, c.at.getTime()])
}

/** MAC of a batch under the key outside the database; the next batch names it as `prev`. */
export function batchMac(key: Buffer, b: LedgerBatch): Buffer {
  const { realm, n, first, last, commands } = b
  const fields = [
    'batch',
    realm,
    n,
    first,
    last,
    commands,
    b.at.getTime(),
    b.root.toString('hex'),
    b.prev.toString('hex'),
  ]
  return hmac(key, JSON.stringify(fields))
}

/** HMAC of a command body: tells the same id with another body, without keeping the body. Key order does not matter. */
export function bodyMac(key: Buffer, kind: string, body: unknown): Buffer {
  return hmac(key, JSON.stringify([kind, sorted(body)]))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
