import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'zh'

/** The token in the request's cookie, or null. */
export function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.cookie
  return header === undefined ? null : (fastifyCookie.parse(header)[NAME] ?? null)
}

/** No lifetime of its own: it goes when the browser is closed, and the server knows its limits. */
export function giveCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.header('set-cookie', fastifyCookie.serialize(NAME, token, { ...attributes, secure }))
}

/** Takes the cookie back. */
export function takeCookie(reply: FastifyReply, secure: boolean): void {
  reply.header('set-cookie', fastifyCookie.serialize(NAME, '', { ...attributes, secure, maxAge: 0 }))
}

const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const
