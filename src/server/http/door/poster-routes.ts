import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Dress } from '../../../web/door/dress.ts'
import type { Html } from '../../../web/door/html.ts'
import { cardsPage } from '../../../web/door/poster/cards.ts'
import { contactCard, type Posted, pocketCard, poster } from '../../../web/door/poster/drawing.ts'
import { chatText, posterPage } from '../../../web/door/poster/page.ts'
import { paperFormPage } from '../../../web/door/poster/paper-form.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { lookUpUnion } from './places.ts'
import { posterQr } from './qr.ts'
import { replyPage } from './reply-page.ts'

type Asked = FastifyRequest<{ Params: { union: string } }>
const drawings = { poster, card: pocketCard, contact: contactCard } as const

/**
 * For the workshop, open to everyone, of every union: `GET /poster/{union}` (poster and chat text), `/cards`, `/form`, and
 * as files `/poster.svg`, `/card.svg`, `/contact.svg`, `/chat.txt`. 404 for a union that is not there.
 */
export function posterRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressed: (request: FastifyRequest) => Dress,
): void {
  const { publicUrl } = context.config
  const siteOf = (request: FastifyRequest) => (publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')
  const addressOf = (request: Asked) => `${siteOf(request)}/raise?union=${Number(request.params.union)}`
  const postedBy = async (request: Asked): Promise<Posted> => {
    const union = await lookUpUnion(context.db.reader, request.params.union)
    if (!union) throw new Fault(404, 'not-found', { field: 'union' })
    const id = Number(union.id)
    return { union: { id, name: union.name }, qr: posterQr(siteOf(request), id) }
  }
  const shows = (end: string, draw: (dress: Dress, posted: Posted, address: string) => Html) =>
    app.get(`/poster/:union${end}`, async (request: Asked, reply) =>
      replyPage(reply, draw(dressed(request), await postedBy(request), addressOf(request))),
    )
  shows('', posterPage)
  shows('/cards', cardsPage)
  shows('/form', paperFormPage)
  for (const [name, draw] of Object.entries(drawings))
    app.get(`/poster/:union/${name}.svg`, async (request: Asked, reply) =>
      reply.type('image/svg+xml; charset=utf-8').send(draw(dressed(request), await postedBy(request)).text),
    )
  app.get('/poster/:union/chat.txt', async (request: Asked, reply) => {
    const { union } = await postedBy(request)
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${chatText(dressed(request), union.name, addressOf(request))}\n`)
  })
}
