import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FuzzSite, fuzzSite, newId, type Sender } from '../../../../test/fuzz/site.ts'
import { demandNumber } from '../../../domain/code/demand-number.ts'
import { accessStreamOf } from '../../../domain/id.ts'
import type { CommandKind } from '../../../protocol/command.ts'

// Bad input, one by one: what the fuzz finds by chance stands here by name.

let site: FuzzSite
let before: unknown
beforeAll(async () => {
  site = await fuzzSite()
  before = await rows()
})
afterAll(() => site?.close())

const tables = ['event', 'command', 'content', 'subject_key', 'receipt', 'demand', 'ledger_batch', 'number_counter']
async function rows(): Promise<unknown> {
  const each = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  return (await site.database.owner.query(`select ${each.join(', ')}`)).rows[0]
}

const person = (login: string) => site.staff[login] as Sender
const said = { region: '990102001', channel: 'online', mode: 'confidential', text: '加班费没有发' }
const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }

/** Posts bytes as they are; answers with status and problem. */
async function post(kind: string, payload: string | Buffer, type = 'application/json') {
  const answer = await site.app.inject({
    method: 'POST',
    url: `/api/command/${kind}`,
    payload,
    headers: { 'content-type': type },
  })
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  const { code, field } = answer.json()
  return { status: answer.statusCode, code, field }
}

