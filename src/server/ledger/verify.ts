import type { ClientBase, Pool } from 'pg'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { type Head, readHeads } from './heads-file.ts'
import { type RecordedLoss, readLosses } from './losses-file.ts'
import { checkContent, openAllContent } from './verify-content.ts'
import type { Finding } from './verify-finding.ts'
import { knownRealms } from './verify-read.ts'
import { checkStreams } from './verify-streams.ts'
import { type Ends, walkRealm } from './verify-walk.ts'

/** What to verify and with what. */
export type VerifyOptions = {
  readonly macKey: Buffer
  /** Folder of the heads file; null where it is known to be older, as during a restore. */
  readonly keysFolder: string | null
  /** One realm only. */
  readonly realm?: number | undefined
  /** Also opens every content with these keys. */
  readonly open?: SubjectKeys | undefined
  readonly onProgress?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/** What was looked at in a realm. `findings` holds at most one of each kind of check, the earliest, most telling one first. */
export type VerifiedRealm = {
  readonly realm: number
  readonly batches: number
  readonly events: number
  readonly commands: number
  readonly streams: number
  readonly opened: number | null
  readonly findings: readonly Finding[]
}
/** Intact when nothing was found in any realm. */
export type Verified = {
  readonly intact: boolean
  readonly first: Finding | null
  readonly realms: readonly VerifiedRealm[]
  /** Ends that a restore lost, and that somebody accepted: no damage, but never silent. */
  readonly losses: readonly RecordedLoss[]
}

/**
 * Recomputes the whole ledger in one snapshot, in constant memory: hashes, streams, seals, outcomes, heads in and outside
 * the database, content against commitments. Names the first event or batch that was changed, removed, added or reordered.
 */
export async function verifyLedger(pool: Pool, options: VerifyOptions): Promise<Verified> {
  // The file before the snapshot: batches sealed meanwhile make the database run ahead of it, never the other way round.
  const heads = options.keysFolder === null ? new Map<number, Head>() : readHeads(options.keysFolder)
  return inSnapshot(pool, options.signal, async (client) => {
    const all = [...new Set([...(await knownRealms(client)), ...heads.keys()])].sort((a, b) => a - b)
    const realms: VerifiedRealm[] = []
    for (const realm of options.realm === undefined ? all : [options.realm])
      realms.push(await verifyRealm(client, realm, heads.get(realm) ?? null, options))
    const missing = options.keysFolder !== null && heads.size === 0 ? lostFile(realms) : []
    const first = realms.flatMap((each) => each.findings)[0] ?? missing[0] ?? null
    const losses = options.keysFolder === null ? [] : readLosses(options.keysFolder)
    return { intact: first === null, first, realms, losses }
  })
}

/** An empty heads file beside a ledger with batches: somebody took away what tells the end of it. */
function lostFile(realms: readonly VerifiedRealm[]): readonly Finding[] {
  const some = realms.find((each) => each.batches > 0)
  return some
    ? [
        {
          realm: some.realm,
          what: 'removed',
          thing: 'heads',
          why: 'the heads file beside the key file is gone or empty',
        },
      ]
    : []
}

async function verifyRealm(
  client: ClientBase,
  realm: number,
  file: Head | null,
  options: VerifyOptions,
): Promise<VerifiedRealm> {
  const { signal, onProgress = () => undefined } = options
  const say = everySo(onProgress, 50_000)
  const ends: Ends = { row: await rowOf(client, realm), file }
  const { walked, finding } = await walkRealm(client, realm, {
    ...{ macKey: options.macKey, ends },
    onBatch: ({ events }) => {
      signal?.throwIfAborted()
      say(events, `realm ${realm}: ${events} events`)
    },
  })
  const chain = await checkStreams(client, realm)
  const content = await checkContent(client, realm, () => signal?.throwIfAborted())
  const opening = options.open
    ? await openAllContent(client, options.open, realm, (n) => say(n, `realm ${realm}: ${n} contents opened`))
    : null
  onProgress(`realm ${realm}: ${walked.events} events, ${walked.batches} batches, ${chain.streams} streams`)
  const findings = [finding, chain.finding, content, opening?.finding].filter(
    (each) => each !== null && each !== undefined,
  )
  return { realm, ...walked, streams: chain.streams, opened: opening?.opened ?? null, findings }
}

async function rowOf(client: ClientBase, realm: number): Promise<Ends['row']> {
  const { rows } = await client.query(
    'select position::float8 as position, batch::float8 as batch, mac from realm_head where realm = $1',
    [realm],
  )
  return rows[0] ?? null
}

/** Speaks once for each `step` that the count passes. */
function everySo(say: (line: string) => void, step: number): (count: number, line: string) => void {
  let next = step
  return (count, line) => {
    if (count < next) return
    next = count + step
    say(line)
  }
}

/** Reads in one repeatable-read snapshot; an abort cancels the query under way. */
async function inSnapshot<T>(
  pool: Pool,
  signal: AbortSignal | undefined,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const cancel = () => void pool.query('select pg_cancel_backend($1)', [rows[0].pid]).catch(() => undefined)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', cancel)
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
