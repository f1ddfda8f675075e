import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../domain/actor.ts'
import { makeId, realmOfId } from '../../../domain/id.ts'
import { deedWordKept, deedWordPage, deedWords, usefulWords } from '../../../web/door/deed-word.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { type PostedForm, posted } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { randomTake } from '../../random.ts'
import { checkSlip } from '../../vault/slip.ts'
import { deedSlip } from '../../view/deed-slip.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { replyPage } from './reply-page.ts'

type DressOf = (request: FastifyRequest) => Dress
const bodyLimit = 16 * 1024

/**
 * `GET /deed-word`: number, code and one word of a slip. `POST /deed-word`: says it, or what is wrong; 401 for a wrong code,
 * 429 with Retry-After after too many. The same word sent twice is one: the second is told that it is kept.
 */
export function deedWordRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  app.get('/deed-word', async (request, reply) =>
    replyPage(reply, deedWordPage(dressOf(request), { number: '', useful: '', errors: [] })),
  )
  app.post<{ Body: PostedForm | undefined }>('/deed-word', { bodyLimit }, async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    return say(context, dressOf(request), request, reply)
  })
}

async function say(
  context: ServerContext,
  dress: Dress,
  request: FastifyRequest<{ Body: PostedForm | undefined }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = deedWords(dress)
  const form = request.body ?? {}
  const [number, code] = [posted(form, 'number').slice(0, 100), posted(form, 'code').slice(0, 100)]
  const useful = usefulWords.find((each) => each === posted(form, 'useful'))
  const again = (id: string, text: string, status: number) =>
    replyPage(reply, deedWordPage(dress, { number, useful: useful ?? '', errors: [{ id, text }] }), status)
  // Before the code is tried: a forgotten answer must not cost a try.
  if (!useful) return again('useful', words.choose, 422)
  const held = await checkSlip(context.command, number, code, request.ip)
  if ('wait' in held) {
    // Before the page: what is set behind it goes nowhere.
    reply.header('retry-after', String(held.wait))
    return again('code', words.wait, 429)
  }
  if ('wrong' in held) return again('code', words.wrong, 401)
  const actor: Extract<Actor, { kind: 'claimant' }> = {
    ...{ kind: 'claimant', demand: held.deed, assisted: true, slip: held.slip },
  }
  const ofEnterprise = held.slip.side === 'enterprise'
  if (ofEnterprise && useful === 'partly') return again('useful', words.enterprise, 422)
  const id = makeId(realmOfId(held.deed), context.clock.now().getTime(), randomTake(8))
  const kind = ofEnterprise ? 'deed.enterprise-say' : 'deed.say'
  const { outcome } = await context.pipeline.submit(actor, { id, kind, body: { deedId: held.deed, useful } })
  if ('refused' in outcome) return replyPage(reply, deedWordKept(dress, words.same))
  const { unit, deed } = await deedSlip(context.db.reader, actor, context.rules)
  return replyPage(reply, deedWordKept(dress, words.told(unit, deed[dress.locale], words[useful])))
}
