import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { demandNumber } from '../src/domain/code/demand-number.ts'
import { pseudonym } from '../src/domain/code/pseudonym.ts'
import { makeId } from '../src/domain/id.ts'
import { nouns } from '../src/server/command/nouns.ts'
import { openBatch } from '../src/server/command/open-batch.ts'
import type { ServerContext } from '../src/server/context.ts'
import { appending, type HashedEvent, hashed } from '../src/server/ledger/append.ts'
import type { LedgerCommand } from '../src/server/ledger/canonical.ts'
import type { PastEvent } from '../src/server/ledger/past-event.ts'
import { scaffoldUnits } from '../src/server/organisation/scaffold.ts'
import { type TableRows, tableStatements } from '../src/server/projection/table.ts'
import { sendAll } from '../src/server/statement.ts'
import { commitTo, refOf, sealContent } from '../src/server/vault/content.ts'
import type { VaultRows } from '../src/server/vault/write.ts'
import { vaultStatements } from '../src/server/vault/write.ts'

type Seat = { id: number; region: string; realm: number; path: number[] }
const chunk = 250
const day = 86_400_000

/**
 * Fills the database with demands at every stage by the product's own evolve, projections and ledger: a province's
 * unions (some two thousand units) and as many demands as asked, a tenth of them in the demo county.
 */
export async function seed(context: ServerContext, rows: number, say: (line: string) => void): Promise<void> {
  const client = await context.db.owner.connect()
  try {
    for (const region of ['330000', '320000'])
      await scaffoldUnits(client, region, { on: context.clock.now().toISOString().slice(0, 10) })
    const { rows: units } = await client.query(
      "select id, region, realm, ancestors as path from unit where valid_to is null and level in ('county', 'township')",
    )
    const home = (units as Seat[]).filter((unit) => unit.region.startsWith('990102'))
    const away = (units as Seat[]).filter((unit) => !unit.region.startsWith('99'))
    const byRealm = new Map<number, Seat[]>()
    for (const unit of away) byRealm.set(unit.realm, [...(byRealm.get(unit.realm) ?? []), unit])
    say(`${units.length} units`)
    const count = new Map<string, number>()
    const realms = [...byRealm.values()]
    for (let done = 0, turn = 0; done < rows; turn++) {
      const seats = turn % 10 === 0 ? home : (realms[turn % realms.length] as Seat[])
      const size = Math.min(chunk, rows - done)
      await writeChunk(context, client, seats, size, count)
      done += size
      if (turn % 40 === 39) say(`${done} of ${rows} demands`)
    }
    await client.query('analyze')
  } finally {
    client.release()
  }
}

async function writeChunk(
  context: ServerContext,
  client: PoolClient,
  seats: readonly Seat[],
  size: number,
  count: Map<string, number>,
): Promise<void> {
  const realm = seats[0]?.realm as number
  const now = context.clock.now()
  await client.query('begin')
  const nothing = { commands: [], streams: [], numbers: new Map(), now }
  const { head } = await openBatch(client, realm, nothing)
  const realmKey = await context.command.subjectKeys.realmKey(client, realm, now)
  const tables: TableRows[] = []
  const events: HashedEvent[] = []
  const commands: LedgerCommand[] = []
  const vault: VaultRows = { keys: [], content: [], files: [], receipts: [], erasures: [] }
  for (let n = 0; n < size; n++) {
    const seat = seats[n % seats.length] as Seat
    const at = now.getTime() - (n % 60) * day
    const id = makeId(realm, at, randomBytes(8))
    const command = makeId(realm, at, randomBytes(8))
    const county = seat.region.slice(0, 6)
    const seq = (count.get(county) ?? 0) + 1
    count.set(county, seq)
    const { key, row } = context.command.subjectKeys.make(realm, id, 'text', realmKey)
    const what = { part: 'text', kind: 'demand.text' } as const
    const content = makeId(realm, at, randomBytes(8))
    const committed = commitTo('三月到五月的加班费一直没有发。'.repeat(6))
    vault.keys.push(row)
    vault.content.push(sealContent(key, realm, id, content, what, committed))
    const number = demandNumber(
      county,
      new Date(at - 400 * day - Math.floor(seq / 900_000) * day).toISOString().slice(0, 10),
      ((seq - 1) % 900_000) + 1,
    )
    const past: PastEvent[] = []
    let state: unknown = null
    let prev: Buffer = Buffer.alloc(0)
    for (const { kind, body } of storyOf(seat, at, n, number, refOf(content, 'text', committed))) {
      const common = {
        realm,
        position: head.position + events.length + 1,
        stream: id,
        version: past.length + 1,
        noun: 'demand',
        kind,
        actor: 'public',
        rules: 'bench',
      }
      const event: PastEvent = { ...common, body, at: new Date(at).toISOString() }
      const stored = hashed({
        ...common,
        body: JSON.stringify(body),
        command,
        at: new Date(at),
        batch: head.batch + 1,
        prev,
      })
      state = nouns.demand.evolve(state, event)
      prev = stored.hash
      past.push(event)
      events.push(stored)
    }
    tables.push(...nouns.demand.project(state, past))
    commands.push({
      realm,
      id: command,
      kind: 'demand.raise',
      actor: 'public',
      bodyMac: randomBytes(32),
      outcome: JSON.stringify({ accepted: { stream: id, version: past.length } }),
      at: now,
    })
  }
  const { n, mac, write } = appending(context.keys.mac, head, { realm, at: now, events, commands })
  await sendAll(client, [...vaultStatements(realm, vault), ...tableStatements(tables), write])
  await client.query('commit')
  context.command.heads.append(realm, n, mac)
}

/** How far each demand has come: a fifth at each stage, one in five closed. */
function storyOf(seat: Seat, at: number, n: number, number: string, text: object): { kind: string; body: object }[] {
  const holder = { unit: seat.id, path: seat.path, section: null }
  const due = (days: number) => new Date(at + days * day).toISOString()
  const submittedAt = new Date(at).toISOString()
  const raised = {
    ...{
      number,
      pseudonym: pseudonym(randomBytes(4)),
      region: seat.region,
      channel: 'online',
      mode: 'confidential',
      persons: 1,
      employer: null,
    },
    ...{
      topicHint: null,
      urgency: 'P2',
      submittedAt,
      heardBy: null,
      to: holder,
      why: 'seat',
      triageDueAt: due(1),
      blocked: [],
      assisted: false,
    },
    content: { text },
  }
  const triaged = {
    topic: 'A03',
    nature: 'complaint',
    urgency: 'P2',
    difficulty: 'plain',
    contactDueAt: due(1),
    dueAt: due(7),
    blocked: [],
  }
  const all = [
    { kind: 'DemandRaised', body: raised },
    { kind: 'DemandTriaged', body: triaged },
    { kind: 'OrderOffered', body: { lead: holder, copies: [], why: 'triage' } },
    { kind: 'OrderSigned', body: { unit: seat.id } },
    { kind: 'DemandClosed', body: { outcome: 'solved' } },
  ]
  return all.slice(0, [1, 3, 4, 4, 5][n % 5])
}
