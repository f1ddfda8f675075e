import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import { type CommandKind, commands, type Outcome } from '../../protocol/command.ts'
import { Fault } from '../fault.ts'
import { bodyMac } from '../ledger/canonical.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { logOnce } from '../log.ts'
import { together } from '../together.ts'
import type { Receipt } from '../vault/receipt-code.ts'
import type { BatchResult, Settled } from './batch.ts'
import { beginBatch, flushed } from './commit.ts'
import type { CommandContext } from './context.ts'
import type { Left } from './foresee.ts'
import type { Asked } from './noun.ts'
import { type Afterwards, runBatch } from './run-batch.ts'

/** A command that passed the schema of its kind. */
export type Submission = {
  readonly id: string
  readonly kind: CommandKind
  readonly body: unknown
  readonly basedOn?: number | undefined
}
/** The stored outcome; `again` when this id was handled before; the receipt while it is at hand. */
export type Submitted = {
  readonly outcome: Outcome
  readonly again: boolean
  readonly receipt?: Receipt | undefined
}

type Waiting = {
  readonly asked: Asked
  readonly resolve: (result: Submitted) => void
  readonly reject: (error: unknown) => void
}

/** How many waiting commands one transaction takes. Measured: above 64 the latency grows and the throughput does not. */
const batchLimit = 64

/** Transactions of a realm at once: one waits for the disk, one writes, one stands at the lock. */
const underWay = 3

/**
 * How long commands wait for company where more are known to be about, in milliseconds. Without it the first answer that
 * comes back makes a batch of one, and the fifteen others wait behind its commit: measured, batches of 1 and 15 took
 * turns, and every batch costs the same two journeys to the disk and back.
 */
const gatherMs = 2

/**
 * Commands of a realm in order of arrival, and its transactions under way. `opening`: one has not reached its writes.
 * `busy`: how many commands are in transactions. `crowd`: how many senders there seem to be, forgotten slowly.
 */
type Line = {
  readonly waiting: Waiting[]
  opening: boolean
  readonly running: Set<Promise<void>>
  busy: number
  crowd: number
  gathering: NodeJS.Timeout | undefined
  left: Left | null
}

/**
 * The only door through which the ledger is written. Commands of a realm wait in line; one transaction takes up to 64 of
 * them (group commit). While one writes, the next may already stand at the realm's lock: the database hands the lock on
 * without a word to this process, and no batch waits for an answer that another is owed. A database error rolls a batch
 * back and replays it one command per transaction, so that a command fails alone.
 */
export class Pipeline {
  readonly #context: CommandContext
  readonly #lines = new Map<number, Line>()
  readonly #listeners = new Set<(events: readonly PastEvent[]) => void>()

  constructor(context: CommandContext) {
    this.#context = context
  }

