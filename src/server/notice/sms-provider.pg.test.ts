import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SmsProvider } from '../../../test/kit/sms-provider.ts'
import { readConfig } from '../config.ts'
import { gatewaysOf } from '../gateway/outgoing.ts'
import { describeError } from '../log.ts'
import { NoticeFixture, named } from './notices.fixture.ts'
import { sendDueOnce } from './send-due.ts'

// The way of a text from the matter to a provider's door and back, with everything that goes wrong on it.
const secret = 'operator-secret-7f'
let it: NoticeFixture
let provider: SmsProvider
let env: Readonly<Record<string, string>>
let logged = ''
const log = pino(
  { level: 'trace', base: null, serializers: { err: describeError } },
  new Writable({
    write(chunk, _encoding, done) {
      logged += chunk
      done()
    },
  }),
)
beforeAll(async () => {
  it = await NoticeFixture.open()
  provider = new SmsProvider(secret, () => it.pipeline.clock.now())
  env = await provider.open(secret)
})
afterAll(async () => {
  provider?.close()
  await it?.pipeline.close()
})
beforeEach(async () => {
  await it.begin()
  provider.delivered.length = provider.taken.length = provider.next.length = provider.refused = 0
  await it.pipeline.raise('班组的事', named)
  await it.follow()
})

/** One round, as the server makes it, with these settings of the operator. */
async function round(settings = env): Promise<void> {
  const context = it.sending()
  const { outgoing } = readConfig(settings)
  const gateways = gatewaysOf(outgoing, context.clock, '')
  await sendDueOnce({ ...context, log, outgoing: { ...context.outgoing, gateways } })
}
const rows = () => it.rows("to_kind = 'worker'")
const tries = async () => (await it.pipeline.db.owner.query('select outcome from sent order by at, id')).rows
const phone = '+8613912345678'

test('a signed text goes out once, and a second round sends nothing', async () => {
  await round()
  await round()
  expect(provider.delivered).toEqual([
    {
      to: expect.stringContaining('13912345678'),
      text: '您有一条服务进展：已收到。',
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ])
  expect(await rows()).toMatchObject([{ code: 'received', state: 'sent', why: null }])
})

test('a wrong secret is refused, is not tried again, and is said in the log by its code alone', async () => {
  await round({ ...env, SMS_SECRET: 'not-the-secret' })
  expect([provider.refused, provider.delivered]).toEqual([1, []])
  expect(await rows()).toMatchObject([{ state: 'failed', why: 'refused' }])
  expect(logged).toContain('"outcome":"refused"')
})

test('a busy provider is asked again later with the same mark, and delivers once', async () => {
  provider.next.push('busy', 'busy')
  await round()
  expect(provider.delivered).toEqual([])
  it.at('2026-06-15T02:01:05Z')
  await round()
  it.at('2026-06-15T02:03:10Z')
  await round()
  expect(new Set(provider.taken).size).toBe(1)
  expect(provider.delivered).toHaveLength(1)
  expect(await tries()).toEqual([{ outcome: 'http-503' }, { outcome: 'http-503' }, { outcome: 'sent' }])
})

test('a line cut after the provider took it: asked again, known by its mark, delivered once', async () => {
  provider.next.push('cut')
  await round()
  expect(await rows()).toMatchObject([{ state: 'queued' }])
  it.at('2026-06-15T02:01:05Z')
  await round()
  expect(provider.taken).toHaveLength(2)
  expect(provider.delivered).toHaveLength(1)
  expect(await rows()).toMatchObject([{ state: 'sent' }])
})

test('a server killed while the provider has the text: another takes it up, and it is delivered once', async () => {
  provider.next.push('hang')
  const { db, keysFolder, clock } = it.pipeline
  const asked = { urls: db.urls, keysFolder, at: clock.now().toISOString(), env }
  const script = path.resolve(import.meta.dirname, '../../../test/kit/send-notices.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(asked)], { stdio: ['ignore', 'ignore', 'inherit'] })
  await expect.poll(() => provider.delivered.length, { timeout: 20_000 }).toBe(1)
  child.kill('SIGKILL')
  expect((await once(child, 'close'))[1]).toBe('SIGKILL')
  expect(await rows()).toMatchObject([{ state: 'queued' }])
  expect(await tries()).toEqual([])
  // Nobody takes it up before its next try is due: a server that is only slow is not sent over.
  await round()
  expect(provider.taken).toHaveLength(1)
  it.at('2026-06-15T02:01:05Z')
  await round()
  await round()
  expect(provider.taken).toHaveLength(2)
  expect(provider.delivered).toHaveLength(1)
  expect(await rows()).toMatchObject([{ state: 'sent' }])
})

test('no log and no table but the vault has number, text or secret', async () => {
  const { owner } = it.pipeline.db
  const { rows: found } = await owner.query(
    'select * from notice natural left join (select notice as id, outcome, gateway from sent) s',
  )
  for (const hidden of [phone.slice(3), '服务进展', '班组的事', secret, 'not-the-secret']) {
    expect(logged).not.toContain(hidden)
    expect(JSON.stringify(found)).not.toContain(hidden)
  }
  expect(logged).not.toBe('')
})
