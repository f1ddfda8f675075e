import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below this a page fits into the packets that carry its headers, and packing gains nothing. */
const leastCharacters = 1200
const packed = /^(text\/html|image\/svg\+xml)\b/

/**
 * Pages and drawings made per request go out packed to who takes them so: half of the first load on a weak network was
 * the page itself.
 *
 * A packed answer tells by its length what repeats in it, which has given away secrets of pages that also show what an
 * attacker wrote (BREACH). It needs the victim's browser to ask many times, with the attacker's words, for the same secret.
 * Here no request carries anything of itself: there is no cookie at the worker's door, number, code and ticket come in the
 * body of a form, and a form that another site sends is refused (own-page.ts). Tickets and nonces are new with each answer,
 * and a receipt's code comes again only for the same form with its nonce. The desk's JSON, which a cookie opens, stays plain.
 */
export function packPages(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !packed.test(String(reply.getHeader('content-type') ?? ''))) return payload
    reply.header('vary', 'accept-encoding')
    if (payload.length < leastCharacters || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return gzipSync(payload, { level: 6 })
  })
}
