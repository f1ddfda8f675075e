import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandKind } from '../../src/protocol/command.ts'
import { withSeeds } from '../kit/random.ts'
import { MARKER } from './flawed-json.ts'
import { type FuzzSite, fuzzSite, newId, type Sender } from './site.ts'

// What only a real connection can do wrong: bytes that are no HTTP, bodies that stop, come late or never end.

let site: FuzzSite
beforeAll(async () => {
  site = await fuzzSite()
})
afterAll(() => site?.close())

const rows = async () =>
  (
    await site.database.owner.query(
      'select (select count(*)::int from event) as event, (select count(*)::int from command) as command',
    )
  ).rows[0]

/** Sends these pieces over a connection of its own, a little apart; gives everything that came back. */
function talk(pieces: readonly (string | Buffer)[], end: 'wait' | 'half' | 'cut' = 'wait'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece)
        await new Promise((next) => setTimeout(next, 5))
      }
      if (end === 'cut') socket.destroy()
      if (end === 'half') socket.end()
    })()
  })
}

const body = () =>
  JSON.stringify({ id: newId(), body: { region: '990102001', channel: 'online', mode: 'confidential', text: MARKER } })
const head = (more: string) =>
  `POST /api/command/demand.raise HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n${more}\r\n\r\n`

test.each<[string, () => readonly (string | Buffer)[], number]>([
  [
    'ten megabytes, whatever is said of them',
    () => [head(`Content-Length: ${10 * 1024 * 1024}`), Buffer.alloc(2 * 1024 * 1024, '"')],
    413,
  ],
  [
    'ten megabytes in chunks',
    () => [
      head('Transfer-Encoding: chunked'),
      ...Array.from({ length: 10 }, () => `100000\r\n${'x'.repeat(0x100000)}\r\n`),
    ],
    413,
  ],
  ['a chunk of no size', () => [head('Transfer-Encoding: chunked'), 'zz\r\n'], 400],
  ['two lengths', () => [head('Content-Length: 5\r\nContent-Length: 6'), '123456'], 400],
  ['a length that is none', () => [head('Content-Length: -1')], 400],
  ['length and chunks', () => [head('Content-Length: 5\r\nTransfer-Encoding: chunked'), '0\r\n\r\n'], 400],
  ['no host', () => ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n'], 400],
  ['a header without a name', () => [head(': x')], 400],
  ['a header with a line in it', () => [head('X-A: a\u0000b')], 400],
  ['headers without end', () => [`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`], 431],
  ['no HTTP at all', () => ['\u0016\u0003\u0001\u0002\u0000\u0001'], 400],
  ['an unknown method', () => [`GRAB / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`], 400],
  [
    'an address with a raw byte in it',
    () => [Buffer.from('GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'latin1')],
    400,
  ],
])('%s', async (_, pieces, status) => {
  const before = await rows()
  const heard = await talk(pieces())
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(await rows()).toEqual(before)
})

test('bodies that stop, are cut off or come byte by byte', async () => {
  const before = await rows()
  await withSeeds(async (random) => {
    const talks = Array.from({ length: 40 }, () => {
      const sent = Buffer.from(body())
      const stop = random.integer(1, sent.length - 1)
      return talk([head(`Content-Length: ${sent.length}`), sent.subarray(0, stop)], random.pick(['half', 'cut']))
    })
    for (const heard of await Promise.all(talks)) expect(heard).toMatch(/^(HTTP\/1\.1 400 |$)/)
  })
  expect(await rows()).toEqual(before)
  const slow = Buffer.from(body())
  const heard = await talk([head(`Content-Length: ${slow.length}`), ...Array.from(slow, (byte) => Buffer.of(byte))])
  expect(heard).toMatch(/^HTTP\/1\.1 200 /)
  expect(await rows()).toEqual({ event: before.event + 1, command: before.command + 1 })
})

test('a live stream is heard, and leaves nothing behind when it is cut', async () => {
  const { cookie } = site.staff.head?.headers ?? {}
  const heard = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      if (text.includes('event: changed')) socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.write(`GET /api/live HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`)
    setTimeout(
      () =>
        void site.command(site.public, 'demand.raise', {
          region: '990102001',
          channel: 'online',
          mode: 'confidential',
          text: MARKER,
        }),
      200,
    )
  })
  expect(heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*event: changed\ndata: \{"demand":"[0-9a-f-]{36}"\}/)
  expect(heard).not.toContain(MARKER)
})

test('and nothing of it stands in the log', () => {
  expect(site.logged.filter((line) => line.includes(MARKER))).toEqual([])
  expect(site.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
})

test('a desk that loses a matter is told to ask again, and not which one', async () => {
  const { triage, township, head, public: worker } = { ...site.staff, public: site.public } as Record<string, Sender>
  const must = async (who: Sender | undefined, kind: CommandKind, body: object) => {
    const { body: answer } = await site.command(who as Sender, kind, body)
    if (!('accepted' in answer)) throw new Error(`${kind}: ${JSON.stringify(answer)}`)
    return answer.accepted.stream
  }
  const said = { region: '990102001', channel: 'online', mode: 'confidential', text: MARKER }
  const demand = await must(worker, 'demand.raise', said)
  const [lead, other] = [await site.unit('柳荫街道工会'), await site.unit('江湾区总工会')]
  const sorted = { demand, topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
  await must(triage, 'demand.triage', { ...sorted, lead })
  await must(township, 'order.object', { demand, reason: 'not-our-duty', text: '不归我们' })
  const heard = new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      if (text.includes('event: changed')) socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.write(`GET /api/live HTTP/1.1\r\nHost: localhost\r\nCookie: ${township?.headers.cookie}\r\n\r\n`)
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await must(head, 'order.rule', { demand, lead: other, text: '由区里办' })
  expect(await heard).toMatch(/event: changed\ndata: \{\}\n/)
  expect(await heard).not.toContain(demand)
})
