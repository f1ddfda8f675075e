import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rulesAt } from '../../../domain/rules.ts'
import { views } from '../../../protocol/view.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { noticesPage } from '../../../web/door/notices.ts'
import type { ServerContext } from '../../context.ts'
import { deedNotices } from '../../view/deed-notices.ts'
import { parse } from '../api/parse.ts'
import { replyPage } from './reply-page.ts'

/** `GET /notices`: public notices of aid that run today. No search engine keeps any of it: a notice ends. */
export function noticeRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressOf: (request: FastifyRequest) => Dress,
): void {
  app.get<{ Querystring: Readonly<Record<string, unknown>> }>('/notices', async (request, reply) => {
    const { after } = request.query
    const asked = parse(views['deed-notices'].params, after === undefined ? {} : { after }, '')
    const now = context.clock.now()
    const rules = rulesAt(context.command.ruleSet, now.getTime())
    const answer = await deedNotices(context.command, asked.after, { now, rules })
    return replyPage(
      reply.header('x-robots-tag', 'noindex, noarchive, nosnippet'),
      noticesPage(dressOf(request), answer),
    )
  })
}
