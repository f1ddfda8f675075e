import type { ClientBase } from 'pg'
import type { LedgerBatch, LedgerCommand, LedgerEvent } from './canonical.ts'

/** An event row. `odd`: its instant has parts below the millisecond, which no event is written with and the hash does not see. */
export type EventRow = LedgerEvent & { readonly hash: Buffer; readonly odd: boolean }
export type CommandRow = LedgerCommand & { readonly batch: number; readonly ordinal: number; readonly odd: boolean }
export type BatchRow = LedgerBatch & { readonly mac: Buffer; readonly odd: boolean }

const pageSize = 2000

/**
 * Rows of a query in pages, in constant memory. The next page is asked for while the one before is looked at, because
 * hashing and reading can go on at once.
 */
export class Pages<Row> {
  readonly #next: (after: Row | undefined) => Promise<Row[]>
  #rows: Row[] = []
  #at = 0
  #coming: Promise<Row[]> | null

  constructor(next: (after: Row | undefined) => Promise<Row[]>) {
    this.#next = next
    this.#coming = next(undefined)
    // Awaited when it is needed; until then a failure is nobody's.
    this.#coming.catch(() => undefined)
  }

  /** The row at hand, undefined at the end. */
  async peek(): Promise<Row | undefined> {
    if (this.#coming !== null && this.#at >= this.#rows.length) {
      this.#rows = await this.#coming
      this.#at = 0
      const last = this.#rows.at(-1)
      this.#coming = last && this.#rows.length === pageSize ? this.#next(last) : null
      this.#coming?.catch(() => undefined)
    }
    return this.#rows[this.#at]
  }

  /** Goes on to the next row. */
  take(): void {
    this.#at += 1
  }

  /** Waits for what was asked for ahead, so that the connection is free. */
  async close(): Promise<void> {
    await this.#coming?.catch(() => undefined)
  }
}

// float8 and not bigint: a counter that somebody set beyond all bounds must be found, not stop the search.
const instant = `case when isfinite(at) then (extract(epoch from at) * 1000000)::float8 else -1 end as micros`
const timed = <R>({ micros, ...row }: { readonly micros: number }): R =>
  ({ ...row, at: new Date(Math.floor(micros / 1000)), odd: micros % 1000 !== 0 }) as R

export function eventPages(client: ClientBase, realm: number): Pages<EventRow> {
  return new Pages(async (after) => {
    const { rows } = await client.query(
      `select realm, position::float8 as position, stream, version, noun, kind, body::text as body, actor, command, rules, ${instant}, batch::float8 as batch, prev, hash
       from event where realm = $1 and event.position > $2 order by event.position limit ${pageSize}`,
      [realm, after?.position ?? '-9223372036854775808'],
    )
    return rows.map((row) => timed<EventRow>(row))
  })
}

export function commandPages(client: ClientBase, realm: number): Pages<CommandRow> {
  return new Pages(async (after) => {
    const { rows } = await client.query(
      `select realm, id, kind, actor, body_mac as "bodyMac", outcome::text as outcome, ${instant}, batch::float8 as batch, ordinal
       from command where realm = $1 and (command.batch, ordinal) > ($2, $3) order by command.batch, ordinal limit ${pageSize}`,
      [realm, after?.batch ?? '-9223372036854775808', after?.ordinal ?? -2_147_483_648],
    )
    return rows.map((row) => timed<CommandRow>(row))
  })
}

export function batchPages(client: ClientBase, realm: number): Pages<BatchRow> {
  return new Pages(async (after) => {
    const { rows } = await client.query(
      `select realm, n::float8 as n, first_position::float8 as first, last_position::float8 as last, commands, ${instant}, root, prev, mac
       from ledger_batch where realm = $1 and ledger_batch.n > $2 order by ledger_batch.n limit ${pageSize}`,
      [realm, after?.n ?? '-9223372036854775808'],
    )
    return rows.map((row) => timed<BatchRow>(row))
  })
}

/** Realms any table of the ledger knows, in order; one step in an index for each, however many rows there are. */
export async function knownRealms(client: ClientBase): Promise<number[]> {
  const tables = ['realm_head', 'ledger_batch', 'event', 'command', 'stream']
  const each = tables.map(
    (table) => `select realm from (with recursive r (realm) as (
        (select realm from ${table} order by realm limit 1)
        union all select (select t.realm from ${table} t where t.realm > r.realm order by t.realm limit 1) from r where r.realm is not null
      ) select realm from r) as ${table}_realms where realm is not null`,
  )
  const { rows } = await client.query(`${each.join(' union ')} order by realm`)
  return rows.map((row) => row.realm)
}
