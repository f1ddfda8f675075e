import type { ClientBase } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { Outcome } from '../../protocol/command.ts'
import type { RealmHead } from '../ledger/append.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { KeyRow } from '../vault/subject-keys.ts'
import type { Wanted } from './numbers.ts'

/** Head of a stream as the ledger holds it. */
export type StreamHead = {
  readonly stream: string
  readonly noun: string
  readonly version: number
  readonly head: Buffer
}

/** What was stored of a command that was handled before. */
export type Stored = { readonly body_mac: Buffer; readonly outcome: Outcome }

/** What a batch decides by, read under the realm's lock. */
export type Opened = {
  readonly head: RealmHead
  readonly stored: Map<string, Stored>
  /** Version of the directory of organisations. */
  readonly directory: string
  /** Last number taken, by region. */
  readonly numbers: ReadonlyMap<string, number>
  /** Streams that exist; the others are missing. */
  readonly streams: readonly StreamHead[]
  /** Their events, each stream in order of version. */
  readonly events: readonly PastEvent[]
  readonly keys: readonly KeyRow[]
}

type Asking = {
  readonly commands: readonly string[]
  readonly streams: readonly string[]
  readonly numbers: Wanted
  readonly now: Date
}

/** Locks the realm, then its streams in order of id, and reads all of it in one statement (`db/migrations/0011`). */
export async function openBatch(client: ClientBase, realm: number, asking: Asking): Promise<Opened> {
  const { commands, streams, numbers, now } = asking
  const day = localDateOf(now.getTime())
  const { rows } = await client.query<Row>({
    name: 'open batch',
    text: 'select * from open_batch($1, $2, $3, $4, $5, $6, $7)',
    // A stream's texts are sealed with keys of its own name.
    values: [realm, commands, streams, streams, day, [...numbers.keys()], [...numbers.values()]],
  })
  const row = rows[0] as Row
  return {
    head: { ...row.head, mac: bytes(row.head.mac) },
    stored: new Map(row.stored?.map((one) => [one.id, { body_mac: bytes(one.body_mac), outcome: one.outcome }])),
    directory: String(row.directory),
    numbers: new Map(row.numbers?.map(({ region, last }) => [region, last])),
    streams: row.streams?.map((one) => ({ ...one, head: bytes(one.head) })) ?? [],
    events: row.events?.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) ?? [],
    keys: row.keys?.map((one) => ({ ...one, wrapped: bytes(one.wrapped) })) ?? [],
  }
}

/** Bytes come as hex in JSON. */
type Hexed<T> = { readonly [K in keyof T]: T[K] extends Buffer ? string : T[K] }
type Row = {
  readonly head: Hexed<RealmHead>
  readonly directory: number
  readonly stored: readonly (Hexed<Stored> & { readonly id: string })[] | null
  readonly numbers: readonly { readonly region: string; readonly last: number }[] | null
  readonly streams: readonly Hexed<StreamHead>[] | null
  readonly events: readonly PastEvent[] | null
  readonly keys: readonly Hexed<KeyRow>[] | null
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex.slice(2), 'hex')
}
