import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ChangePassword, ChoosePost, type SignedIn, SignIn } from '../../../protocol/session.ts'
import { PasswordsBusy } from '../../account/password-hash.ts'
import type { Session } from '../../account/session.ts'
import type { Opened } from '../../account/sessions.ts'
import { changePassword, type NotIn, signIn } from '../../account/sign-in.ts'
import { Fault } from '../../fault.ts'
import { type DoorContext, findSession } from './authenticate.ts'
import { giveCookie, takeCookie, tokenOf } from './cookie.ts'
import { isHere } from './here.ts'
import { mustBeOwnOrigin } from './own-page.ts'
import { readBody } from './read-body.ts'

/** How long somebody is asked to wait when everybody signs in at once. */
const busySeconds = 5

/** Signing in and out, the own password, the post acted in. Bodies and answers: `protocol/session.ts`. */
export function sessionRoutes(app: FastifyInstance, context: DoorContext): void {
  const { sessions } = context.signIn
  const secure = context.config.secureCookies
  // Else the first who tries an unknown login would wait longer than the second, and know why.
  app.addHook('onReady', () => context.signIn.passwords.warm())

  /** 200 SignedIn; 401 `sign-in.wrong`, 403 `sign-in.here-only`, 429 `sign-in.locked` or `sign-in.busy` with Retry-After. */
  app.post('/api/session', async (request, reply) => {
    mustBeOwnOrigin(request, context.config.publicUrl)
    const typed = readBody(SignIn, request.body)
    const here = isHere(request, context.config.trustProxy.length > 0)
    const opened = await orBusy(reply, signIn(context.signIn, typed, here))
    if ('not' in opened) return refuse(reply, opened)
    // The browser's session before this one: whoever left it there is not the one who signs in now.
    const before = tokenOf(request)
    const left = before === null ? null : await sessions.find(before)
    if (left) await sessions.end(left)
    return welcome(reply, opened)
  })

  /** 204; ends this session, also when there is none. */
  app.delete('/api/session', async (request, reply) => {
    const session = await findSession(context, request)
    if (session) await sessions.end(session)
    takeCookie(reply, secure)
    return reply.code(204).send()
  })

  /** 204; ends every session of the account, on every machine, this one too. */
  app.delete('/api/session/all', async (request, reply) => {
    const session = await mustBeIn(request)
    await sessions.endAll(session.account)
    takeCookie(reply, secure)
    return reply.code(204).send()
  })

  /** 200 SignedIn, in a new session; 401 `sign-in.wrong`, 409 `password.weak` with `params.why`, 429. */
  app.post('/api/session/password', async (request, reply) => {
    const session = await mustBeIn(request)
    const typed = readBody(ChangePassword, request.body)
    const opened = await orBusy(reply, changePassword(context.signIn, session, typed))
    if (!('not' in opened)) return welcome(reply, opened)
    if (opened.not !== 'weak') return refuse(reply, opened)
    throw new Fault(409, 'password.weak', { field: 'new', params: { why: opened.why } })
  })

  /** 204; acts in another of the own posts. 403 `post.not-yours`. */
  app.post('/api/session/post', async (request, reply) => {
    const session = await mustBeIn(request)
    const { post } = readBody(ChoosePost, request.body)
    if (!(await sessions.act(session, post))) throw new Fault(403, 'post.not-yours', { field: 'post' })
    return reply.code(204).send()
  })

  async function mustBeIn(request: FastifyRequest): Promise<Session> {
    const session = await findSession(context, request)
    if (!session) throw new Fault(401, 'sign-in.needed')
    return session
  }

  async function welcome(reply: FastifyReply, { token }: Opened): Promise<SignedIn> {
    const session = await sessions.find(token)
    if (!session) throw new Fault(401, 'sign-in.wrong')
    giveCookie(reply, token, secure)
    const { account, csrf, actor, mustChange } = session
    return { account, csrf, acting: actor?.post ?? null, mustChange }
  }
}

async function orBusy<T>(reply: FastifyReply, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof PasswordsBusy)) throw error
    reply.header('retry-after', busySeconds)
    throw new Fault(429, 'sign-in.busy', { params: { seconds: busySeconds } })
  }
}

function refuse(reply: FastifyReply, notIn: NotIn): never {
  switch (notIn.not) {
    case 'wrong':
      throw new Fault(401, 'sign-in.wrong')
    case 'here-only':
      throw new Fault(403, 'sign-in.here-only')
    case 'locked':
      reply.header('retry-after', notIn.waitSeconds)
      throw new Fault(429, 'sign-in.locked', {
        params: { seconds: notIn.waitSeconds, minutes: Math.ceil(notIn.waitSeconds / 60) },
      })
  }
}
