import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rulesAt } from '../../../domain/rules.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { linePage } from '../../../web/door/line.ts'
import { aboutPage } from '../../../web/door/public/about.ts'
import type { ServerContext } from '../../context.ts'
import { publicLine } from '../../view/line/public-line.ts'
import { keptBriefly } from './kept-briefly.ts'
import { replyPage } from './reply-page.ts'

/**
 * `GET /line`: campaigns in force, clause by clause, with what came of them. `GET /about`: what the union does and how often
 * it failed, by the same figures of the same moment.
 */
export function lineRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressed: (request: FastifyRequest) => Dress,
): void {
  const figuresAt = (now: Date) => rulesAt(context.command.ruleSet, now.getTime()).figures
  const lineNow = keptBriefly((now) => publicLine(context.db.reader, figuresAt(now), now))
  app.get('/line', async (request, reply) => {
    const now = context.clock.now()
    return replyPage(reply, linePage(dressed(request), await lineNow(now), figuresAt(now)))
  })
  app.get('/about', async (request, reply) => {
    const now = context.clock.now()
    return replyPage(reply, aboutPage(dressed(request), await lineNow(now), figuresAt(now)))
  })
}
