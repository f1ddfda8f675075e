import { randomBytes } from 'node:crypto'
import type { ClientBase } from 'pg'
import { actorText } from '../../src/domain/actor.ts'
import { demandNumber } from '../../src/domain/code/demand-number.ts'
import { pseudonym } from '../../src/domain/code/pseudonym.ts'
import { makeId } from '../../src/domain/id.ts'
import { withCopyConnection } from '../../src/server/backup/copy-connection.ts'
import { nouns } from '../../src/server/command/nouns.ts'
import type { ServerContext } from '../../src/server/context.ts'
import { type HashedEvent, hashed, type RealmHead, sealBatch } from '../../src/server/ledger/append.ts'
import type { LedgerCommand } from '../../src/server/ledger/canonical.ts'
import type { PastEvent } from '../../src/server/ledger/past-event.ts'
import { type ContentRow, commitTo, refOf, sealContent } from '../../src/server/vault/content.ts'
import type { VaultRows } from '../../src/server/vault/write.ts'
import { copyRows } from './copy-rows.ts'
import { type Kind, Lives, type Seat, type Step } from './lives.ts'

/** What seeding works with. */
export type SeedContext = Pick<ServerContext, 'rules' | 'keys'> & {
  readonly db: Pick<ServerContext['db'], 'owner' | 'writer'>
  readonly command: Pick<ServerContext['command'], 'subjectKeys' | 'heads'>
}

type Realm = { readonly realm: number; readonly seats: readonly Seat[]; readonly key: { id: number; key: Buffer } }
type Rows = {
  readonly events: HashedEvent[]
  readonly commands: LedgerCommand[]
  readonly keys: VaultRows['keys'][number][]
  readonly content: ContentRow[]
  readonly streams: { realm: number; stream: string; noun: string; version: number; head: Buffer }[]
  readonly demand: Readonly<Record<string, unknown>>[]
  readonly work: Readonly<Record<string, unknown>>[]
}

const chunk = 500

/**
 * Open demands with real lives in the ledger, so many of them due at `now`: deciders, evolve, projection, hash chain, seal
 * and vault are the product's own, only the rows go in by COPY. The ledger verifies.
 */
export async function seedClocks(
  context: SeedContext,
  realms: readonly (readonly Seat[])[],
  { open, due, now }: { readonly open: number; readonly due: number; readonly now: Date },
  say: (line: string) => void,
): Promise<void> {
  const lives = new Lives(context.rules, now.getTime())
  const kinds = lives.kinds(realms[0]?.[0] as Seat)
  say(`${kinds.due.length} kinds of life are due, ${kinds.waiting.length} wait`)
  await withCopyConnection(context.db.owner, undefined, async (client) => {
    const known = await Promise.all(realms.map((seats) => realmOf(context, seats, now)))
    const heads = new Map<number, RealmHead>()
    for (const { realm } of known) heads.set(realm, await headOf(client, realm))
    let writing: Promise<void> = Promise.resolve()
    for (let done = 0, turn = 0; done < open; turn += 1) {
      const size = Math.min(chunk, open - done)
      const of = known[turn % known.length] as Realm
      const made = make(context, of, heads.get(of.realm) as RealmHead, now, size, (n) => {
        // Spread evenly over all: every tenth where a tenth is due.
        const at = done + n
        const list = Math.floor(((at + 1) * due) / open) > Math.floor((at * due) / open) ? kinds.due : kinds.waiting
        return { kind: list[(at * 7919) % list.length] as Kind, lives, number: at + 1 }
      })
      await writing
      writing = write(context, client, of.realm, heads.get(of.realm) as RealmHead, made, now).then((head) => {
        heads.set(of.realm, head)
      })
      // A realm's next batch is sealed behind this one.
      if (known.length === 1) await writing
      done += size
      if (turn % 80 === 79) say(`${done} of ${open} demands`)
    }
    await writing
    await client.query('analyze')
  })
}

async function realmOf(context: SeedContext, seats: readonly Seat[], now: Date): Promise<Realm> {
  const realm = seats[0]?.realm as number
  const client = await context.db.writer.connect()
  try {
    const { subjectKeys } = context.command
    await subjectKeys.realmKey(client, realm, now)
    return { realm, seats, key: await subjectKeys.realmKey(client, realm, now) }
  } finally {
    client.release()
  }
}

async function headOf(client: ClientBase, realm: number): Promise<RealmHead> {
  await client.query('insert into realm_head (realm) values ($1) on conflict do nothing', [realm])
  const { rows } = await client.query('select position, batch, mac from realm_head where realm = $1', [realm])
  return rows[0]
}

