import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { systemClock } from '../clock.ts'
import { composeContext } from '../compose.ts'
import { readConfig } from '../config.ts'
import type { ServerContext } from '../context.ts'
import { Fault } from '../fault.ts'
import { makeKeys } from '../keys-file.ts'
import { createLog } from '../log.ts'
import type { Routes } from './routes.ts'
import { buildServer, closeServer, listen } from './server.ts'

let database: FreshDatabase
let app: FastifyInstance
let context: ServerContext

const echo: Routes = (scope) => {
  scope.post('/echo', async (incoming) => ({ body: incoming.body }))
  scope.get('/things/:id', async (incoming) => ({ params: incoming.params, ip: incoming.ip }))
  scope.get('/fault', async () => {
    throw new Fault(422, 'field.invalid', { field: 'text', params: { max: 3 } })
  })
  scope.get('/bug', async () => {
    throw new Error('王小明 13800138000')
  })
  scope.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { done: true }
  })
}

beforeAll(async () => {
  database = await freshDatabase()
  const keysFolder = path.join(mkdtempSync(path.join(tmpdir(), 'zhagen-http-')), 'keys')
  const { keys } = makeKeys(keysFolder)
  const env = { TRUST_PROXY: '127.0.0.1', PUBLIC_URL: 'https://zhagen.example.org', ZHAGEN_KEYS: keysFolder }
  const opened = { db: database, keys, installation: undefined }
  const parts = { config: readConfig(env), clock: systemClock, log: createLog('silent'), opened, kind: 'test' } as const
  context = await composeContext(parts)
  app = await buildServer(context, [echo])
})
afterAll(async () => {
  await app.close()
  await context.close()
  await database.drop()
})

const json = { 'content-type': 'application/json' }

describe('every answer', () => {
  test.each(['/health', '/nowhere', '/bug', '/%zz'])('%s carries the one policy', async (url) => {
    const { headers } = await app.inject(url)
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'strict-transport-security': expect.stringContaining('max-age'),
    })
  })

  test('health says what runs', async () => {
    const health = (await app.inject('/health')).json()
    expect(health).toEqual({ status: 'ok', version: expect.any(String), schema: expect.any(Number), database: 'ok' })
    expect(health.schema).toBeGreaterThan(0)
  })

  test('only a trusted proxy is believed about addresses', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    expect((await app.inject({ url: '/things/1', headers, remoteAddress: '127.0.0.1' })).json().ip).toBe('203.0.113.9')
    expect((await app.inject({ url: '/things/1', headers, remoteAddress: '192.0.2.1' })).json().ip).toBe('192.0.2.1')
  })
})

describe('a request that is not one', () => {
  test.each([
    ['an unknown address', { url: '/nowhere' }, 404, 'not-found', undefined],
    ['a method it does not take', { url: '/echo', method: 'GET' }, 405, 'method.not-allowed', undefined],
    ['a broken address', { url: '/things/%ff' }, 400, 'address.malformed', undefined],
    ['a NUL in the address', { url: '/things/1?q=%00' }, 400, 'address.malformed', undefined],
    ['broken JSON', { url: '/echo', payload: '{"a":', headers: json }, 400, 'body.malformed', undefined],
    ['an empty body', { url: '/echo', payload: '', headers: json }, 400, 'body.malformed', undefined],
    ['a key twice', { url: '/echo', payload: '{"a":{"b":1,"b":2}}', headers: json }, 400, 'body.malformed', 'a.b'],
    [
      'a prototype key',
      { url: '/echo', payload: '{"__proto__":{}}', headers: json },
      400,
      'body.malformed',
      '__proto__',
    ],
    [
      '40 levels',
      { url: '/echo', payload: '['.repeat(40) + ']'.repeat(40), headers: json },
      400,
      'body.malformed',
      expect.any(String),
    ],
    [
      'not UTF-8',
      { url: '/echo', payload: Buffer.from([0x22, 0xd6, 0xd0, 0x22]), headers: json },
      400,
      'body.malformed',
      undefined,
    ],
    [
      'another charset',
      { url: '/echo', payload: '{}', headers: { 'content-type': 'application/json; charset=gbk' } },
      415,
      'media-type.unsupported',
      undefined,
    ],
    [
      'another kind',
      { url: '/echo', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
      'media-type.unsupported',
      undefined,
    ],
    [
      '10 MB',
      { url: '/echo', payload: JSON.stringify('x'.repeat(10_000_000)), headers: json },
      413,
      'body.too-large',
      undefined,
    ],
    ['a fault of a route', { url: '/fault' }, 422, 'field.invalid', 'text'],
  ] as const)('%s is a problem document', async (_name, asked, status, code, field) => {
    const method = 'method' in asked ? asked.method : 'payload' in asked ? 'POST' : 'GET'
    const answer = await app.inject({ ...asked, method })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem = answer.json()
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      code,
      title: expect.any(String),
      detail: expect.any(String),
    })
    expect(problem.field).toEqual(field)
  })

  test('405 says what is taken', async () => {
    expect((await app.inject({ url: '/echo', method: 'DELETE' })).headers.allow).toBe('POST')
  })

  test.each([
    ['/nowhere', '没有这个页面'],
    ['/nowhere?lang=en', 'There is no such page'],
  ])('a browser gets a page instead: %s', async (url, title) => {
    const answer = await app.inject({ url, headers: { accept: 'text/html,*/*' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain(`<h1>${title}</h1>`)
  })

  test('a bug says nothing of what it met', async () => {
    const answer = await app.inject('/bug')
    expect(answer.json()).toMatchObject({ status: 500, code: 'server.fault' })
    expect(answer.body).not.toMatch(/王小明|138/)
  })
})

test('bodies come through as they were sent', async () => {
  const body = { text: '扎根', list: [1, { a: null }] }
  expect((await app.inject({ url: '/echo', method: 'POST', payload: body })).json()).toEqual({ body })
  const form = {
    url: '/echo',
    method: 'POST',
    payload: 'a=1&a=2&b=%E6%A0%B9',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as const
  expect((await app.inject(form)).json()).toEqual({ body: { a: ['1', '2'], b: '根' } })
})

test('a stopping server lets a request in flight end', async () => {
  const stopping = await buildServer(context, [echo])
  const port = await listen(stopping, '127.0.0.1', 0)
  const answer = new Promise<number | undefined>((resolve, reject) => {
    request({ port, path: '/slow' }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await closeServer(stopping)
  expect(await answer).toBe(200)
})
