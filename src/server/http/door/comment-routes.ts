import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../domain/actor.ts'
import { type Id, isId, makeId, realmOfId } from '../../../domain/id.ts'
import { findPersonal } from '../../../domain/mask.ts'
import { fillSlots } from '../../../domain/notice.ts'
import { dialledPhone } from '../../../domain/phone.ts'
import { type Rules, rulesAt } from '../../../domain/rules.ts'
import { commands } from '../../../protocol/command.ts'
import type { Dress } from '../../../web/door/dress.ts'
import {
  type About,
  commentCodePage,
  commentKeptPage,
  commentPage,
  commentWords,
  ownCommentForm,
  ownCommentPage,
} from '../../../web/door/news/comment.ts'
import { type PostedForm, posted } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { randomTake } from '../../random.ts'
import { checkComment, commentSlip } from '../../vault/comment-code.ts'
import { countTry, guarded } from '../../vault/receipt.ts'
import { ownComment } from '../../view/comments.ts'
import { publicArticle } from '../api/news-answers.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { type CommentTicket, codeOf, isCodeOf, openComment, sealComment } from './comment-ticket.ts'
import { replyPage } from './reply-page.ts'

type DressOf = (request: FastifyRequest) => Dress
type Posted = FastifyRequest<{ Body: PostedForm | undefined; Params: { id: string } }>
type At = {
  readonly context: ServerContext
  readonly dress: Dress
  readonly request: Posted
  readonly reply: FastifyReply
}
const bodyLimit = 64 * 1024

/**
 * `GET /news/<article>/comment`: what to say and a phone; 404 where comments are off. `POST` sends a code to the phone, and
 * then, with that code, hands the comment to the editor; 429 with Retry-After after too many codes or tries. Sent twice it is
 * one comment. `/comment`: what became of one, and taking it back, by number and code. Nothing of it stands in an address.
 */
export function commentRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  app.get<{ Params: { id: string } }>('/news/:id/comment', async (request, reply) => {
    const about = await openArticle(context, request.params.id)
    const page = commentPage(dressOf(request), about, { text: '', phone: '', errors: [] }, rulesOf(context))
    return replyPage(reply, page)
  })
  app.post<{ Params: { id: string }; Body: PostedForm | undefined }>(
    '/news/:id/comment',
    { bodyLimit },
    async (request, reply) => {
      mustBeOwnOrigin(request, context.config.publicUrl)
      const at = { context, dress: dressOf(request), request, reply }
      const about = await openArticle(context, request.params.id)
      return posted(request.body ?? {}, 'ticket') === '' ? ask(at, about) : handIn(at, about)
    },
  )
  app.get('/comment', async (request, reply) =>
    replyPage(reply, ownCommentForm(dressOf(request), { number: '', errors: [] })),
  )
  app.post<{ Params: { id: string }; Body: PostedForm | undefined }>(
    '/comment',
    { bodyLimit },
    async (request, reply) => {
      mustBeOwnOrigin(request, context.config.publicUrl)
      return own({ context, dress: dressOf(request), request, reply })
    },
  )
}

/** The article, where it takes comments. @throws Fault 404 where it does not, as if there were no such page */
async function openArticle(context: ServerContext, id: string): Promise<About> {
  if (!isId(id)) throw new Fault(404, 'not-found', { field: 'id' })
  const { article, commentsOpen } = await publicArticle(context, { kind: 'public' }, { article: id })
  if (!commentsOpen) throw new Fault(404, 'not-found', { field: 'id' })
  return { article: id, title: article.title }
}

function rulesOf({ command, clock }: ServerContext): Rules['news']['comments'] {
  return rulesAt(command.ruleSet, clock.now().getTime()).news.comments
}

/** What was written is looked at, and the code sent. */
async function ask({ context, dress, request, reply }: At, about: About): Promise<FastifyReply> {
  const form = request.body ?? {}
  const rules = rulesOf(context)
  const words = commentWords(dress).errors
  const [text, typed] = [posted(form, 'text').replaceAll('\r\n', '\n').trim(), posted(form, 'phone').slice(0, 40)]
  const again = (errors: readonly { id: string; text: string }[], status: number) =>
    replyPage(reply, commentPage(dress, about, { text, phone: typed, errors }, rules), status)
  if (posted(form, 'do') === 'look') return again([], 200)
  const phone = dialledPhone(typed)
  const wrong = textProblem(text, rules.mostCharacters, words)
  const errors = [
    ...(wrong ? [{ id: 'text', text: wrong }] : []),
    ...(phone === undefined ? [{ id: 'phone', text: words.phone }] : []),
  ]
  if (errors.length > 0 || phone === undefined) return again(errors, 422)
  const wait = await countTry(context.command, [
    { what: `comment code to ${phone}`, free: rules.codesPerPhone },
    { what: `comment code from ${request.ip}`, free: rules.codesPerPlace },
  ])
  if (wait > 0) {
    reply.header('retry-after', String(wait))
    return again([{ id: 'phone', text: words.wait }], 429)
  }
  const until = context.clock.now().getTime() + rules.codeMinutes * 60_000
  const ticket = sealComment(context.keys, { article: about.article, text, phone, until })
  const said = { code: codeOf(context.keys, ticket), minutes: String(rules.codeMinutes) }
  const handed = await context.outgoing.gateways.sms?.send(phone, fillSlots(rules.message[dress.locale], said))
  if (!handed?.ok) return again([{ id: 'phone', text: words.unsent }], 503)
  return replyPage(reply, commentCodePage(dress, about, { ticket, errors: [] }, rules))
}

