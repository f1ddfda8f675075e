import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import { readDemandNumber } from '../../domain/code/demand-number.ts'
import { readRetrievalCode } from '../../domain/code/retrieval-code.ts'
import { realmOfRegion } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Keys } from '../keys-file.ts'
import { codeFits } from './receipt-code.ts'
import type { ReceiptRules } from './receipt-rules.ts'

/** The answer to number and code: the demand they open, wrong, or how long to wait. */
export type ReceiptCheck =
  | { readonly demand: string; readonly assisted: boolean }
  | { readonly wrong: true }
  | { readonly wait: number }

/** What checking a receipt needs. */
export type ReceiptContext = {
  readonly writer: Pool
  readonly keys: Keys
  readonly clock: Clock
  readonly receiptRules: ReceiptRules
}

/**
 * Checks number and code. `place` is whatever tells places apart (an address); only a keyed hash of it with the day is
 * kept, and only after a wrong code. Typing slips (O for 0, blanks, full width) are forgiven; a number that cannot be one
 * counts as wrong, so that nobody learns which numbers exist.
 */
export async function checkReceipt(
  context: ReceiptContext,
  number: string,
  code: string,
  place: string,
): Promise<ReceiptCheck> {
  const read = readDemandNumber(number)
  const typed = readRetrievalCode(code)
  const known = read.problem === null ? read.number : ''
  return guarded(context, place, known, async () => {
    const row = read.problem === null && typed ? await findReceipt(context.writer, read.number, read.region) : undefined
    return row && typed && codeFits(context.keys.receipt, known, typed, row.code_mac)
      ? { demand: row.demand, assisted: row.assisted }
      : undefined
  })
}

/** A check of number and code that may be tried a few times only: undefined counts as a wrong code. */
export async function guarded<T>(
  context: ReceiptContext,
  place: string,
  known: string,
  check: () => Promise<T | undefined>,
): Promise<T | { readonly wrong: true } | { readonly wait: number }> {
  const buckets = bucketsOf(context, place, known)
  const wait = await waitOf(context, buckets)
  if (wait > 0) return { wait }
  return (await check()) ?? missed(context, buckets)
}

/**
 * Counts one more try at something that may be done a few times a day: each of `limits` has its own bucket, of which a keyed
 * hash is kept, for a day at most.
 * @returns seconds to wait, 0 when it may be done now
 */
export async function countTry(
  context: ReceiptContext,
  limits: readonly { readonly what: string; readonly free: number }[],
): Promise<number> {
  const buckets = limits.map(({ what, free }) => ({ id: bucketOf(context, what), free }))
  const wait = await waitOf(context, buckets)
  if (wait > 0) return wait
  const counted = await missed(context, buckets)
  return 'wait' in counted ? counted.wait : 0
}

async function findReceipt(writer: Pool, number: string, region: string) {
  const { rows } = await writer.query(
    'select demand, code_mac, assisted from receipt where realm = $1 and number = $2',
    [realmOfRegion(region), number],
  )
  return rows[0] as { demand: string; code_mac: Buffer; assisted: boolean } | undefined
}

type Bucket = { readonly id: Buffer; readonly free: number }

function bucketsOf(context: ReceiptContext, place: string, number: string): Bucket[] {
  const { freePerNumber, freePerPlace } = context.receiptRules.guess
  return [
    { id: bucketOf(context, `number ${number} ${place}`), free: freePerNumber },
    { id: bucketOf(context, `place ${place}`), free: freePerPlace },
  ]
}

function bucketOf({ keys, clock }: ReceiptContext, text: string): Buffer {
  // The day in the hash: tomorrow the same place has another bucket, and nothing joins the two.
  const day = clock.now().toISOString().slice(0, 10)
  return createHmac('sha256', keys.abuse).update(`${day} ${text}`).digest()
}

/** Seconds still to wait, 0 when none. */
async function waitOf({ writer, clock }: ReceiptContext, buckets: readonly Bucket[]): Promise<number> {
  const now = clock.now()
  const { rows } = await writer.query(
    'select max(wait_until) as until from guess where bucket = any($1) and wait_until > $2',
    [buckets.map((b) => b.id), now],
  )
  const until: Date | null = rows[0]?.until ?? null
  return until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : 0
}

/** Counts a wrong code; several at once are each counted, because the row is raised in one statement. */
async function missed(
  { writer, clock, receiptRules }: ReceiptContext,
  buckets: readonly Bucket[],
): Promise<{ readonly wrong: true } | { readonly wait: number }> {
  const now = clock.now()
  const { firstWaitSeconds, longestWaitSeconds, keepHours } = receiptRules.guess
  await writer.query('delete from guess where expires_at < $1', [now])
  let wait = 0
  for (const { id, free } of buckets) {
    const { rows } = await writer.query(
      `insert into guess as g (bucket, fails, wait_until, expires_at) values ($1, 1, $2, $3)
       on conflict (bucket) do update set fails = g.fails + 1,
         wait_until = case when g.fails + 1 > $4 then $2 + least($5 * 2 ^ (g.fails - $4), $6) * interval '1 second' else g.wait_until end
       returning extract(epoch from wait_until - $2)::int as wait`,
      [id, now, new Date(now.getTime() + keepHours * 3_600_000), free, firstWaitSeconds, longestWaitSeconds],
    )
    wait = Math.max(wait, rows[0]?.wait ?? 0)
  }
  return wait > 0 ? { wait } : { wrong: true }
}
