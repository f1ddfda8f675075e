import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../../domain/id.ts'
import { commands, Envelope, isCommandKind, isForPeople, type Outcome } from '../../../protocol/command.ts'
import { mostSheetBytes } from '../../../protocol/sheet-command.ts'
import { openedBy } from '../../command/opened.ts'
import { withReceipt } from '../../command/with-receipt.ts'
import { Fault } from '../../fault.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { parse } from './parse.ts'

/**
 * `POST /api/command/{kind}`: one command through the pipeline. 200 with the stored outcome, accepted or refused by a rule;
 * 4xx problem when it was malformed, out of reach or not this actor's to send, and then nothing is stored.
 * `demand.raise` answers with the receipt, `content.open` with the opened values.
 */
export const commandRoutes: Routes = (app, context) => {
  const answer = async (kind: string, request: FastifyRequest, reply: FastifyReply) => {
    if (!isCommandKind(kind) || !isForPeople(kind)) throw new Fault(404, 'command.unknown', { field: 'kind' })
    const actor = await actorOf(context, request, reply)
    const envelope = parse(Envelope, request.body, '')
    if (!isId(envelope.id)) throw new Fault(400, 'field.invalid', { field: 'id', detail: 'id: carries no realm' })
    const body = parse(commands[kind].body, envelope.body, 'body')
    const who: readonly string[] = commands[kind].who
    if (!who.includes(actor.kind))
      throw actor.kind === 'public' ? new Fault(401, 'sign-in.needed') : new Fault(403, 'not-allowed')
    const { id, basedOn } = envelope
    const submitted = await context.pipeline.submit(actor, { id, kind, body, basedOn })
    const outcome: Outcome = withReceipt(context.command, kind, id, submitted)
    const opened =
      kind === 'content.open' && actor.kind === 'staff'
        ? await openedBy(context.command, body as { demand: string; part: 'identity' | 'text'; file?: string }, outcome)
        : undefined
    return reply.send(opened ? { ...outcome, opened } : outcome)
  }
  app.post<{ Params: { kind: string } }>('/api/command/:kind', (request, reply) =>
    answer(request.params.kind, request, reply),
  )
  // The one command that carries a file.
  const bodyLimit = mostSheetBytes * 1.5
  app.post('/api/command/sheet.take', { bodyLimit }, (request, reply) => answer('sheet.take', request, reply))
}
