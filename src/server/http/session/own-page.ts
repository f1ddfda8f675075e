import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Fault } from '../../fault.ts'

/**
 * Whether the request comes from a page of this site. Browsers say where a request comes from; what says nothing is no
 * browser and cannot be tricked by another site's page.
 * @throws Fault 403 `csrf.missing`
 */
export function mustBeOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Fault(403, 'csrf.missing')
  const { origin } = request.headers
  if (origin === undefined || origin === publicUrl) return
  // Hosts, not schemes: behind a proxy that speaks TLS the page is https and the request here is not.
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new Fault(403, 'csrf.missing')
}

/**
 * The header that only a page which read the session's token can send.
 * @throws Fault 403 `csrf.missing`
 */
export function mustCarryToken(request: FastifyRequest, csrf: string): void {
  const given = request.headers['x-csrf']
  if (typeof given !== 'string' || !timingSafeEqual(digest(given), digest(csrf))) throw new Fault(403, 'csrf.missing')
}

/** Reading needs no token; everything else changes something. */
export function isReading(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
}

const digest = (text: string) => createHash('sha256').update(text).digest()
