import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dress } from '../../../web/door/dress.ts'
import { homePage } from '../../../web/door/home.ts'
import { awayPage, type Problem, problemPage } from '../../../web/door/problem.ts'
import { Fault } from '../../command/fault.ts'
import { errorCode } from '../../start-error.ts'
import { UnreadableBody, UnsupportedBody } from '../base/body-parsers.ts'
import { answerError } from '../base/error-handler.ts'
import { wantsPage } from '../base/plain-page.ts'
import type { Routes } from '../routes.ts'
import { serveAssets } from './assets.ts'
import { followRoutes } from './follow-routes.ts'
import { raiseRoutes } from './raise-routes.ts'
import { dressOf, replyPage } from './reply-page.ts'

/**
 * The worker's door: `/`, `/raise`, `/follow`, `/away`, drawn on the server and whole without a script. No cookie is set
 * or read on any of them.
 */
export const doorRoutes: Routes = (app, context) => {
  const assets = serveAssets(app)
  const dressed = (request: FastifyRequest): Dress => dressOf(request, assets, context.rules)

  // A program gets a problem document as everywhere; a person gets a page that says what to do.
  app.setErrorHandler((error, request, reply) => {
    const told = wantsPage(request) ? problemOf(error) : undefined
    if (told) return replyPage(reply, problemPage(dressed(request), told.problem), told.status)
    const answered = answerError(context.log, error, request, reply)
    return answered
  })

  app.get('/', async (request, reply) => replyPage(reply, homePage(dressed(request))))

  // Only the cache: `"storage"` would also wipe what a cadre's field app has not sent yet on the same phone.
  app.get('/away', async (request, reply) => away(dressed(request), context.clock.now().getTime(), reply))

  raiseRoutes(app, context, dressed)
  followRoutes(app, context, dressed)
}

function away(dress: Dress, now: number, reply: FastifyReply): FastifyReply {
  return replyPage(reply.header('clear-site-data', '"cache"'), awayPage(dress, now))
}

/** What a person is told of an error they can do something about; anything else is the server's own to answer. */
function problemOf(error: unknown): { readonly problem: Problem; readonly status: number } | undefined {
  if (error instanceof Fault) {
    if (error.code === 'csrf.missing') return { problem: 'origin', status: error.status }
    return { problem: error.status === 404 ? 'missing' : 'malformed', status: error.status }
  }
  if (error instanceof UnreadableBody) return { problem: 'malformed', status: 400 }
  if (error instanceof UnsupportedBody) return { problem: 'malformed', status: 415 }
  if (errorCode(error) === 'FST_ERR_CTP_BODY_TOO_LARGE') return { problem: 'large', status: 413 }
  if (errorCode(error)?.startsWith('FST_ERR_CTP')) return { problem: 'malformed', status: 415 }
  return undefined
}
