import type { FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '../../fault.ts'
import { type Log, logOnce } from '../../log.ts'
import { errorCode } from '../../start-error.ts'
import { UnreadableBody, UnsupportedBody } from './body-parsers.ts'
import { sendPlainPage, wantsPage } from './plain-page.ts'
import { faultProblem, httpProblem, type Problem, sendProblem } from './problem.ts'

/** Answers what was thrown. What a person or program can mend is a 4xx; anything else is our bug, logged once, a 500. */
export function answerError(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem) return sendProblem(reply, problem)
  // The route's pattern, never the address: addresses may hold numbers of demands.
  logOnce(log, error, { method: request.method, route: request.routeOptions?.url, request: request.id }, 'bug')
  return wantsPage(request) ? sendPlainPage(reply, 500) : sendProblem(reply, httpProblem(500, 'server.fault'))
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Fault) {
    const { status, code, message, field, params } = error
    return { status, code, detail: message, field, params }
  }
  if (error instanceof UnreadableBody) return faultProblem(400, 'body.malformed', error.field)
  if (error instanceof UnsupportedBody) return httpProblem(415, 'media-type.unsupported')
  switch (errorCode(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return faultProblem(413, 'body.too-large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return httpProblem(415, 'media-type.unsupported')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return faultProblem(400, 'body.malformed')
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return httpProblem(400, 'address.malformed')
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 503) return httpProblem(503, 'server.closing')
  return status >= 400 && status < 500 ? httpProblem(status, 'request.malformed') : undefined
}