describe('is told what to mend, and leaves no row', () => {
  test('a body of ten megabytes', async () => {
    expect(
      await post('demand.raise', JSON.stringify({ id: newId(), body: { ...said, text: '话'.repeat(3_500_000) } })),
    ).toMatchObject({ status: 413, code: 'body.too-large' })
  })

  test('a body that is no JSON', async () => {
    expect(await post('demand.raise', '<demand/>', 'application/xml')).toMatchObject({
      status: 415,
      code: 'media-type.unsupported',
    })
  })

  test('a text in GBK', async () => {
    const [start, end] = JSON.stringify({ id: newId(), body: { ...said, text: '|' } }).split('|') as [string, string]
    const gbk = Buffer.concat([Buffer.from(start), Buffer.from([0xb9, 0xa4, 0xd7, 0xca]), Buffer.from(end)])
    expect(await post('demand.raise', gbk)).toMatchObject({ status: 400, code: 'body.malformed' })
  })

  test.each([
    ['an unknown field of the body', { id: newId(), body: { ...said, wish: 1 } }, 'body.wish'],
    ['an unknown field beside it', { id: newId(), body: said, wish: 1 }, 'wish'],
    [
      'an unknown field within',
      { id: newId(), body: { ...said, mode: 'named', identity: { age: 1 } } },
      'body.identity.age',
    ],
    ['an unknown field with an endless name', { id: newId(), body: said, ['x'.repeat(100_000)]: 1 }, 'x'.repeat(64)],
    ['a missing field', { id: newId(), body: { ...said, text: undefined } }, 'body.text'],
    ['no body', { id: newId() }, 'body'],
    ['an id without a realm', { id: '019ec8ca-e280-786b-8000-3e49388a2bb8', body: said }, 'id'],
    ['a region without a province', { id: newId(1), body: { ...said, region: '000123' } }, 'body.region'],
  ])('%s', async (_, sent, field) => {
    expect(await post('demand.raise', JSON.stringify(sent))).toEqual({ status: 400, code: 'field.invalid', field })
  })

  const codes: readonly (readonly [CommandKind, string, () => object, string])[] = [
    ['demand.raise', 'public', () => ({ ...said, region: '990199' }), 'region'],
    ['demand.raise', 'public', () => ({ ...said, channel: 'pigeon' }), 'channel'],
    ['demand.raise', 'public', () => ({ ...said, topicHint: 'Z99' }), 'topicHint'],
    ['demand.raise', 'public', () => ({ ...said, employer: 2_000_000_000 }), 'employer'],
    ['demand.raise', 'public', () => ({ ...said, mode: 'anonymous', identity: { name: '某人' } }), 'identity'],
    ['demand.triage', 'triage', () => ({ demand: site.demands[0], ...triaged, topic: 'Z99', lead: 1 }), 'topic'],
    ['demand.triage', 'triage', () => ({ demand: site.demands[0], ...triaged, nature: 'mood', lead: 1 }), 'nature'],
    [
      'demand.triage',
      'triage',
      () => ({ demand: site.demands[0], ...triaged, difficulty: 'x', lead: 1 }),
      'difficulty',
    ],
    ['demand.triage', 'triage', () => ({ demand: site.demands[0], ...triaged, urgency: 'P9', lead: 1 }), 'urgency'],
    ['demand.triage', 'triage', () => ({ demand: site.demands[0], ...triaged, lead: 2_000_000_000 }), 'lead'],
    ['demand.triage', 'triage', () => ({ demand: site.demands[0], ...triaged, lead: 1, section: 'moon' }), 'section'],
    ['demand.redirect', 'triage', () => ({ demand: site.demands[0], reason: 'mood', text: '请去别处' }), 'reason'],
    ['content.open', 'triage', () => ({ demand: site.demands[0], part: 'text', purpose: 'mood' }), 'purpose'],
    ['deed.record', 'township', () => ({ demand: site.demands[3], deed: 'magic', text: '办了' }), 'deed'],
    ['content.erase', 'custodian', () => ({ demand: site.demands[3], parts: ['identity'], reason: 'mood' }), 'reason'],
    [
      'post.grant',
      'admin',
      () => ({ account: site.accounts[1], unit: 2_000_000_000, role: 'agent', fullTime: true }),
      'unit',
    ],
  ]
  test.each(codes)('an unknown code in %s as %s', async (kind, login, body, field) => {
    const sender = login === 'public' ? site.public : person(login)
    const answer = await site.command(sender, kind, body())
    expect(answer).toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/\.(unknown|not-wanted)$/), field: `body.${field}` },
    })
  })

  test.each<[CommandKind, string, () => object]>([
    ['demand.raise', 'public', () => said],
    ['order.sign', 'township', () => ({ demand: site.demands[2] })],
    ['content.open', 'triage', () => ({ demand: site.demands[0], part: 'text', purpose: 'triage' })],
    ['account.disable', 'admin', () => ({ account: site.accounts[0] })],
  ])('an id of another realm in %s', async (kind, login, body) => {
    const sender = login === 'public' ? site.public : person(login)
    const answer = await site.command(sender, kind, body(), newId(3101))
    expect(answer).toMatchObject({ status: 422, body: { code: 'id.wrong-realm', field: 'id' } })
  })

  test.each([
    'POST /api/command/order.sign',
    'POST /api/command/content.open',
    'POST /api/command/account.disable',
    'GET /api/view/demand',
    'GET /api/view/leads',
  ])('%s of an id without a realm', async (route) => {
    const [method, url] = route.split(' ') as ['POST', string]
    const nobody = '019ec8ca-e280-786b-8000-3e49388a2bb8'
    const field = url.endsWith('account.disable') ? 'account' : url.endsWith('view/demand') ? 'id' : 'demand'
    const body = { [field]: nobody, ...(url.endsWith('open') ? { part: 'text', purpose: 'triage' } : {}) }
    const headers = person(field === 'account' ? 'admin' : 'triage').headers
    const asked = method === 'POST' ? { url, payload: { id: newId(), body } } : { url: `${url}?${field}=${nobody}` }
    const answer = await site.app.inject({ method, headers, ...asked })
    const named = method === 'POST' ? `body.${field}` : field
    expect(answer.json()).toMatchObject({ status: 400, code: 'field.invalid', field: named })
  })

  test('ids of another kind of stream name nothing', async () => {
    const [demand, account] = [site.demands[0] as string, site.accounts[0] as string]
    const asked: readonly (readonly [string, CommandKind, object])[] = [
      ['triage', 'demand.redirect', { demand: account, reason: 'court', text: '请去别处' }],
      ['triage', 'content.open', { demand: account, part: 'text', purpose: 'triage' }],
      ['triage', 'content.open', { demand: accessStreamOf(demand), part: 'text', purpose: 'triage' }],
      ['admin', 'account.disable', { account: demand }],
      ['admin', 'account.create', { account: demand, unit: await site.unit('江湾区总工会') }],
    ]
    for (const [login, kind, body] of asked)
      expect(await site.command(person(login), kind, body), kind).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
  })

  test('an account is never made in the place of an access stream', async () => {
    const account = accessStreamOf(site.demands[0] as string)
    const answer = await site.command(person('admin'), 'account.create', {
      account,
      unit: await site.unit('江湾区总工会'),
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'field.invalid', field: 'body.account' } })
  })

  test.each(['0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '2026-13-01T00:00:00.000Z'])(
    'a cursor at %s',
    async (at) => {
      const after = encodeURIComponent(`${at}~9901~${newId()}`)
      const answer = await site.app.inject({
        url: `/api/view/demands?list=unit&after=${after}`,
        headers: person('head').headers,
      })
      expect(answer.json()).toMatchObject({ status: 400, code: 'field.invalid', field: 'after' })
    },
  )

  test('a receipt of a region without a province', async () => {
    const headers = { authorization: `Receipt ${demandNumber('000123', '2026-06-15', 1)} ABCD-EFGH-JKMN` }
    const answer = await site.app.inject({ url: '/api/view/follow', headers, remoteAddress: '10.1.1.1' })
    expect(answer.json()).toMatchObject({ status: 401, code: 'receipt.wrong', field: 'authorization' })
  })

  test('a host that is none', async () => {
    const answer = await site.app.inject({
      method: 'POST',
      url: '/raise',
      headers: { host: 'a'.repeat(3000) },
      payload: {},
    })
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.malformed' })
  })

  test('HEAD of the live stream ends', async () => {
    const answer = await site.app.inject({ method: 'HEAD', url: '/api/live', headers: person('head').headers })
    expect(answer.statusCode).toBe(405)
  })

  test('and nothing of all this was stored', async () => {
    expect(await rows()).toEqual(before)
  })
})

