import type { ClientBase } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { Decision, Draft } from '../../domain/decision.ts'
import type { CommandKind } from '../../protocol/command.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from '../projection/table.ts'
import type { KeptFile } from '../vault/file-keys.ts'
import type { CommandContext } from './context.ts'
import type { Wall } from './wall.ts'

export type { PastEvent }

/** A command on its way through the pipeline; the body has passed the schema of its kind. */
export type Asked = {
  readonly id: string
  readonly kind: CommandKind
  readonly actor: Actor
  // biome-ignore lint/suspicious/noExplicitAny: the noun knows its bodies; the registry's schema has checked them
  readonly body: any
  readonly basedOn: number | undefined
  /** HMAC of kind and body: tells the same id with another body. */
  readonly mac: Buffer
}

/** What a noun may use while it decides, inside the batch's transaction. */
export type BatchDesk = {
  readonly client: ClientBase
  readonly context: CommandContext
  readonly realm: number
  readonly now: Date
  /**
   * Folded state of a stream of the batch, earlier commands of the batch included; null when it has no event, or when it
   * is a stream of another noun: whoever sends the id of an account where a demand is meant names nothing.
   */
  readonly state: (stream: string, noun: string) => unknown
  /** Next demand number of a six-digit region today. */
  readonly takeNumber: (region: string) => string
}

/** What came of it. `subject` is whose keys seal the texts; `wall` asks the database itself whether the post may reach the demand. */
export type Decided = {
  readonly stream: string
  readonly noun: string
  // biome-ignore lint/suspicious/noExplicitAny: one pipeline for the events of every noun
  readonly decision: Decision<any>
  readonly subject: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly receipt?: { readonly number: string; readonly assisted: boolean }
  /** Files that come to the subject with an accepted decision. */
  readonly files?: readonly KeptFile[]
  readonly wall?: Omit<Wall, 'command'>
  /**
   * Other streams that move in the same step, each of them among `Noun.streams`. Decided with the first: they are
   * accepted together, or the first is refused and none of them moves. A version the sender saw is that of the first.
   */
  readonly also?: readonly Also[]
  /** What is no history but becomes true with the events, in the same transaction; not called when the command is refused. */
  readonly along?: () => Promise<void>
}

/** What one command does to a stream beside its own. */
export type Also = {
  readonly stream: string
  readonly noun: string
  readonly subject: string
  readonly decision: { readonly accepted: readonly Draft<{ kind: string; body: object }>[] }
}

/** A noun of the ledger: how its streams fold, decide and project. */
export type Noun = {
  readonly name: string
  /** Streams a command acts on and must have locked and folded. */
  readonly streams: (asked: Asked) => readonly string[]
  readonly evolve: (state: unknown, event: PastEvent) => unknown
  readonly decide: (asked: Asked, desk: BatchDesk) => Promise<Decided>
  /** Rows of the projections: from the folded state, and from the events given. A pure function: rebuilds are equal to the byte. */
  readonly project: (state: unknown, events: readonly PastEvent[]) => readonly TableRows[]
}
