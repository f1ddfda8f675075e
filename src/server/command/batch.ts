import type { ClientBase } from 'pg'
import { actorText } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { ContentRef, Draft } from '../../domain/decision.ts'
import { rulesAt } from '../../domain/rules.ts'
import type { Outcome } from '../../protocol/command.ts'
import { type RefusalCode, refusals } from '../../protocol/refusal.ts'
import { Fault } from '../fault.ts'
import { appending, type HashedEvent, hashed } from '../ledger/append.ts'
import type { LedgerCommand } from '../ledger/canonical.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { type TableRows, tableStatements } from '../projection/table.ts'
import { type Statement, sendAll } from '../statement.ts'
import { together } from '../together.ts'
import type { Erasure } from '../vault/erasures-file.ts'
import type { Receipt } from '../vault/receipt-code.ts'
import { withdrawalIn } from '../vault/withdrawals-file.ts'
import { BatchVault } from './batch-vault.ts'
import { commit } from './commit.ts'
import type { CommandContext } from './context.ts'
import type { Left } from './foresee.ts'
import type { Asked, BatchDesk, Decided } from './noun.ts'
import { nounOf, nouns } from './nouns.ts'
import { handOut, wantedNumbers } from './numbers.ts'
import type { Opened, Stored, StreamHead } from './open-batch.ts'
import { checkWall, type Wall } from './wall.ts'

/** What came of one command of a batch: a stored outcome (`again` when it was stored before), or a fault. */
export type Settled =
  | { readonly outcome: Outcome; readonly again: boolean; readonly receipt?: Receipt | undefined }
  | { readonly fault: Fault }

/** What the batch did, for those who wait for it. */
export type BatchResult = { readonly settled: readonly Settled[]; readonly touched: readonly PastEvent[] }

/** Body of `ContentErased`, whatever noun it stands in: which keys of the stream are destroyed, and why. */
type Erased = Pick<Erasure, 'parts' | 'reason'>

type Folded = { noun: string; state: unknown; version: number; head: Buffer; fresh: PastEvent[] }

/** What a batch is decided from. */
export type From = {
  readonly context: CommandContext
  readonly client: ClientBase
  readonly realm: number
  readonly asked: readonly Asked[]
  /** Instant the numbers were asked for at. */
  readonly before: Date
}

/** What a batch writes: the ledger's rows, and all others behind them. */
type LaidOut = { readonly ledger: ReturnType<typeof appending>; readonly rest: () => readonly Statement[] }

/** Commands of one realm on their way from what was read to what is written. */
export class Batch {
  readonly events: { readonly past: PastEvent; readonly row: HashedEvent }[] = []
  readonly settled: Settled[] = []
  readonly #context: CommandContext
  readonly #client: ClientBase
  readonly #realm: number
  readonly #now: Date
  /** Instant the numbers are of. */
  readonly #numbered: Date
  readonly #opened: Opened
  readonly #left: Left | null
  readonly #streams = new Map<string, Folded>()
  readonly #stored: Map<string, Stored>
  readonly #commands: LedgerCommand[] = []
  readonly #vault: BatchVault
  readonly #walls: Wall[] = []
  readonly #desk: BatchDesk
  #laidOut: LaidOut | null = null

