import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cardLines } from '../../../domain/article/card.ts'
import { isId } from '../../../domain/id.ts'
import { type Rules, rulesAt } from '../../../domain/rules.ts'
import { type ViewParams, views } from '../../../protocol/view.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import { articlePage, takenOffPage } from '../../../web/door/news/article.ts'
import { cardPicture } from '../../../web/door/news/card.ts'
import { newsPage, seriesPage } from '../../../web/door/news/list.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { findNews, findPicture, TakenOff } from '../../view/news.ts'
import { reading } from '../../view/scope.ts'
import { publicArticle } from '../api/news-answers.ts'
import { parse } from '../api/parse.ts'
import { replyPage } from './reply-page.ts'

type DressOf = (request: FastifyRequest) => Dress
type Query = Readonly<Record<string, unknown>>
const anyone = { kind: 'public' } as const

/**
 * `GET /news`: the latest, by topic or word. `/news/<id>`: a series with its parts, or an article, in pages or whole
 * (`?page=N`, `?all=1`); 410 where it was taken off. `/news/<id>/card.svg`: what is shared of it; `/news/<id>/picture/<n>`.
 * Nothing of it is stored by anybody on the way (`no-store`, set for every page): what is taken off is gone with the next look.
 */
export function newsRoutes(app: FastifyInstance, context: ServerContext, dressOf: DressOf): void {
  const instant = () => context.clock.now().getTime()
  const inForce = (): Rules => rulesAt(context.command.ruleSet, instant())
  const read = (asked: ViewParams<'news'>) =>
    reading(context.db.reader, anyone, (client) => findNews(client, asked, inForce().news))

  app.get<{ Querystring: Query }>('/news', async (request, reply) => {
    const { topic, q, after } = request.query
    const text = typeof q === 'string' && q.trim() !== '' ? { text: q.trim() } : {}
    const asked = parse(views.news.params, { ...pick({ topic, after }), ...text }, '')
    const { topics } = inForce().news
    const told = { topic: asked.topic ?? null, text: asked.text ?? null }
    return replyPage(reply, newsPage(dressOf(request), await read(asked), told, topics, instant()))
  })

  app.get<{ Params: { id: string }; Querystring: Query }>('/news/:id', async (request, reply) => {
    const { id } = request.params
    mustBeId(id)
    const dress = dressOf(request)
    const { topics, withdrawals } = inForce().news
    const { page, all } = request.query
    const asked = parse(views['news-article'].params, { article: id, ...pick({ page, all }) }, '')
    const site = (context.config.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')
    try {
      const answer = await publicArticle(context, anyone, asked)
      // What tells of a worker is not for the stores of search engines, which nobody can call back.
      if (!answer.tells) reply.header('x-robots-tag', 'noarchive')
      return replyPage(reply, articlePage(dress, answer, { site, topics, now: instant() }))
    } catch (error) {
      if (error instanceof TakenOff) return replyPage(reply, takenOffPage(dress, error, withdrawals, instant()), 410)
      if (!(error instanceof Fault) || error.field !== 'article') throw error
      return replyPage(reply, seriesPage(dress, await read({ series: id }), topics, instant()))
    }
  })

  app.get<{ Params: { id: string } }>('/news/:id/card.svg', async (request, reply) => {
    const { id } = request.params
    mustBeId(id)
    const { article } = await publicArticle(context, anyone, { article: id })
    const picture = cardPicture(cardLines(article.title), wordsOf(dressOf(request)).brand)
    return reply.type('image/svg+xml; charset=utf-8').send(picture.text)
  })

  app.get<{ Params: { id: string; n: string } }>('/news/:id/picture/:n', async (request, reply) => {
    const { id, n } = request.params
    mustBeId(id)
    if (!/^\d{1,3}$/.test(n)) throw new Fault(404, 'not-found', { field: 'n' })
    const image = await reading(context.db.reader, anyone, (client) => findPicture(client, id, Number(n)))
    if (image === null) throw new Fault(404, 'not-found', { field: 'n' })
    return sendImage(reply, image)
  })
}

function sendImage(reply: FastifyReply, image: string): FastifyReply {
  return reply.type(image.startsWith('iVBOR') ? 'image/png' : 'image/jpeg').send(Buffer.from(image, 'base64'))
}

function mustBeId(id: string): void {
  if (!isId(id)) throw new Fault(404, 'not-found', { field: 'id' })
}

/** What was asked for at all; language and edition are no parameters of a view. */
function pick(asked: Query): Query {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''))
}
