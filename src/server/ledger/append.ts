import type { ClientBase } from 'pg'
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

/** Counters of a realm under its lock. */
export type RealmHead = { position: number; batch: number; mac: Buffer }

/** Locks the realm: from here to the commit nobody else writes in it, so positions have no gaps and commit in order. */
export async function lockRealm(client: ClientBase, realm: number): Promise<RealmHead> {
  // Sent together: the first does nothing but for the first batch a realm ever has.
  const made = client.query({ name: 'make realm', text: makeRealm, values: [realm] })
  const locked = client.query({ name: 'lock realm', text: lock, values: [realm] })
  const [, { rows }] = await Promise.all([made, locked])
  return rows[0]
}

const makeRealm = `insert into realm_head (realm)
  select $1 where not exists (select from realm_head where realm = $1) on conflict do nothing`
const lock = 'select position, batch, mac from realm_head where realm = $1 for update'

/** Hashes an event behind the one before it in its stream. */
export function hashed(event: LedgerEvent): HashedEvent {
  return { ...event, hash: eventHash(event) }
}

/** Seals and writes a batch: events, stream heads, command rows, the batch row, the realm's head. Gives the MAC. Sent without waiting. */
export async function appendBatch(
  client: ClientBase,
  macKey: Buffer,
  head: RealmHead,
  batch: {
    readonly realm: number
    readonly at: Date
    readonly events: readonly HashedEvent[]
    readonly commands: readonly LedgerCommand[]
  },
): Promise<{ n: number; mac: Buffer }> {
  const { realm, at, events, commands } = batch
  const n = head.batch + 1
  const sealed: LedgerBatch = {
    ...{ realm, n, at, prev: head.mac },
    first: head.position + 1,
    last: head.position + events.length,
    commands: commands.length,
    root: merkleRoot([...events.map((e) => e.hash), ...commands.map(commandHash)]),
  }
  const mac = batchMac(macKey, sealed)
  const sent = events.length > 0 ? [insertEvents(client, events), upsertStreams(client, events)] : []
  const row = [realm, n, sealed.first, sealed.last, commands.length, at, sealed.root, sealed.prev, mac]
  await Promise.all([
    ...sent,
    insertCommands(client, commands, n),
    client.query({ name: 'insert ledger_batch', text: insertBatch, values: row }),
    client.query({ name: 'update realm_head', text: updateHead, values: [realm, sealed.last, n, mac] }),
  ])
  return { n, mac }
}

const insertBatch = `insert into ledger_batch (realm, n, first_position, last_position, commands, at, root, prev, mac)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const updateHead = 'update realm_head set position = $2, batch = $3, mac = $4 where realm = $1'

async function insertEvents(client: ClientBase, events: readonly HashedEvent[]): Promise<void> {
  const column = <K extends keyof HashedEvent>(key: K) => events.map((e) => e[key])
  await client.query({
    name: 'insert event',
    text: `insert into event (realm, position, stream, version, noun, kind, body, actor, command, rules, at, batch, prev, hash)
     select * from unnest($1::int[], $2::bigint[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::json[], $8::text[],
       $9::uuid[], $10::text[], $11::timestamptz[], $12::bigint[], $13::bytea[], $14::bytea[])`,
    values: [
      ...[column('realm'), column('position'), column('stream'), column('version'), column('noun'), column('kind')],
      ...[column('body'), column('actor'), column('command'), column('rules'), column('at'), column('batch')],
      ...[column('prev'), column('hash')],
    ],
  })
}

// The version is checked here once more: a head that moved since it was read (which the locks forbid) would become null,
// which the column refuses, and the batch is rolled back.
async function upsertStreams(client: ClientBase, events: readonly HashedEvent[]): Promise<void> {
  const last = new Map<string, HashedEvent>()
  const first = new Map<string, number>()
  for (const event of events) {
    last.set(event.stream, event)
    if (!first.has(event.stream)) first.set(event.stream, event.version)
  }
  const rows = [...last.values()]
  await client.query({
    name: 'upsert stream',
    text: `insert into stream as s (realm, stream, noun, version, head)
     select realm, stream, noun, version, head
     from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::bytea[]) as t (realm, stream, noun, version, head)
     on conflict (realm, stream) do update set head = excluded.head,
       version = case when s.version = ($6::jsonb ->> s.stream::text)::int then excluded.version end`,
    values: [
      rows.map((e) => e.realm),
      rows.map((e) => e.stream),
      rows.map((e) => e.noun),
      rows.map((e) => e.version),
      rows.map((e) => e.hash),
      JSON.stringify(Object.fromEntries([...first].map(([stream, version]) => [stream, version - 1]))),
    ],
  })
}

async function insertCommands(client: ClientBase, commands: readonly LedgerCommand[], batch: number): Promise<void> {
  await client.query({
    name: 'insert command',
    text: `insert into command (realm, id, kind, actor, body_mac, outcome, batch, ordinal, at)
     select realm, id, kind, actor, body_mac, outcome, $7, ordinal, $8
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::json[])
       with ordinality as t (realm, id, kind, actor, body_mac, outcome, ordinal)`,
    values: [
      ...[
        commands.map((c) => c.realm),
        commands.map((c) => c.id),
        commands.map((c) => c.kind),
        commands.map((c) => c.actor),
      ],
      ...[commands.map((c) => c.bodyMac), commands.map((c) => c.outcome), batch, commands[0]?.at],
    ],
  })
}
