import { realmOfId } from '../../../domain/id.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import { instantWords } from '../../../web/door/when.ts'
import type { ServerContext } from '../../context.ts'
import { type InclusionProof, proveFirst } from '../../ledger/prove.ts'
import type { After } from './follow-act.ts'
import type { Ticket } from './ticket.ts'

type Held = Pick<Ticket, 'demand'>

/** The proof that the demand of a ticket stands in the ledger as it was sealed; null where it does not. */
export function proofOf(context: ServerContext, { demand }: Held): Promise<InclusionProof | null> {
  return proveFirst(context.db.writer, context.keys.mac, { realm: realmOfId(demand), stream: demand })
}

/** Checks now, and says what came of it. */
export async function proved(context: ServerContext, dress: Dress, ticket: Held): Promise<After> {
  const proof = await proofOf(context, ticket)
  const words = wordsOf(dress).follow.proof
  if (!proof) return { errors: [{ id: 'proof', text: words.broken }] }
  const now = context.clock.now().getTime()
  return { done: words.held(instantWords(dress, new Date(proof.sealedAt).toISOString(), now)) }
}