function textProblem(
  text: string,
  most: number,
  words: { readonly text: string; readonly personal: string; readonly long: (most: number) => string },
): string | undefined {
  if (!commands['comment.write'].body.shape.text.safeParse(text).success && [...text].length <= most) return words.text
  if ([...text].length > most) return words.long(most)
  return findPersonal(text).length > 0 ? words.personal : undefined
}

/** The code came back: the comment is written, once for each ticket. */
async function handIn({ context, dress, request, reply }: At, about: About): Promise<FastifyReply> {
  const form = request.body ?? {}
  const rules = rulesOf(context)
  const words = commentWords(dress).errors
  const sealed = posted(form, 'ticket').slice(0, 16_000)
  const ticket = openComment(context.keys, sealed)
  if (!ticket || ticket.article !== about.article) throw new Fault(422, 'field.invalid', { field: 'ticket' })
  const again = (text: string | null, status: number) =>
    replyPage(
      reply,
      commentCodePage(dress, about, { ticket: sealed, errors: text === null ? [] : [{ id: 'code', text }] }, rules),
      status,
    )
  if (posted(form, 'do') === 'look') return again(null, 200)
  if (ticket.until < context.clock.now().getTime()) {
    const fields = { text: ticket.text, phone: ticket.phone, errors: [{ id: 'phone', text: words.over }] }
    return replyPage(reply, commentPage(dress, about, fields, rules), 422)
  }
  // By the phone and not by the place: from wherever codes are tried, they are tries at this phone.
  const held = await guarded(context.command, `comment ${ticket.phone}`, '', async () =>
    isCodeOf(context.keys, sealed, posted(form, 'code')) ? true : undefined,
  )
  if (held !== true && 'wait' in held) {
    reply.header('retry-after', String(held.wait))
    return again(words.codeWait, 429)
  }
  if (held !== true) return again(words.code, 401)
  const stream = await submit(context, ticket, sealed)
  if (stream === null) {
    const fields = { text: ticket.text, phone: ticket.phone, errors: [{ id: 'text', text: words.closed }] }
    return replyPage(reply, commentPage(dress, about, fields, rules), 409)
  }
  return replyPage(reply, commentKeptPage(dress, about, commentSlip(context.keys.receipt, stream)))
}

async function submit(context: ServerContext, ticket: CommentTicket, sealed: string): Promise<Id | null> {
  const { article, text, phone, until } = ticket
  // The same ticket is the same command, however often it is sent.
  const id = makeId(realmOfId(article), until, createHash('sha256').update(sealed).digest().subarray(0, 8))
  const asked = { id, kind: 'comment.write', body: { article, text, phone } } as const
  const { outcome } = await context.pipeline.submit({ kind: 'system' }, asked)
  return 'refused' in outcome ? null : outcome.accepted.stream
}

async function own({ context, dress, request, reply }: At): Promise<FastifyReply> {
  const form = request.body ?? {}
  const words = commentWords(dress).errors
  const [number, code] = [posted(form, 'number').slice(0, 100), posted(form, 'code').slice(0, 100)]
  const again = (text: string | null, status: number) =>
    replyPage(reply, ownCommentForm(dress, { number, errors: text === null ? [] : [{ id: 'code', text }] }), status)
  if (posted(form, 'do') === 'look' && code === '') return again(null, 200)
  const held = await checkComment(context.command, number, code, request.ip)
  if ('wait' in held) {
    reply.header('retry-after', String(held.wait))
    return again(words.codeWait, 429)
  }
  if ('wrong' in held) return again(words.wrong, 401)
  const { comment } = held
  if (posted(form, 'do') === 'withdraw') {
    const actor: Actor = { kind: 'claimant', demand: comment, assisted: false }
    const id = makeId(realmOfId(comment), context.clock.now().getTime(), randomTake(8))
    // Taken back twice it is taken back: a refusal says no more than the page does.
    await context.pipeline.submit(actor, { id, kind: 'comment.withdraw', body: { comment } })
  }
  return replyPage(
    reply,
    ownCommentPage(dress, await ownComment(context.command, comment), { number, code }, rulesOf(context)),
  )
}
