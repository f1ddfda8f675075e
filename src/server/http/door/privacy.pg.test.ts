import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSecret, phonePhoto, sendFile } from '../../../../test/kit/file-life.ts'
import { dumpColumns, whereIn } from '../../../../test/kit/planted.ts'
import { startSite, type TestSite } from '../../../../test/kit/server.ts'
import { makeId } from '../../../domain/id.ts'
import { runFollowersOnce } from '../../follow/start-following.ts'
import { sweep } from '../../job/sweep.ts'
import { describeError } from '../../log.ts'
import { sendDueOnce } from '../../notice/send-due.ts'

// The promises of /privacy, walked through the real server as two workers meet it, everything they bring along planted.
const ip = '203.0.113.77'
const agent = 'Telefon-T-9 (Kennung 8f3a-0071-plum)'
const device = { 'x-device-id': 'device-55-ochre', cookie: 'left-by-another=umber-42', 'accept-language': 'ky-KG,ky' }
const brought = [ip, agent, ...Object.values(device), 'owner-of-the-phone']
const words = {
  anonymous: '夜班冲床的护罩是用铁丝绑的',
  confidential: '三个月的加班费一直拖着没有给',
  later: '护罩昨天又松了',
  searched: '老板扣着工牌不给',
}
const person = { name: '测试者赵某', phone: '13800005555', reach: '下午两点以后打邻居的' }

