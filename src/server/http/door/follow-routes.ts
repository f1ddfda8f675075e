import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readDemandNumber } from '../../../domain/code/demand-number.ts'
import { readRetrievalCode } from '../../../domain/code/retrieval-code.ts'
import { type Dress, to, wordsOf } from '../../../web/door/dress.ts'
import { enterPage } from '../../../web/door/enter.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { followPage } from '../../../web/door/follow/page.ts'
import type { FollowView } from '../../../web/door/follow/session.ts'
import { type PostedForm, posted } from '../../../web/door/raise-form.ts'
import { waitWords } from '../../../web/door/when.ts'
import type { ServerContext } from '../../context.ts'
import { checkReceipt } from '../../vault/receipt.ts'
import { followView } from '../../view/follow.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { type After, act } from './follow-act.ts'
import { verbs } from './follow-form.ts'
import { proofOf, proved } from './follow-proof.ts'
import { newNonce } from './once.ts'
import { replyPage } from './reply-page.ts'
import { openTicket, sealTicket, type Ticket } from './ticket.ts'

type DressOf = (request: FastifyRequest) => Dress
const bodyLimit = 256 * 1024
/** What is shown and what is done, by the last part of the address. */
const addresses = ['look', 'proof', ...verbs] as const

/**
 * `GET /follow`: number and code. `POST /follow`: the page, or what is wrong; 429 with Retry-After after too many wrong
 * codes. `POST /follow/{verb}`: one act of the claimant, by ticket; `look` only shows the page again, `proof` checks the
 * receipt against the ledger, `proof-file` gives that to take along.
 */
export function followRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  app.get('/follow', async (request, reply) =>
    replyPage(reply, enterPage(dressOf(request), { number: '', errors: [] })),
  )

  app.post<{ Body: PostedForm | undefined }>('/follow', { bodyLimit }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    return enter(context, dressOf(request), request, request.body ?? {}, reply)
  })

  for (const verb of addresses)
    app.post<{ Body: PostedForm | undefined }>(`/follow/${verb}`, { bodyLimit }, async (request, reply) => {
      mustBeOwnOrigin(request, context.config.publicUrl)
      const form = request.body ?? {}
      const dress = dressOf(request)
      const ticket = openTicket(context.keys, posted(form, 'ticket'))
      if (!ticket || ticket.until < context.clock.now().getTime()) return ended(dress, form, ticket, reply)
      if (verb === 'look') return show(context, dress, ticket, {}, reply)
      if (verb === 'proof') return show(context, dress, ticket, await proved(context, dress, ticket), reply)
      return show(context, dress, ticket, await act(context, dress, ticket, verb, form), reply)
    })
  app.post<{ Body: PostedForm | undefined }>('/follow/proof-file', { bodyLimit }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const form = request.body ?? {}
    const dress = dressOf(request)
    const ticket = openTicket(context.keys, posted(form, 'ticket'))
    if (!ticket || ticket.until < context.clock.now().getTime()) return ended(dress, form, ticket, reply)
    const proof = await proofOf(context, ticket)
    if (!proof) return show(context, dress, ticket, await proved(context, dress, ticket), reply)
    // A name that says nothing: files on a phone are seen by whoever borrows it.
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="check.json"')
      .send(JSON.stringify(proof))
  })
  // Whoever reloads a page after leaving it, or follows an address from a history, starts at the form.
  for (const verb of [...addresses, 'proof-file'])
    app.get(`/follow/${verb}`, async (request, reply) => reply.redirect(to(dressOf(request), '/follow'), 303))
}

async function enter(
  context: ServerContext,
  dress: Dress,
  request: FastifyRequest,
  form: PostedForm,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [number, code, draft] = [
    posted(form, 'number').slice(0, 100),
    posted(form, 'code').slice(0, 100),
    posted(form, 'draft').slice(0, 8000),
  ]
  if (posted(form, 'do') === 'look') return replyPage(reply, enterPage(dress, { number, draft, errors: [] }))
  const errors = shapeErrors(dress, number, code)
  if (errors.length > 0) return replyPage(reply, enterPage(dress, { number, draft, errors }), 422)
  const checked = await checkReceipt(context.command, number, code, request.ip)
  const words = wordsOf(dress).enter
  if ('wait' in checked) {
    const told = { id: 'code', text: words.wait(waitWords(dress, checked.wait)) }
    return replyPage(
      reply.header('retry-after', String(checked.wait)),
      enterPage(dress, { number, draft, errors: [told] }),
      429,
    )
  }
  if ('wrong' in checked)
    return replyPage(reply, enterPage(dress, { number, draft, errors: [{ id: 'code', text: words.wrong }] }), 401)
  const typed = draft ? { message: draft } : {}
  return show(context, dress, { ...checked, number }, { typed }, reply)
}

/** What cannot be a number or a code is told at once, and is no try: a slip of the finger must not cost fifteen minutes. */
function shapeErrors(dress: Dress, number: string, code: string): FieldError[] {
  const words = wordsOf(dress).enter
  const { problem } = readDemandNumber(number)
  const errors: FieldError[] = []
  if (number.trim() === '') errors.push({ id: 'number', text: words.numberEmpty })
  else if (problem !== null)
    errors.push({ id: 'number', text: problem === 'shape' ? words.numberShape : words.numberCheck })
  if (code.trim() === '') errors.push({ id: 'code', text: words.codeEmpty })
  else if (readRetrievalCode(code) === undefined) errors.push({ id: 'code', text: words.codeShape })
  return errors
}

async function show(
  context: ServerContext,
  dress: Dress,
  ticket: Omit<Ticket, 'until'>,
  after: After,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = context.clock.now().getTime()
  const { demand, assisted } = ticket
  const answer = await followView(
    { ...context.command, reader: context.db.reader },
    { kind: 'claimant', demand, assisted },
  )
  const sealed = sealTicket(context.keys, { demand, number: answer.demand.number, assisted }, now)
  const errors = after.errors ?? []
  const view: FollowView = {
    answer,
    now,
    ticket: sealed,
    nonce: newNonce(now),
    done: answer.demand.status === 'reopened' ? (after.reopened ?? after.done) : after.done,
    errors,
    typed: after.typed ?? {},
  }
  return replyPage(reply, followPage(dress, view), errors.length > 0 ? 422 : 200)
}

/** The half hour is over: number and code once more, with whatever was being written. */
function ended(dress: Dress, form: PostedForm, ticket: Ticket | undefined, reply: FastifyReply): FastifyReply {
  const words = wordsOf(dress).enter
  const draft = posted(form, 'text').slice(0, 8000)
  return replyPage(
    reply,
    enterPage(dress, {
      number: ticket?.number ?? '',
      errors: [],
      draft,
      note: draft ? words.expired : words.expiredPlain,
    }),
    401,
  )
}
