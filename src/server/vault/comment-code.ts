import { timingSafeEqual } from 'node:crypto'
import { commentNumber, readCommentNumber } from '../../domain/code/comment-number.ts'
import { type RetrievalCode, readRetrievalCode, retrievalCode } from '../../domain/code/retrieval-code.ts'
import { hmac } from '../secret.ts'
import { guarded, type ReceiptContext } from './receipt.ts'

/** What the writer of a comment keeps. The code is derived under the key outside the database and stored nowhere. */
export function commentSlip(key: Buffer, comment: string): { readonly number: string; readonly code: RetrievalCode } {
  return { number: commentNumber(comment), code: retrievalCode(hmac(key, `comment ${comment}`).subarray(0, 8)) }
}

/** Checks number and code of a comment, under the same limits against guessing as those of receipts. */
export async function checkComment(
  context: ReceiptContext,
  number: string,
  code: string,
  place: string,
): Promise<{ readonly comment: string } | { readonly wrong: true } | { readonly wait: number }> {
  const read = readCommentNumber(number)
  const typed = readRetrievalCode(code)
  return guarded(context, place, read?.number ?? '', async () => {
    if (!read || !typed) return undefined
    const { rows } = await context.writer.query<{ id: string }>(
      'select id from comment where realm = $1 and mark = $2',
      [read.realm, read.mark],
    )
    const right = rows.find(({ id }) =>
      timingSafeEqual(Buffer.from(commentSlip(context.keys.receipt, id).code), Buffer.from(typed)),
    )
    return right && { comment: right.id }
  })
}