  private constructor(
    { context, client, realm, asked, before }: From,
    opened: Opened,
    left: Left | null,
    now: Date,
    vault: BatchVault,
  ) {
    this.#vault = vault
    this.#context = context
    this.#client = client
    this.#realm = realm
    this.#now = now
    this.#numbered = before
    this.#opened = opened
    this.#left = left
    this.#stored = new Map(opened.stored)
    this.#desk = {
      client,
      context,
      realm,
      now,
      state: (stream, noun) => {
        const folded = this.#streams.get(stream)
        return folded?.noun === noun ? (folded.state ?? null) : null
      },
      takeNumber: handOut(wantedNumbers(asked), opened.numbers, before),
    }
  }

  /** Decides every command on what was read, or foreseen, under the lock. */
  static async decide(from: From, opened: Opened, left: Left | null): Promise<Batch> {
    const { context, client, realm, asked } = from
    if (opened.head.batch === 0) context.subjectKeys.forgetRealm(realm)
    const keys = await context.subjectKeys.unwrap(client, realm, opened.keys)
    // Read under the lock, or behind the batch before it: instants of a realm never run backwards against its positions.
    const now = context.clock.now()
    const dated = { ...context, rules: rulesAt(context.ruleSet, now.getTime()) }
    const realmKey = await context.subjectKeys.realmKey(client, realm, now)
    const vault = new BatchVault(dated, realm, now, realmKey, keys)
    const batch = new Batch({ ...from, context: dated }, opened, left, now, vault)
    batch.#fold(opened.streams, opened.events)
    for (const one of asked) batch.settled.push(await batch.#settle(one))
    return batch
  }

  #fold(heads: readonly StreamHead[], events: readonly PastEvent[]): void {
    for (const { stream, noun, version, head } of heads)
      this.#streams.set(stream, { noun, state: null, version, head, fresh: [] })
    for (const event of events) {
      const folded = this.#streams.get(event.stream) as Folded
      folded.state = nouns[event.noun as keyof typeof nouns].evolve(folded.state, event)
    }
  }

  async #settle(one: Asked): Promise<Settled> {
    const { mac } = one
    const stored = this.#stored.get(one.id)
    if (stored) {
      if (!stored.body_mac.equals(mac)) return { fault: new Fault(409, 'command.other-body', { field: 'id' }) }
      this.#rememberErasure(stored.outcome)
      return { outcome: stored.outcome, again: true }
    }
    try {
      const outcome = await this.#decide(one)
      const actor = actorText(one.actor)
      this.#commands.push({
        realm: this.#realm,
        id: one.id,
        kind: one.kind,
        actor,
        bodyMac: mac,
        outcome: JSON.stringify(outcome),
        at: this.#now,
      })
      this.#stored.set(one.id, { body_mac: mac, outcome })
      return { outcome, again: false, receipt: this.#vault.receiptFor(one.id) }
    } catch (error) {
      if (error instanceof Fault) return { fault: error }
      throw error
    }
  }

  /** Who erased and sends again may have lost more than the answer: the line outside the database too. */
  #rememberErasure(outcome: Outcome): void {
    if (!('accepted' in outcome)) return
    const { stream, version } = outcome.accepted
    const event = this.#opened.events.find((one) => one.stream === stream && one.version === version)
    if (event?.kind !== 'ContentErased') return
    this.#vault.erasedBefore({ subject: stream, ...(event.body as Erased), version })
  }

  async #decide(one: Asked): Promise<Outcome> {
    const noun = nounOf(one.kind)
    const decided = await noun.decide(one, this.#desk)
    const { decision, stream } = decided
    // What makes a stream must not write on into one that is of another noun.
    const moved = [decided, ...(decided.also ?? [])]
    if (moved.some((part) => (this.#streams.get(part.stream)?.noun ?? part.noun) !== part.noun))
      throw new Fault(404, 'not-found')
    const version = this.#streams.get(stream)?.version ?? 0
    if (one.basedOn !== undefined && one.basedOn < version)
      return { refused: { code: 'stream.moved-on', params: { version } } }
    if ('refused' in decision) return refusedOutcome(decision.refused)
    for (const draft of decision.accepted) this.#append(one, decided, draft)
    for (const part of decided.also ?? []) for (const draft of part.decision.accepted) this.#append(one, part, draft)
    await decided.along?.()
    for (const file of decided.files ?? []) this.#vault.keepFile(decided.subject, file)
    if (decided.receipt) this.#vault.issueReceipt(one.id, stream, decided.receipt)
    const reached = this.#streams.get(stream)?.version ?? 0
    for (const { kind, body } of decision.accepted)
      if (kind === 'ContentErased')
        this.#vault.erase({ subject: decided.subject, ...(body as Erased), version: reached })
    if (decided.wall) this.#walls.push({ ...decided.wall, command: one.id })
    return { accepted: { stream, version: reached, ...decided.result } }
  }

  #append(
    one: Asked,
    decided: Pick<Decided, 'stream' | 'noun' | 'subject'>,
    draft: Draft<{ kind: string; body: object }>,
  ): void {
    const { stream, noun, subject } = decided
    const folded = this.#streams.get(stream) ?? { noun, state: null, version: 0, head: Buffer.alloc(0), fresh: [] }
    const content: Record<string, ContentRef> = {}
    for (const [slot, sealed] of Object.entries(draft.seal ?? {})) content[slot] = this.#vault.commit(subject, sealed)
    const body = draft.seal ? { ...draft.body, content } : draft.body
    const at = this.#now.toISOString()
    const position = this.#opened.head.position + this.events.length + 1
    const common = {
      realm: this.#realm,
      position,
      stream,
      version: folded.version + 1,
      noun,
      kind: draft.kind,
      actor: actorText(one.actor),
      rules: this.#context.rules.version,
    }
    const past: PastEvent = { ...common, body, at }
    const row = hashed({
      ...common,
      body: JSON.stringify(body),
      command: one.id,
      at: this.#now,
      batch: this.#opened.head.batch + 1,
      prev: folded.head,
    })
    const state = nouns[noun as keyof typeof nouns].evolve(folded.state, past)
    this.#streams.set(stream, { noun, state, version: past.version, head: row.hash, fresh: [...folded.fresh, past] })
    this.events.push({ past, row })
  }

  /** Lays out everything that is to be written while there is nothing else to do. Once a batch. */
  layOut(): void {
    const { ledger, rest } = this.#toWrite()
    const statements = rest()
    this.#laidOut = { ledger, rest: () => statements }
  }

  #toWrite(): LaidOut {
    const events = this.events.map((e) => e.row)
    const batch = { realm: this.#realm, at: this.#now, events, commands: this.#commands }
    const ledger = appending(this.#context.keys.mac, this.#opened.head, batch)
    return { ledger, rest: () => [...tableStatements(this.#projected()), ...this.#vault.seal()] }
  }

  /** Writes and commits everything; a batch of nothing but faults writes nothing (null). Gives what to do afterwards. */
  async write(writing: (left: Left) => void): Promise<(() => void) | null> {
    if (this.#commands.length === 0) return null
    // What is laid out already goes out in one packet.
    const { n, mac } = await (this.#laidOut ? together(this.#client, () => this.#send(writing)) : this.#send(writing))
    return () => {
      // These first: a head that stands in its file says that erasures and withdrawals of its batch stand in theirs.
      this.#vault.committed()
      this.#context.withdrawals.append(this.events.flatMap(({ past }) => withdrawalIn(past)))
      this.#context.heads.append(this.#realm, n, mac)
    }
  }

  /** A batch that only repeats: what its commands did the first time is made up for outside the database. */
  repeated(): void {
    this.#vault.committed()
  }

  async #send(writing: (left: Left) => void): Promise<{ n: number; mac: Buffer }> {
    const client = this.#client
    const { ledger, rest } = this.#laidOut ?? this.#toWrite()
    // The database works on the ledger's rows while the rest is laid out and the texts are sealed.
    const appended = together(client, () => sendAll(client, [ledger.write]))
    // Not before those have arrived: the next batch gathers meanwhile, and is still early at the lock.
    const arrived = () => writing(this.#leaves(ledger))
    appended.then(arrived, () => undefined)
    const others = () => sendAll(client, rest())
    const wall = (leaves: boolean) =>
      checkWall(
        client,
        this.#realm,
        this.#walls.filter((one) => (one.leaves ?? false) === leaves),
      )
    // The connection keeps the order: who leaves a matter is looked at before its rows are written, all others after.
    if (this.#walls.length > 0)
      await Promise.all([appended, ...together(client, () => [wall(true), others(), wall(false)])])
    // With nothing to look at first, the commit travels along: after an error before it, it is a rollback.
    const last = () => [...(this.#walls.length > 0 ? [] : [others()]), ...commit(client)]
    await Promise.all([appended, ...together(client, last)])
    return ledger
  }

  /** What the next batch will find. */
  #leaves({ n, mac }: { n: number; mac: Buffer }): Left {
    const { head, directory, numbers } = this.#opened
    const day = localDateOf(this.#numbered.getTime())
    // Numbers of other regions still hold where nobody came between the batch before and this one.
    const before = this.#left?.day === day && this.#left.head.mac.equals(head.mac) ? this.#left.numbers : []
    return {
      head: { position: head.position + this.events.length, batch: n, mac },
      ...{ directory, day, numbers: new Map([...before, ...numbers]) },
    }
  }

  #projected(): TableRows[] {
    const rows: TableRows[] = []
    for (const folded of this.#streams.values())
      if (folded.fresh.length > 0)
        rows.push(...nouns[folded.noun as keyof typeof nouns].project(folded.state, folded.fresh))
    return rows
  }
}

// A refusal that names a field is a malformed request (an unknown code, say): told, but stored nowhere.
function refusedOutcome(refusal: { code: string; params: Readonly<Record<string, string | number>> }): Outcome {
  const code = refusal.code as RefusalCode
  const spec: { readonly doc: string; readonly field?: string } = refusals[code]
  if (spec.field) throw new Fault(422, code, { field: `body.${spec.field}`, params: refusal.params })
  return { refused: refusal }
}
