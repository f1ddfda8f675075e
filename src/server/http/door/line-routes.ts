import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rulesAt } from '../../../domain/rules.ts'
import type { PublicLine } from '../../../protocol/public-line.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { linePage } from '../../../web/door/line.ts'
import type { ServerContext } from '../../context.ts'
import { publicLine } from '../../view/line/public-line.ts'
import { replyPage } from './reply-page.ts'

/** Whoever looks again within this time sees the same: a page that anyone may ask for must not be a way to tire the database. */
const keptMs = 30_000

/** `GET /line`: campaigns in force, clause by clause, with what came of them. */
export function lineRoutes(
  app: FastifyInstance,
  context: ServerContext,
  dressed: (request: FastifyRequest) => Dress,
): void {
  let kept: { readonly at: number; readonly line: Promise<PublicLine> } | null = null
  const lineNow = (now: Date) => {
    if (kept && now.getTime() - kept.at < keptMs) return kept.line
    const rules = rulesAt(context.command.ruleSet, now.getTime()).figures
    const line = publicLine(context.db.reader, rules, now)
    const mine = { at: now.getTime(), line }
    kept = mine
    // What failed is asked again by the next one.
    line.catch(() => {
      if (kept === mine) kept = null
    })
    return line
  }
  app.get('/line', async (request, reply) => {
    const now = context.clock.now()
    const { figures } = rulesAt(context.command.ruleSet, now.getTime())
    return replyPage(reply, linePage(dressed(request), await lineNow(now), figures))
  })
}