describe('a command that was stored', () => {
  test('the same id with another body is a conflict that names the id', async () => {
    const id = newId()
    expect(await site.command(site.public, 'demand.raise', said, id)).toMatchObject({ status: 200 })
    const other = await site.command(site.public, 'demand.raise', { ...said, text: '别的话' }, id)
    expect(other).toMatchObject({ status: 409, body: { code: 'command.other-body', field: 'id' } })
    const { rows: stored } = await site.database.owner.query('select 1 from command where id = $1', [id])
    expect(stored.length).toBe(1)
  })

  test('based on what has moved on is refused, and the refusal is stored once', async () => {
    const demand = site.demands[2]
    const send = async (id: string) => {
      const payload = JSON.stringify({ id, basedOn: 1, body: { demand } })
      const headers = { ...person('township').headers, 'content-type': 'application/json' }
      return (await site.app.inject({ method: 'POST', url: '/api/command/order.sign', headers, payload })).json()
    }
    const id = newId()
    const first = await send(id)
    expect(first).toEqual({ refused: { code: 'stream.moved-on', params: { version: 3 } } })
    expect(await send(id)).toEqual(first)
    const { rows: stored } = await site.database.owner.query('select outcome from command where id = $1', [id])
    expect(stored).toEqual([{ outcome: first }])
  })

  test('eight times at once over the wire it applies once, and all eight get the same receipt', async () => {
    const payload = JSON.stringify({ id: newId(), body: said })
    const counted = async () =>
      Number((await site.database.owner.query('select count(*)::int as n from demand')).rows[0].n)
    const there = await counted()
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const answer = await fetch(`${site.url}/api/command/demand.raise`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: payload,
        })
        expect(answer.status).toBe(200)
        return answer.text()
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0] as string).accepted).toMatchObject({
      number: expect.stringMatching(/^SQ-/),
      code: expect.any(String),
      checkWord: expect.any(String),
    })
    expect(await counted()).toBe(there + 1)
  })
})
