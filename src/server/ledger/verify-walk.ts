import type { ClientBase } from 'pg'
import type { Head } from './heads-file.ts'
import { checkCommands, checkEvents, checkRoot, checkSeal, type Reached } from './verify-batch.ts'
import type { Finding } from './verify-finding.ts'
import {
  type BatchRow,
  batchPages,
  type CommandRow,
  commandPages,
  type EventRow,
  eventPages,
  type Pages,
} from './verify-read.ts'

/** How far the walk has come, for progress and for the summary. */
export type Walked = { events: number; commands: number; batches: number }

/** What else says where the realm ends: its row in the database, and the file outside it. */
export type Ends = {
  readonly row: { readonly position: number; readonly batch: number; readonly mac: Buffer } | null
  readonly file: Head | null
}

/**
 * Walks a realm in the order in which it was written, batch by batch, and stops at the first damage. Memory holds one
 * batch and one page of each table.
 */
export async function walkRealm(
  client: ClientBase,
  realm: number,
  options: { readonly macKey: Buffer; readonly ends: Ends; readonly onBatch: (walked: Walked) => void },
): Promise<{ readonly walked: Walked; readonly reached: Reached; readonly finding: Finding | null }> {
  const walk = new Walk(client, realm, options.macKey)
  try {
    const finding = (await walk.batches(options.ends.file, options.onBatch)) ?? (await walk.end(options.ends))
    return { walked: walk.walked, reached: walk.reached, finding }
  } finally {
    await walk.close()
  }
}

class Walk {
  readonly walked: Walked = { events: 0, commands: 0, batches: 0 }
  reached: Reached = { n: 0, position: 0, mac: Buffer.alloc(0) }
  readonly #realm: number
  readonly #macKey: Buffer
  readonly #batches: Pages<BatchRow>
  readonly #events: Pages<EventRow>
  readonly #commands: Pages<CommandRow>

  constructor(client: ClientBase, realm: number, macKey: Buffer) {
    this.#realm = realm
    this.#macKey = macKey
    this.#batches = batchPages(client, realm)
    this.#events = eventPages(client, realm)
    this.#commands = commandPages(client, realm)
  }

  async batches(file: Head | null, onBatch: (walked: Walked) => void): Promise<Finding | null> {
    for (let batch = await this.#batches.peek(); batch; batch = await this.#batches.peek()) {
      const bad = checkSeal(this.#macKey, this.reached, batch)
      if (bad) return bad
      const events = await this.#eventsOf(batch)
      const held = { batch, events, commands: await this.#commandsOf(batch), beyond: await this.#events.peek() }
      const found = checkEvents(held) ?? checkCommands(held) ?? checkRoot(held) ?? this.#againstFile(batch, file)
      if (found) return found
      this.reached = { n: batch.n, position: batch.last, mac: batch.mac }
      this.walked.batches += 1
      this.walked.events += events.length
      this.walked.commands += held.commands.length
      this.#batches.take()
      onBatch(this.walked)
    }
    return null
  }

  // The seal was checked before: what `last` says is what was sealed, so a batch takes no more than it may.
  async #eventsOf(batch: BatchRow): Promise<EventRow[]> {
    const events: EventRow[] = []
    for (let e = await this.#events.peek(); e && e.position <= batch.last; e = await this.#events.peek()) {
      events.push(e)
      this.#events.take()
    }
    return events
  }

  async #commandsOf(batch: BatchRow): Promise<CommandRow[]> {
    const commands: CommandRow[] = []
    for (let c = await this.#commands.peek(); c && c.batch <= batch.n; c = await this.#commands.peek()) {
      commands.push(c)
      this.#commands.take()
    }
    return commands
  }

  #againstFile({ n, mac }: BatchRow, file: Head | null): Finding | null {
    if (file?.n !== n || file.mac === mac.toString('hex')) return null
    return {
      realm: this.#realm,
      what: 'changed',
      thing: 'batch',
      batch: n,
      why: 'the heads file remembers another seal of it',
    }
  }

  /** After the last batch: nothing may be missing that others remember, and nothing may stand beyond it. */
  async end({ row, file }: Ends): Promise<Finding | null> {
    const { n, position, mac } = this.reached
    const realm = this.#realm
    const known = Math.max(row?.batch ?? 0, file?.n ?? 0)
    if (known > n) {
      const by = (file?.n ?? 0) > n ? 'the heads file' : 'the head of the realm'
      const all =
        n === 0
          ? ({ what: 'removed', thing: 'realm' } as const)
          : ({ what: 'removed', thing: 'batch', batch: n + 1 } as const)
      return { realm, ...all, why: `${by} knows batch ${known}, the database ends with batch ${n}` }
    }
    const event = await this.#events.peek()
    if (event) {
      const { stream, version, batch } = event
      return {
        realm,
        what: 'added',
        thing: 'event',
        position: event.position,
        stream,
        version,
        batch,
        why: 'no batch seals it',
      }
    }
    const command = await this.#commands.peek()
    if (command)
      return {
        realm,
        what: 'added',
        thing: 'command',
        command: command.id,
        batch: command.batch,
        why: 'no batch seals it',
      }
    if (!row) return { realm, what: 'removed', thing: 'realm head', why: `the realm has ${n} batches and no head` }
    if (row.batch !== n || row.position !== position || !row.mac.equals(mac))
      return {
        realm,
        what: 'changed',
        thing: 'realm head',
        batch: row.batch,
        why: `the last batch is ${n}, its last position ${position}`,
      }
    return null
  }

  async close(): Promise<void> {
    await Promise.all([this.#batches.close(), this.#events.close(), this.#commands.close()])
  }
}
