import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../domain/actor.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { checkReceipt } from '../../vault/receipt.ts'
import { checkSlip, isSlipNumber } from '../../vault/slip.ts'
import { authenticate } from '../session/authenticate.ts'

/**
 * Who sends the request: a claimant, or whoever holds a slip of a deed, by `Authorization: Receipt <number> <code>`, a person of the union by session, anyone
 * else the public. A wrong receipt is 401, too many of them 429 with Retry-After.
 */
export async function actorOf(context: ServerContext, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
  const header = request.headers.authorization
  if (header === undefined) return (await authenticate(context, request)) ?? { kind: 'public' }
  const [scheme, number, code] = header.split(' ')
  if (scheme?.toLowerCase() !== 'receipt' || !number || !code)
    throw new Fault(401, 'receipt.wrong', { field: 'authorization' })
  if (isSlipNumber(number)) {
    const held = await checkSlip(context.command, number, code, request.ip)
    // A slip passes through the hands of those who did the deed.
    if ('deed' in held) return { kind: 'claimant', demand: held.deed, assisted: true, slip: held.slip }
    return refuse(held, reply)
  }
  const checked = await checkReceipt(context.command, number, code, request.ip)
  if ('demand' in checked) return { kind: 'claimant', ...checked }
  return refuse(checked, reply)
}

function refuse(checked: { readonly wrong: true } | { readonly wait: number }, reply: FastifyReply): never {
  if ('wrong' in checked) throw new Fault(401, 'receipt.wrong', { field: 'authorization' })
  reply.header('retry-after', String(checked.wait))
  throw new Fault(429, 'receipt.wait', { params: { seconds: checked.wait } })
}
