import type pg from 'pg'
import { batchMac, commandHash, eventHash, type LedgerEvent } from './canonical.ts'
import { merkleProof, merkleRoot, provesInclusion } from './merkle.ts'
import type { BatchRow, CommandRow, EventRow } from './verify-read.ts'

/**
 * That the first event of a stream stands in a sealed batch, as anybody can check without the ledger: hashing the event
 * gives the leaf, the path leads from the leaf to the root. Hashes are hexadecimal, `at` epoch milliseconds.
 */
export type InclusionProof = {
  readonly event: Omit<LedgerEvent, 'at' | 'prev'> & { readonly at: number; readonly prev: string }
  /** Nearest first; `left`: it stands left of what was reached. */
  readonly path: readonly { readonly left: boolean; readonly hash: string }[]
  readonly root: string
  /** When the batch was sealed. */
  readonly sealedAt: number
}

const instant = `(extract(epoch from at) * 1000)::float8 as at`

/**
 * Proves the first event of a stream. Null when it is not there or no longer fits: its own hash, the root of its batch, or the
 * seal made with the key outside the database.
 * @param pool of a role that reads the ledger
 */
export async function proveFirst(
  pool: pg.Pool,
  macKey: Buffer,
  { realm, stream }: { readonly realm: number; readonly stream: string },
): Promise<InclusionProof | null> {
  const first = await pool.query<{ batch: string }>(
    'select batch from event where realm = $1 and stream = $2 and version = 1',
    [realm, stream],
  )
  const n = first.rows[0]?.batch
  if (n === undefined) return null
  const batches = await pool.query(
    `select realm, n::float8 as n, first_position::float8 as first, last_position::float8 as last, commands, ${instant}, root, prev, mac
     from ledger_batch where realm = $1 and n = $2`,
    [realm, n],
  )
  const batch = dated<BatchRow>(batches.rows[0])
  if (!batch || !batchMac(macKey, batch).equals(batch.mac)) return null
  const events = await pool.query(
    `select realm, position::float8 as position, stream, version, noun, kind, body::text as body, actor, command, rules, ${instant},
       batch::float8 as batch, prev, hash
     from event where realm = $1 and position between $2 and $3 order by position`,
    [realm, batch.first, batch.last],
  )
  const commands = await pool.query(
    `select realm, id, kind, actor, body_mac as "bodyMac", outcome::text as outcome, ${instant}
     from command where realm = $1 and batch = $2 order by ordinal`,
    [realm, n],
  )
  const rows = events.rows.map((row) => dated<EventRow>(row) as EventRow)
  const leaves = [
    ...rows.map(({ hash }) => hash),
    ...commands.rows.map((row) => commandHash(dated<CommandRow>(row) as CommandRow)),
  ]
  const at = rows.findIndex((row) => row.stream === stream && row.version === 1)
  const event = rows[at]
  if (!event || !eventHash(event).equals(event.hash) || !merkleRoot(leaves).equals(batch.root)) return null
  const { hash: _, odd: __, ...told } = event
  return {
    event: { ...told, at: event.at.getTime(), prev: event.prev.toString('hex') },
    path: merkleProof(leaves, at).map(({ left, hash }) => ({ left, hash: hash.toString('hex') })),
    root: batch.root.toString('hex'),
    sealedAt: batch.at.getTime(),
  }
}

/** Whether the event leads to the root by the path; needs nothing but the proof. */
export function checkProof({ event, path, root }: InclusionProof): boolean {
  const leaf = eventHash({ ...event, at: new Date(event.at), prev: Buffer.from(event.prev, 'hex') })
  const steps = path.map(({ left, hash }) => ({ left, hash: Buffer.from(hash, 'hex') }))
  return provesInclusion(leaf, steps, Buffer.from(root, 'hex'))
}

function dated<R>(row: { at: number } | undefined): R | undefined {
  return row && ({ ...row, at: new Date(row.at) } as R)
}