let site: TestSite
let logged = ''
/** Whose poster the workers came by. */
let union = ''
const asked: string[] = []
const texts: string[] = []
let provider: Server
beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      texts.push(body)
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk
      done()
    },
  })
  const sms = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/send`
  site = await startSite({
    kind: 'story',
    at: new Date('2026-06-15T01:00:00Z'),
    env: { TRUST_PROXY: '127.0.0.1', SMS_URL: sms, SMS_BODY: '{"to":"{to}","text":"{text}"}' },
    log: pino({ level: 'trace', base: null, serializers: { err: describeError } }, sink),
  })
  await staffed('江湾区总工会', 'triage')
  union = String(await staffed('柳荫街道工会', 'handler'))
})
/** Somebody to write to: without a post in force nothing is taken. */
async function staffed(name: string, role: 'triage' | 'handler'): Promise<number> {
  const { clock, context, database } = site
  const id = () => makeId(9901, clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const { rows } = await database.owner.query('select id from unit where name = $1 and valid_to is null', [name])
  const [account, unit] = [id(), Number(rows[0]?.id)]
  await database.owner.query(
    `insert into account (id, realm, login, name, password_hash, created_at) values ($1, 9901, $2, $2, '-', $3)`,
    [account, role, clock.now()],
  )
  for (const [kind, body] of [
    ['account.create', { account, unit }],
    ['post.grant', { account, unit, role, fullTime: true }],
  ] as const)
    await context.pipeline.submit({ kind: 'operator' }, { id: id(), kind, body })
  return unit
}
afterAll(async () => {
  await site?.close()
  provider?.close()
})

/** Asks as a phone behind the operator's proxy does; writes down the address asked for, and that no cookie comes back. */
async function ask(at: string, form?: Readonly<Record<string, string>>): Promise<string> {
  asked.push(at)
  const answer = await fetch(site.url + at, {
    headers: { accept: 'text/html', 'x-forwarded-for': ip, 'user-agent': agent, ...device },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  expect(answer.headers.get('set-cookie'), at).toBeNull()
  return answer.text()
}
const within = (text: string, form: RegExp) => form.exec(text)?.[1] ?? ''

/** From the code on a union's poster to the receipt. */
async function raise(fields: Readonly<Record<string, string>>) {
  const form = await ask(`/raise?union=${union}`)
  const nonce = within(form, /name="nonce" value="([^"]+)"/)
  const page = await ask('/raise', { nonce, union, region: '990102001', persons: '1', ...fields, do: 'submit' })
  const number = within(page.replace(/<[^>]+>/g, ''), /(SQ-\d{6}-\d{8}-\d{6}-\d)/)
  const code = within(page, /class="code"[^>]*>(.+?)<\/span><span class="heard"/).replace(/<[^>]+>/g, '')
  expect([number, code.length]).toEqual([expect.stringMatching(/^SQ-/), 14])
  return { number, code }
}

test('nothing a worker brings along is stored or logged, and nothing they say stands anywhere but sealed', async () => {
  for (const page of ['/', '/about', '/status', '/accessibility', '/privacy', '/line', '/help', '/away'])
    await ask(page)
  expect(await ask('/help', { q: words.searched })).toContain(words.searched)
  const file = await sendFile(site.url, await phonePhoto(), newSecret())
  const groups = site.context.rules.workerGroups.groups[0]?.code ?? ''
  const first = await raise({ mode: 'anonymous', text: words.anonymous, files: file, groups })
  const second = await raise({ mode: 'confidential', text: words.confidential, ...person })
  const wrong = await ask('/follow', { number: first.number, code: '0000-0000-0000' })
  expect(wrong).toContain('对不上')
  const follow = await ask('/follow', first)
  expect(follow).toContain(words.anonymous)
  const ticket = within(follow, /name="ticket" value="([^"]+)"/)
  expect(await ask('/follow/message', { ticket, text: words.later })).toContain(words.later)
  // A form that is not taken, an address that does not exist, and a failure of the database, which is logged.
  await ask('/raise', { text: words.anonymous, region: 'nowhere', name: person.name })
  await ask(`/nowhere/${encodeURIComponent(words.later)}`)
  const { owner } = site.database
  await owner.query(`alter table demand add constraint broken check (state <> 'raised') not valid`)
  const form = await ask('/raise?region=990102001')
  const nonce = within(form, /name="nonce" value="([^"]+)"/)
  await ask('/raise', { nonce, region: '990102001', persons: '1', mode: 'named', text: words.later, ...person })
  await owner.query('alter table demand drop constraint broken')
  expect(logged).toMatch(/"level":50/)
  await runFollowersOnce(site.context)
  await sendDueOnce(site.context)
  expect(texts.map((text) => JSON.parse(text).to)).toContain(person.phone)

  const codes = [first, second].flatMap(({ code }) => [code, code.replaceAll(' ', '').replaceAll('-', '')])
  const planted = [...brought, ...Object.values(words), ...Object.values(person), ...codes]
  const columns = await dumpColumns(owner)
  expect(columns.size).toBeGreaterThan(150)
  expect(columns.get('content.sealed')?.length).toBeGreaterThan(300)
  for (const [column, bytes] of columns) expect(whereIn(bytes, planted), column).toEqual([])
  // The number of the matter is no secret, and still no log has it.
  expect(whereIn(Buffer.from(logged), [...planted, first.number, second.number])).toEqual([])
  const { keysFolder } = site.context.config
  for (const name of readdirSync(keysFolder))
    expect(whereIn(readFileSync(path.join(keysFolder, name)), planted), name).toEqual([])
  const inAddresses = asked.filter((at) => !at.startsWith('/nowhere'))
  expect(whereIn(Buffer.from(inAddresses.join('\n')), [...planted, first.number, second.number])).toEqual([])
})

test('a text says that there is news and nothing of what it is', () => {
  expect(texts.length).toBeGreaterThan(0)
  for (const text of texts) {
    expect(JSON.parse(text).text).toMatch(/^您有一条服务进展/)
    expect(whereIn(Buffer.from(text), [...Object.values(words), person.name, person.reach])).toEqual([])
  }
})

test('against abuse a keyed hash is kept that no list of addresses gives away, and it is gone after a day', async () => {
  const { owner } = site.database
  const buckets = async () => (await owner.query('select bucket from guess')).rows.map(({ bucket }) => bucket as Buffer)
  const found = await buckets()
  expect(found.length).toBeGreaterThan(0)
  // Whoever has the database and tries every address still has no key.
  const guessed = [ip, `place ${ip}`, `2026-06-15 place ${ip}`, `2026-06-15 upload ${ip}`].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  )
  expect(found.map((each) => each.toString('hex')).filter((each) => guessed.includes(each))).toEqual([])
  site.clock.stepTo(new Date('2026-06-16T01:10:00Z'))
  await sweep(site.context.db, site.clock)
  expect(await buckets()).toEqual([])
})

test('what stands unlocked of a matter is what the page says, and no more', async () => {
  const { rows } = await site.database.owner.query(
    `select body from event where kind = 'DemandRaised' order by position`,
  )
  const keys = [...new Set(rows.flatMap(({ body }) => Object.keys(body)))].sort()
  expect(keys).toMatchInlineSnapshot(`
    [
      "assisted",
      "blocked",
      "channel",
      "content",
      "employer",
      "fixed",
      "groups",
      "heardBy",
      "mode",
      "number",
      "persons",
      "pseudonym",
      "region",
      "submittedAt",
      "to",
      "topicHint",
      "triageDueAt",
      "urgency",
      "why",
    ]
  `)
})

test('name and number have another key than the words', async () => {
  const { rows } = await site.database.owner.query(
    `select c.kind, c.part from content c join demand d on d.id = c.subject where d.mode = 'confidential' order by 1`,
  )
  expect(rows).toEqual([
    { kind: 'demand.text', part: 'text' },
    { kind: 'identity', part: 'identity' },
  ])
  const keys = await site.database.owner.query(
    `select count(distinct wrapped)::int as n from subject_key k join demand d on d.id = k.subject where d.mode = 'confidential'`,
  )
  expect(keys.rows[0]?.n).toBe(2)
})
