import { timingSafeEqual } from 'node:crypto'
import { type RetrievalCode, readRetrievalCode, retrievalCode } from '../../domain/code/retrieval-code.ts'
import { readSlipNumber, type SlipNumber, slipNumber } from '../../domain/code/slip-number.ts'
import { hmac } from '../secret.ts'
import { guarded, type ReceiptContext } from './receipt.ts'

/** A slip as it is handed out. */
export type Slip = { readonly number: SlipNumber; readonly code: RetrievalCode }
/** Whoever holds a slip: the deed, and which slip of it. */
export type SlipHolder = {
  readonly deed: string
  readonly slip: { readonly side: 'workers' | 'enterprise'; readonly n: number }
}

/**
 * The code of a slip: 60 bits, derived from the deed and the slip's number under the key outside the database, and stored
 * nowhere, not even as a digest. Whoever has the database alone can neither read nor try codes.
 */
export function slipOf(key: Buffer, deed: string, side: 'workers' | 'enterprise', n: number): Slip {
  const number = slipNumber(deed, side, n)
  return { number, code: retrievalCode(hmac(key, `slip ${deed} ${number}`).subarray(0, 8)) }
}

/** Whether a text is a slip's number, and so no demand's. */
export function isSlipNumber(text: string): boolean {
  return readSlipNumber(text) !== undefined
}

/** Checks number and code of a slip, under the same limits against guessing as those of receipts. */
export async function checkSlip(
  context: ReceiptContext,
  number: string,
  code: string,
  place: string,
): Promise<SlipHolder | { readonly wrong: true } | { readonly wait: number }> {
  const read = readSlipNumber(number)
  const typed = readRetrievalCode(code)
  return guarded(context, place, read?.number ?? '', async () => {
    if (!read || !typed) return undefined
    const { realm, mark, side, n } = read
    const { rows } = await context.writer.query<{ id: string; made: number }>(
      `select id, case $3 when 'workers' then slips_workers else slips_enterprise end as made
       from deed where realm = $1 and mark = $2`,
      [realm, mark, side],
    )
    const deed = rows[0]
    if (!deed || n > deed.made) return undefined
    const right = slipOf(context.keys.receipt, deed.id, side, n).code
    return timingSafeEqual(Buffer.from(right), Buffer.from(typed)) ? { deed: deed.id, slip: { side, n } } : undefined
  })
}
