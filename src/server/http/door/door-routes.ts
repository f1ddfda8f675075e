import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dress } from '../../../web/door/dress.ts'
import { homePage } from '../../../web/door/home.ts'
import { awayPage, type Problem } from '../../../web/door/problem.ts'
import { Fault } from '../../fault.ts'
import { errorCode } from '../../start-error.ts'
import type { Routes } from '../routes.ts'
import { UnreadableBody, UnsupportedBody } from '../wire/body-parsers.ts'
import { answerError } from '../wire/error-handler.ts'
import { wantsPage } from '../wire/plain-page.ts'
import { serveAssets } from './assets.ts'
import { commentRoutes } from './comment-routes.ts'
import { deedWordRoutes } from './deed-word-routes.ts'
import { followRoutes } from './follow-routes.ts'
import { helpRoutes } from './help-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { newsRoutes } from './news-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { posterRoutes } from './poster-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { raiseRoutes } from './raise-routes.ts'
import { dressOf, replyPage, replyProblem } from './reply-page.ts'
import { uploadRoutes } from './upload-routes.ts'

const form = 'application/x-www-form-urlencoded'

/**
 * The worker's door: `/`, `/help`, `/line`, `/about`, `/status`, `/accessibility`, `/privacy`, `/poster`, `/news`, `/comment`, `/notices`, `/raise`, `/follow`, `/deed-word`, `/away`, drawn on the server and whole without a script. No cookie is set
 * or read on any of them.
 */
export const doorRoutes: Routes = (app, context) => {
  const { rules, log, clock } = context
  serveAssets(app)
  const dressed = (request: FastifyRequest): Dress => dressOf(request, rules)

  // A program gets a problem document as everywhere; a person gets a page that says what to do.
  app.setErrorHandler((error, request, reply) => {
    if (!wantsPage(request)) return answerError(log, error, request, reply)
    const told = problemOf(error)
    if (told) return replyProblem(request, reply, rules, told.problem, told.status)
    log.error({ err: error, method: request.method, route: request.routeOptions.url, request: request.id }, 'bug')
    return replyProblem(request, reply, rules, 'broken', 500)
  })

  // A page of ours sends a form; what comes as anything else was made by nobody's page. Files come in pieces of their own.
  app.addHook('preValidation', async (request) => {
    const type = request.headers['content-type'] ?? form
    const ours = request.method !== 'POST' || request.url.startsWith('/file') || type.startsWith(form)
    if (!ours) throw new UnsupportedBody('content-type')
  })

  app.get('/', async (request, reply) => replyPage(reply, homePage(dressed(request))))

  // Only the cache: `"storage"` would also wipe what a cadre's field app has not sent yet on the same phone.
  app.get('/away', async (request, reply) => away(dressed(request), clock.now().getTime(), reply))

  helpRoutes(app, context, dressed)
  lineRoutes(app, context, dressed)
  publicRoutes(app, context, dressed)
  posterRoutes(app, context, dressed)
  raiseRoutes(app, context, dressed)
  followRoutes(app, context, dressed)
  deedWordRoutes(app, context, dressed)
  newsRoutes(app, context, dressed)
  commentRoutes(app, context, dressed)
  noticeRoutes(app, context, dressed)
  void app.register(async (scope) => uploadRoutes(scope, context))
}

function away(dress: Dress, now: number, reply: FastifyReply): FastifyReply {
  return replyPage(reply.header('clear-site-data', '"cache"'), awayPage(dress, now))
}

/** What a person is told of an error they can do something about; undefined for our own bugs. */
function problemOf(error: unknown): { readonly problem: Problem; readonly status: number } | undefined {
  if (error instanceof Fault) {
    if (error.code === 'csrf.missing') return { problem: 'origin', status: error.status }
    return { problem: error.status === 404 ? 'missing' : 'malformed', status: error.status }
  }
  if (error instanceof UnreadableBody) return { problem: 'malformed', status: 400 }
  if (error instanceof UnsupportedBody) return { problem: 'malformed', status: 415 }
  if (errorCode(error) === 'FST_ERR_CTP_BODY_TOO_LARGE') return { problem: 'large', status: 413 }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? { problem: 'malformed', status } : undefined
}
