import type { Statement } from '../statement.ts'
import {
  batchMac,
  commandHash,
  eventHash,
  type LedgerBatch,
  type LedgerCommand,
  type LedgerEvent,
} from './canonical.ts'
import { merkleRoot } from './merkle.ts'

/** An event with its hash, ready to be written. */
export type HashedEvent = LedgerEvent & { readonly hash: Buffer }

/** Counters of a realm under its lock: nobody else writes in it, so positions have no gaps and commit in order. */
export type RealmHead = { position: number; batch: number; mac: Buffer }

/** Hashes an event behind the one before it in its stream. */
export function hashed(event: LedgerEvent): HashedEvent {
  return { ...event, hash: eventHash(event) }
}

type Batch = {
  readonly realm: number
  readonly at: Date
  readonly events: readonly HashedEvent[]
  readonly commands: readonly LedgerCommand[]
}

/** The batch row behind the head, and its MAC. */
export function sealBatch(macKey: Buffer, head: RealmHead, batch: Batch): { sealed: LedgerBatch; mac: Buffer } {
  const { realm, at, events, commands } = batch
  const sealed: LedgerBatch = {
    ...{ realm, n: head.batch + 1, at, prev: head.mac },
    first: head.position + 1,
    last: head.position + events.length,
    commands: commands.length,
    root: merkleRoot([...events.map((e) => e.hash), ...commands.map(commandHash)]),
  }
  return { sealed, mac: batchMac(macKey, sealed) }
}

/** Seals a batch: its number, its MAC, and what writes events, stream heads, command rows, the batch, the realm's head. */
export function appending(macKey: Buffer, head: RealmHead, batch: Batch): { n: number; mac: Buffer; write: Statement } {
  const { events, commands } = batch
  const { sealed, mac } = sealBatch(macKey, head, batch)
  const values = [eventsJson(events), streamsJson(events), commandsJson(commands, sealed.n), batchJson(sealed, mac)]
  const write = { name: 'append to ledger', text: 'select append_to_ledger($1, $2, $3, $4)', values }
  return { n: sealed.n, mac, write }
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

// The body goes in as the text it was hashed as: a json column keeps the very bytes.
function eventsJson(events: readonly HashedEvent[]): string {
  const rows = events.map(({ body, prev, hash, ...rest }) => {
    const row = JSON.stringify({ ...rest, prev: hex(prev), hash: hex(hash) })
    return `${row.slice(0, -1)},"body":${body}}`
  })
  return `[${rows.join(',')}]`
}

/** Last head of each stream, with the version it must have had before the batch. */
function streamsJson(events: readonly HashedEvent[]): string {
  const streams = new Map<string, { expected: number; last: HashedEvent }>()
  for (const event of events) {
    const known = streams.get(event.stream)
    if (known) known.last = event
    else streams.set(event.stream, { expected: event.version - 1, last: event })
  }
  return JSON.stringify(
    [...streams.values()].map(({ expected, last }) => {
      const { realm, stream, noun, version, hash } = last
      return { realm, stream, noun, version, head: hex(hash), expected }
    }),
  )
}

function commandsJson(commands: readonly LedgerCommand[], batch: number): string {
  const rows = commands.map(({ bodyMac, outcome, ...rest }, n) => {
    const row = JSON.stringify({ ...rest, body_mac: hex(bodyMac), batch, ordinal: n + 1 })
    return `${row.slice(0, -1)},"outcome":${outcome}}`
  })
  return `[${rows.join(',')}]`
}

function batchJson(batch: LedgerBatch, mac: Buffer): string {
  const { realm, n, first, last, commands, at, root, prev } = batch
  const seals = { root: hex(root), prev: hex(prev), mac: hex(mac) }
  return JSON.stringify({ realm, n, first_position: first, last_position: last, commands, at, ...seals })
}
