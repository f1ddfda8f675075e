import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DoorRules, Dress } from '../../../web/door/dress.ts'
import type { Html } from '../../../web/door/html.ts'
import { type Problem, problemPage } from '../../../web/door/problem.ts'
import { assetsNow } from './assets.ts'

/** How this request wants its pages: by its address alone. */
export function dressOf(request: FastifyRequest, rules: DoorRules): Dress {
  const query = request.query as Readonly<Record<string, unknown>>
  return { locale: query.lang === 'en' ? 'en' : 'zh', care: query.care === '1', assets: assetsNow(), rules }
}

/**
 * Sends a page. The referrer policy is `same-origin` and not `no-referrer`, under which browsers send `Origin: null` with
 * a form and nobody could tell our own page from another's.
 */
export function replyPage(reply: FastifyReply, page: Html, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(page.text)
}

/** A page that says what went wrong and what to do instead; also for addresses of no door. */
export function replyProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  rules: DoorRules,
  problem: Problem,
  status: number,
): FastifyReply {
  return replyPage(reply, problemPage(dressOf(request, rules), problem), status)
}
