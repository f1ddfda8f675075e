import type { FastifyReply } from 'fastify'

/** One policy for all doors: nothing from elsewhere, nothing inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Microphone and camera are for a worker's voice and photo on our own pages; everything else is nobody's. */
const permissionsPolicy = [
  'camera=(self)',
  'microphone=(self)',
  ...['geolocation', 'payment', 'usb', 'midi', 'browsing-topics', 'idle-detection'].map((each) => `${each}=()`),
].join(', ')

/**
 * Set first, on every answer and every error. What is dynamic is stored nowhere; a route that serves a file with a hash
 * in its name says otherwise itself.
 */
export function setSecurityHeaders(reply: FastifyReply, secure: boolean): void {
  reply.headers({
    'content-security-policy': contentSecurityPolicy,
    'permissions-policy': permissionsPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  })
}
