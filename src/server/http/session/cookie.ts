import type { FastifyReply, FastifyRequest } from 'fastify'

// Written out, because there is nothing to escape: the token is 43 letters, digits, hyphens and underscores.
const TOKEN = /(?:^|;\s*)zh=([\w-]{43})(?=\s*(?:;|$))/
const attributes = 'Path=/; HttpOnly; SameSite=Strict'

/** The token in the request's cookie, or null. */
export function tokenOf(request: FastifyRequest): string | null {
  return TOKEN.exec(request.headers.cookie ?? '')?.[1] ?? null
}

/** No lifetime of its own: it goes when the browser is closed, and the server knows its limits. */
export function giveCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.header('set-cookie', `zh=${token}; ${attributes}${secure ? '; Secure' : ''}`)
}

/** Takes the cookie back. */
export function takeCookie(reply: FastifyReply, secure: boolean): void {
  reply.header('set-cookie', `zh=; Max-Age=0; ${attributes}${secure ? '; Secure' : ''}`)
}