function make(
  context: SeedContext,
  { realm, seats, key }: Realm,
  head: RealmHead,
  now: Date,
  size: number,
  pick: (n: number) => { kind: Kind; lives: Lives; number: number },
): Rows {
  const rows: Rows = { events: [], commands: [], keys: [], content: [], streams: [], demand: [], work: [] }
  for (let n = 0; n < size; n += 1) {
    const { kind, lives, number } = pick(n)
    const seat = seats[n % seats.length] as Seat
    const id = makeId(realm, now.getTime() - kind.age, randomBytes(8))
    const name = { id, number: numberOf(seat, number), pseudonym: pseudonym(randomBytes(4)) }
    const subject = context.command.subjectKeys.make(realm, id, 'text', key)
    rows.keys.push(subject.row)
    book(context, rows, { realm, head, id, key: subject.key }, lives.live(kind, seat, name).steps)
  }
  return rows
}

/** Of one counter for all counties, so that no number comes twice. */
function numberOf({ region }: Seat, n: number): string {
  const on = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / 900_000))).toISOString().slice(0, 10)
  return demandNumber(region.slice(0, 6), on, n % 900_000)
}

type Stream = { readonly realm: number; readonly head: RealmHead; readonly id: string; readonly key: Buffer }

function book(context: SeedContext, rows: Rows, { realm, head, id, key }: Stream, steps: readonly Step[]): void {
  const past: PastEvent[] = []
  let state: unknown = null
  let prev: Buffer = Buffer.alloc(0)
  for (const step of steps) {
    const at = new Date(step.at)
    const command = makeId(realm, at.getTime(), randomBytes(8))
    const actor = actorText(step.actor)
    for (const { kind, body, seal } of step.drafts) {
      const content = Object.fromEntries(
        Object.entries(seal ?? {}).map(([slot, { value, ...what }]) => {
          const committed = commitTo(value)
          const content = makeId(realm, at.getTime(), randomBytes(8))
          rows.content.push(sealContent(key, realm, id, content, what, committed))
          return [slot, refOf(content, what.part, committed)]
        }),
      )
      const whole = seal ? { ...body, content } : body
      const common = {
        ...{ realm, position: head.position + rows.events.length + 1, stream: id, version: past.length + 1 },
        ...{ noun: 'demand', kind, actor, rules: context.rules.version },
      }
      const event: PastEvent = { ...common, body: whole, at: step.at }
      const stored = hashed({ ...common, body: JSON.stringify(whole), command, at, batch: head.batch + 1, prev })
      state = nouns.demand.evolve(state, event)
      prev = stored.hash
      past.push(event)
      rows.events.push(stored)
    }
    const outcome = JSON.stringify({ accepted: { stream: id, version: past.length } })
    rows.commands.push({ realm, id: command, kind: step.kind, actor, bodyMac: randomBytes(32), outcome, at })
  }
  rows.streams.push({ realm, stream: id, noun: 'demand', version: past.length, head: prev })
  for (const table of nouns.demand.project(state, past))
    if (table.table === 'demand' || table.table === 'work') rows[table.table].push(...table.rows)
}

async function write(
  context: SeedContext,
  client: ClientBase,
  realm: number,
  head: RealmHead,
  rows: Rows,
  at: Date,
): Promise<RealmHead> {
  const { events, commands } = rows
  const { sealed, mac } = sealBatch(context.keys.mac, head, { realm, at, events, commands })
  const { n, first, last, root, prev } = sealed
  await client.query('begin')
  await copyRows(client, 'event', events)
  await copyRows(client, 'stream', rows.streams)
  const asked = commands.map(({ bodyMac, ...rest }, i) => ({ ...rest, body_mac: bodyMac, batch: n, ordinal: i + 1 }))
  await copyRows(client, 'command', asked)
  const batch = { realm, n, first_position: first, last_position: last, commands: commands.length, at, root, prev, mac }
  await copyRows(client, 'ledger_batch', [batch])
  await copyRows(client, 'subject_key', rows.keys)
  await copyRows(client, 'content', rows.content)
  await copyRows(client, 'demand', rows.demand)
  await copyRows(client, 'work', rows.work)
  await client.query('update realm_head set position = $2, batch = $3, mac = $4 where realm = $1', [
    realm,
    last,
    n,
    mac,
  ])
  await client.query('commit')
  context.command.heads.append(realm, n, mac)
  return { position: last, batch: n, mac }
}
