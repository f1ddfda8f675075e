import { randomUUID } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify'
import type { ServerContext } from '../context.ts'
import { errorCode, StartError } from '../start-error.ts'
import { replyProblem } from './door/reply-page.ts'
import { routes as allRoutes, type Routes } from './routes.ts'
import { rememberMethods } from './wire/allowed-methods.ts'
import { addBodyParsers } from './wire/body-parsers.ts'
import { drain } from './wire/drain.ts'
import { answerError } from './wire/error-handler.ts'
import { health } from './wire/health.ts'
import { packPages } from './wire/pack-pages.ts'
import { wantsPage } from './wire/plain-page.ts'
import { faultProblem, httpProblem, sendProblem } from './wire/problem.ts'
import { setSecurityHeaders } from './wire/security-headers.ts'
import { isStorable } from './wire/strict-json.ts'

const bodyLimit = 1024 * 1024
/** How long requests in flight may take to end when the server stops. */
const closeSeconds = 10

/** The whole site, not yet listening: tests inject requests into it. */
export async function buildServer(
  context: ServerContext,
  routes: readonly Routes[] = allRoutes,
): Promise<FastifyInstance> {
  const { config, log } = context
  const secure = config.secureCookies
  const app: FastifyInstance = fastify({
    bodyLimit,
    // Fastify's request log carries addresses; ours is written where something is worth saying.
    logger: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    // A slow phone network may take a minute for a photo, but nobody may hold a socket for ever.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply, secure)
      return answerError(log, error, request, reply)
    },
    ...(config.tls ? { https: { cert: config.tls.cert, key: config.tls.key } } : {}),
  })
  const methodsOf = rememberMethods(app)
  addBodyParsers(app)
  packPages(app)
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, secure)
    // The pages have no clock of their own and take this one, so that a story's month passes on the screen too.
    reply.header('date', context.clock.now().toUTCString())
    if (!isReadable(request.url)) return sendProblem(reply, httpProblem(400, 'address.malformed'))
    if (!isHost(request.headers.host ?? '')) return sendProblem(reply, httpProblem(400, 'request.malformed'))
  })
  app.setErrorHandler(async (error, request, reply) => {
    if (errorCode(error) === 'FST_ERR_CTP_BODY_TOO_LARGE') await drain(request.raw)
    return answerError(log, error, request, reply)
  })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const methods = methodsOf(path)
    if (methods.length > 0 && !methods.includes(request.method)) {
      return sendProblem(reply.header('allow', methods.join(', ')), httpProblem(405, 'method.not-allowed'))
    }
    return wantsPage(request)
      ? replyProblem(request, reply, context.rules, 'missing', 404)
      : sendProblem(reply, faultProblem(404, 'not-found'))
  })
  for (const each of [health, ...routes]) {
    const scoped: FastifyPluginAsync = async (scope) => each(scope, context)
    await app.register(scoped)
  }
  await app.ready()
  return app
}

/** Starts to listen and returns the port, or says in one line why it cannot. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw new StartError(explainListen(errorCode(error), host, port))
  }
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

export function explainListen(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} is taken by another program; stop that one, or set PORT to a free port`
    case 'EACCES':
      return `PORT: ${port} may not be opened by this user; take one from 1024 on`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: ${host} is not an address of this machine; give one that is, or 0.0.0.0 for all`
    default:
      return `HOST, PORT: cannot listen on ${host}:${port} (${code})`
  }
}

/** Takes no new requests, lets those in flight end, and cuts what is left after ten seconds. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const server: HttpServer = app.server
  // A connection whose last answer has just gone out would otherwise be kept for the next request, and closing with it.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), closeSeconds * 1000)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}

/** The name the request came by. It stands in the QR code of a receipt, so it must be one. */
function isHost(host: string): boolean {
  return /^[\w.:[\]-]{0,262}$/.test(host)
}

/** An address whose percent signs decode to text that can be stored. */
function isReadable(url: string): boolean {
  try {
    return isStorable(decodeURIComponent(url.replaceAll('+', ' ')))
  } catch {
    return false
  }
}