  /** Handles one command. Throws a Fault when it is malformed or out of reach; any other throw is a bug, logged once. */
  submit(actor: Actor, submission: Submission): Promise<Submitted> {
    const { id, kind, body, basedOn } = submission
    if (!mayEverSend(actor, kind)) throw new Fault(403, 'not-allowed')
    const mac = bodyMac(this.#context.keys.command, kind, body)
    const asked: Asked = { id, kind, actor, body, basedOn, mac }
    return new Promise((resolve, reject) => this.#enqueue(realmOfId(id), { asked, resolve, reject }))
  }

  /** Calls back after every commit with its events; in this process only. */
  onCommitted(listener: (events: readonly PastEvent[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves when nothing is waiting any more: for a clean stop. */
  async drained(): Promise<void> {
    for (;;) {
      const lines = [...this.#lines.values()]
      const running = lines.flatMap((line) => [...line.running])
      if (running.length === 0 && lines.every((line) => line.waiting.length === 0)) return
      await Promise.all(running.length > 0 ? running : [new Promise((resolve) => setTimeout(resolve, gatherMs))])
    }
  }

  #enqueue(realm: number, waiting: Waiting): void {
    const line = this.#lines.get(realm) ?? newLine()
    this.#lines.set(realm, line)
    line.waiting.push(waiting)
    line.crowd = Math.max(line.crowd, line.waiting.length + line.busy)
    this.#next(realm, line)
  }

  /** Starts a transaction for whatever waits, unless one is still opening or two are under way. */
  #next(realm: number, line: Line): void {
    if (line.opening || line.running.size >= underWay) return
    if (line.waiting.length === 0) return
    // Half of those about are in a batch already or have just been answered; the other half makes the next one.
    if (line.waiting.length < line.crowd / 2) {
      line.gathering ??= setTimeout(() => this.#open(realm, line), gatherMs)
      return
    }
    this.#open(realm, line)
  }

  #open(realm: number, line: Line): void {
    clearTimeout(line.gathering)
    line.gathering = undefined
    if (line.opening || line.running.size >= underWay || line.waiting.length === 0) return
    line.crowd *= 0.95
    line.opening = true
    const batch = line.waiting.splice(0, batchLimit)
    line.busy += batch.length
    const opened = (left: Left | null) => {
      line.left = left ?? line.left
      line.opening = false
      this.#next(realm, line)
    }
    const running: Promise<void> = this.#handle(realm, batch, line.left, opened).finally(() => {
      line.running.delete(running)
      line.busy -= batch.length
      this.#next(realm, line)
    })
    line.running.add(running)
  }

  async #handle(
    realm: number,
    batch: readonly Waiting[],
    left: Left | null,
    opened: (left: Left | null) => void,
  ): Promise<void> {
    let writing = false
    const once = (leaves: Left | null) => {
      if (writing) return
      writing = true
      opened(leaves)
    }
    try {
      this.#settle(batch, await this.#transaction(realm, batch, left, once))
    } catch (error) {
      if (batch.length === 1) this.#fail(batch[0] as Waiting, error)
      else await this.#oneByOne(realm, batch)
    } finally {
      once(null)
    }
  }

  async #oneByOne(realm: number, batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) {
      try {
        this.#settle([one], await this.#transaction(realm, [one], null, () => undefined))
      } catch (error) {
        this.#fail(one, error)
      }
    }
  }

  async #transaction(
    realm: number,
    batch: readonly Waiting[],
    left: Left | null,
    writing: (left: Left) => void,
  ): Promise<BatchResult> {
    return inTransaction(this.#context.writer, async (client) => {
      const result = await runBatch(
        this.#context,
        client,
        realm,
        batch.map((one) => one.asked),
        left,
        writing,
      )
      return { value: result, ...result }
    })
  }

  #settle(batch: readonly Waiting[], { settled, touched }: BatchResult): void {
    batch.forEach((one, n) => {
      const result = settled[n] as Settled
      if ('fault' in result) one.reject(result.fault)
      else one.resolve(result)
    })
    if (touched.length > 0) for (const listener of this.#listeners) listener(touched)
  }

  #fail(one: Waiting, error: unknown): void {
    logOnce(this.#context.log, error, { command: one.asked.id, kind: one.asked.kind }, 'command failed')
    one.reject(error)
  }
}

function newLine(): Line {
  return { waiting: [], opening: false, running: new Set(), busy: 0, crowd: 0, gathering: undefined, left: null }
}

/** The work commits by itself, so that its commit travels with its last statements; `committed: null` asks for a rollback. */
async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<{ value: T } & Afterwards>,
): Promise<T> {
  const client = await pool.connect()
  try {
    // Not waited for: the batch's first statements travel with it.
    const [, { value, committed, repeated }] = await together(client, () =>
      Promise.all([client.query(beginBatch), work(client)]),
    )
    // Nothing but faults and repetitions: not a row is left, not even a taken number.
    if (!committed) await client.query('rollback')
    if (repeated) await flushed(client)
    const afterwards = committed ?? repeated
    afterwards?.()
    client.release()
    return value
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** The registry's coarse sieve; the table of grants decides the rest. */
function mayEverSend(actor: Actor, kind: CommandKind): boolean {
  const who: readonly string[] = commands[kind].who
  return actor.kind === 'system' || who.includes(actor.kind)
}
