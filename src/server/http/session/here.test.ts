import { type FastifyRequest, fastify } from 'fastify'
import { expect, test } from 'vitest'
import { isHere } from './here.ts'

async function here(
  trustProxy: string | false,
  remoteAddress: string,
  headers: Record<string, string>,
): Promise<boolean> {
  const app = fastify({ trustProxy })
  app.get('/', async (request: FastifyRequest) => isHere(request, trustProxy !== false))
  const reply = await app.inject({ method: 'GET', url: '/', remoteAddress, headers })
  return reply.json()
}

const PROXY = '127.0.0.1,10.0.0.0/8'
test.each<[string, string | false, string, Record<string, string>, boolean]>([
  ['this machine', false, '127.0.0.1', {}, true],
  ['this machine by its other loopback addresses', false, '127.8.9.1', {}, true],
  ['this machine over IPv6', false, '::1', {}, true],
  ['this machine in IPv6 writing', false, '::ffff:127.0.0.1', {}, true],
  ['another machine', false, '10.0.0.7', {}, false],
  ['another machine in IPv6 writing', false, '::ffff:10.0.0.7', {}, false],
  ['this machine through an unnamed proxy', false, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['another through an unnamed proxy', false, '127.0.0.1', { 'x-real-ip': '203.0.113.9' }, false],
  ['this machine through a trusted proxy', PROXY, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, true],
  ['another through a trusted proxy', PROXY, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, false],
  [
    'another that claims to be this machine',
    PROXY,
    '127.0.0.1',
    { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' },
    false,
  ],
  ['another through two trusted proxies', PROXY, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9, 10.0.0.2' }, false],
  ['a trusted proxy elsewhere', PROXY, '10.0.0.2', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['another by the address the proxy saw', PROXY, '127.0.0.1', { 'x-real-ip': '203.0.113.9' }, false],
  ['a header no one reads', PROXY, '127.0.0.1', { forwarded: 'for=203.0.113.9' }, false],
  ['nonsense', PROXY, '127.0.0.1', { 'x-forwarded-for': 'localhost' }, false],
])('%s', async (_who, trust, address, headers, expected) => {
  expect(await here(trust, address, headers)).toBe(expected)
})
