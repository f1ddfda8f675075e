import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSite, type TestSite } from '../../../../test/kit/server.ts'
import { makeId, realmOfId } from '../../../domain/id.ts'
import { disableAccount, endPost, grantPost, resetPassword } from '../../account/change-account.ts'
import { type AccountDesk, openAccount } from '../../account/open-account.ts'
import { operatorDesk } from '../../account/operator-desk.ts'

const PASSWORD = 'willows by the river'
let site: TestSite
let desk: AccountDesk
let unit: number
let other: number
let people = 0

beforeAll(async () => {
  site = await startSite({ kind: 'demo' })
  desk = operatorDesk(site.context)
  const { rows } = await site.database.owner.query<{ id: number; region: string }>(
    "select id, region from unit where region in ('990102', '990102001') and kind = 'local' order by region",
  )
  unit = rows[0]!.id
  other = rows[1]!.id
})
afterAll(() => site?.close())

type Person = { account: string; login: string; post: number }
let person: Person
beforeEach(async () => {
  person = await someone()
})

async function someone(demo = false): Promise<Person> {
  people += 1
  const login = `person-${people}`
  const { account } = await openAccount(desk, {
    login,
    name: `第${people}人`,
    unit,
    password: PASSWORD,
    own: true,
    demo,
  })
  const post = await grantPost(desk, account, { unit, role: 'handler', fullTime: true })
  return { account, login, post }
}

type Browser = { cookie: string; csrf: string }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  site.app.inject({ method: 'POST', url: path, payload: body as object, headers })
const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
  post('/api/session', { login, password }, headers)
const cookieOf = (reply: { headers: Record<string, unknown> }) => String(reply.headers['set-cookie']).split(';')[0]!
async function browser(login: string, password = PASSWORD): Promise<Browser> {
  const reply = await signIn(login, password)
  expect(reply.statusCode, reply.body).toBe(200)
  return { cookie: cookieOf(reply), csrf: reply.json().csrf }
}
const me = (cookie: string) => site.app.inject({ method: 'GET', url: '/api/view/me', headers: { cookie } })
const own = ({ cookie, csrf }: Browser) => ({ cookie, 'x-csrf': csrf })
const remove = (path: string, headers: Record<string, string>) =>
  site.app.inject({ method: 'DELETE', url: path, headers })

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites cannot send, and keeps only its hash', async () => {
    const reply = await signIn(` ${person.login.toUpperCase()} `, PASSWORD)
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({
      account: person.account,
      csrf: expect.stringMatching(/^[\w-]{43}$/),
      acting: person.post,
      mustChange: false,
    })
    expect(reply.headers['set-cookie']).toMatch(/^zh=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const token = cookieOf(reply).slice(3)
    const { rows } = await site.database.owner.query('select session::text as row from session')
    expect(rows.some(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex')))).toBe(false)
  })

  test('answers the same to a wrong password, an unknown login and a disabled account', async () => {
    const gone = await someone()
    await disableAccount(desk, gone.account)
    const replies = [
      await signIn(person.login, 'not the password'),
      await signIn('nobody-at-all', PASSWORD),
      await signIn(gone.login, PASSWORD),
    ]
    expect(replies.map((reply) => reply.statusCode)).toEqual([401, 401, 401])
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
    expect(replies[0]!.json()).toMatchObject({ code: 'sign-in.wrong' })
  })

  test('takes an unknown login as long as a known one', async () => {
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let n = 0; n < 7; n++) {
      // A login each, because a fifth wrong try would wait instead.
      for (const [who, login] of [
        ['known', (await someone()).login],
        ['unknown', `nobody-${n}`],
      ] as const) {
        const began = performance.now()
        await signIn(login, 'not the password')
        times[who].push(performance.now() - began)
      }
    }
    const middle = (list: number[]) => list.sort((a, b) => a - b)[3]!
    expect(middle(times.unknown) / middle(times.known)).toBeGreaterThan(0.7)
    expect(middle(times.unknown) / middle(times.known)).toBeLessThan(1.4)
  })

  test('in a browser that has a session makes another and ends the old one', async () => {
    const mine = await browser(person.login)
    const stranger = await someone()
    const reply = await signIn(stranger.login, PASSWORD, { cookie: mine.cookie })
    expect(cookieOf(reply)).not.toBe(mine.cookie)
    expect((await me(mine.cookie)).statusCode).toBe(401)
    expect((await me(cookieOf(reply))).json()).toMatchObject({ login: stranger.login })
  })

  test('never takes over a session the browser was given by somebody else', async () => {
    const chosen = `zh=${'a'.repeat(43)}`
    const reply = await signIn(person.login, PASSWORD, { cookie: chosen })
    expect(cookieOf(reply)).not.toBe(chosen)
    expect((await me(chosen)).statusCode).toBe(401)
  })

  test.each([
    ['login', { password: PASSWORD }],
    ['password', { login: 'x' }],
    ['login', { login: 7, password: PASSWORD }],
    ['remember', { login: 'x', password: PASSWORD, remember: true }],
    ['login', { login: 'x'.repeat(201), password: PASSWORD }],
  ])('names the bad field %s', async (field, body) => {
    const reply = await post('/api/session', body)
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'field.invalid', field })
  })
})

describe('wrong tries', () => {
  const fails = async (count: number, login: string) =>
    Promise.all(Array.from({ length: count }, () => signIn(login, 'not the password')))

  test('eight at once get the five free ones and no more, known login or not', async () => {
    for (const login of [person.login, 'nobody-locked']) {
      const codes = (await fails(8, login)).map((reply) => reply.statusCode).sort()
      expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
      const locked = await signIn(login, PASSWORD)
      expect(locked.statusCode).toBe(429)
      expect(locked.json()).toMatchObject({ code: 'sign-in.locked' })
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
      expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(30)
    }
  })

  test('are counted under a hash that names nobody', async () => {
    await fails(1, person.login)
    const { rows } = await site.database.owner.query('select guess::text as row from guess')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ row }) => row.includes(person.login) || row.includes('127.0.0.1'))).toBe(false)
  })

  test('are forgotten by the right password, and by a reset', async () => {
    await fails(4, person.login)
    await browser(person.login)
    expect((await fails(4, person.login)).every((reply) => reply.statusCode === 401)).toBe(true)
    await fails(2, person.login)
    expect((await signIn(person.login, PASSWORD)).statusCode).toBe(429)
    const drawn = await resetPassword(desk, person.login)
    expect((await signIn(person.login, drawn!)).json()).toMatchObject({ mustChange: true })
  })
})

describe('what changes something', () => {
  test.each([
    ['no token', (mine: Browser) => ({ cookie: mine.cookie })],
    ['a wrong token', (mine: Browser) => ({ ...own(mine), 'x-csrf': 'x'.repeat(43) })],
    ['another site as origin', (mine: Browser) => ({ ...own(mine), origin: 'https://evil.example' })],
    ['no origin at all (null)', (mine: Browser) => ({ ...own(mine), origin: 'null' })],
    ['a neighbouring site', (mine: Browser) => ({ ...own(mine), 'sec-fetch-site': 'same-site' })],
  ])('is refused with %s', async (_what, headers) => {
    const mine = await browser(person.login)
    for (const reply of [
      await remove('/api/session/all', headers(mine)),
      await post('/api/session/post', { post: person.post }, headers(mine)),
      await post('/api/command/order.sign', {}, headers(mine)),
    ]) {
      expect(reply.statusCode).toBe(403)
      expect(reply.json()).toMatchObject({ code: 'csrf.missing' })
    }
    expect((await me(mine.cookie)).statusCode).toBe(200)
  })

  test('is accepted from the own page', async () => {
    const mine = await browser(person.login)
    const headers = { ...own(mine), host: 'zhagen.test', origin: 'http://zhagen.test', 'sec-fetch-site': 'same-origin' }
    expect((await post('/api/session/post', { post: person.post }, headers)).statusCode).toBe(204)
  })

  test('signing in from another site is refused too', async () => {
    expect((await signIn(person.login, PASSWORD, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await signIn(person.login, PASSWORD, { origin: 'https://evil.example' })).statusCode).toBe(403)
  })
})

describe('signing out', () => {
  test('ends this session only', async () => {
    const [one, two] = [await browser(person.login), await browser(person.login)]
    const reply = await remove('/api/session', own(one))
    expect(reply.statusCode).toBe(204)
    expect(reply.headers['set-cookie']).toMatch(/^zh=; Max-Age=0;/)
    expect((await me(one.cookie)).statusCode).toBe(401)
    expect((await me(two.cookie)).statusCode).toBe(200)
  })
  test('everywhere ends all of them at once, also those just seen', async () => {
    const [one, two] = [await browser(person.login), await browser(person.login)]
    await me(one.cookie)
    await me(two.cookie)
    expect((await remove('/api/session/all', own(one))).statusCode).toBe(204)
    expect((await me(one.cookie)).statusCode).toBe(401)
    expect((await me(two.cookie)).statusCode).toBe(401)
  })
})

describe('the own password', () => {
  const change = (mine: Browser, old: string, fresh: string) =>
    post('/api/session/password', { old, new: fresh }, own(mine))

  test('changed makes a stolen cookie worthless and goes on in a new session', async () => {
    const [mine, stolen] = [await browser(person.login), await browser(person.login)]
    await me(stolen.cookie)
    const reply = await change(mine, PASSWORD, 'poplars by the road')
    expect(reply.statusCode).toBe(200)
    expect((await me(stolen.cookie)).statusCode).toBe(401)
    expect((await me(mine.cookie)).statusCode).toBe(401)
    expect((await me(cookieOf(reply))).json()).toMatchObject({ acting: person.post, csrf: reply.json().csrf })
    expect((await signIn(person.login, PASSWORD)).statusCode).toBe(401)
    await browser(person.login, 'poplars by the road')
  })

  test('needs the old one, and guessing it is counted', async () => {
    const mine = await browser(person.login)
    const replies = []
    for (let n = 0; n < 6; n++) replies.push(await change(mine, `guess number ${n}`, 'poplars by the road'))
    expect(replies.map((reply) => reply.statusCode)).toEqual([401, 401, 401, 401, 401, 429])
  })

  test.each([
    ['short', 'ninesigns'],
    ['common', 'password123'],
    ['few', '1111111111'],
    ['same', PASSWORD],
  ])('is refused as %s', async (why, fresh) => {
    const reply = await change(await browser(person.login), PASSWORD, fresh)
    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ code: 'password.weak', params: { why } })
  })

  test('that was handed out must be changed before anything else, and the person is told so', async () => {
    const drawn = await resetPassword(desk, person.login)
    const mine = await browser(person.login, drawn!)
    expect((await me(mine.cookie)).json()).toMatchObject({ mustChange: true, csrf: mine.csrf })
    const counts = await site.app.inject({ method: 'GET', url: '/api/view/counts', headers: { cookie: mine.cookie } })
    expect(counts.statusCode).toBe(403)
    expect(counts.json()).toMatchObject({ code: 'password.change-first' })
    const changed = await change(mine, drawn!, 'poplars by the road')
    expect(changed.json()).toMatchObject({ mustChange: false })
  })

  test('of two changes at once only one wins', async () => {
    const mine = await browser(person.login)
    const replies = await Promise.all(
      ['one new password', 'two new passwords'].map((each) => change(mine, PASSWORD, each)),
    )
    expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
  })
})

describe('the post acted in', () => {
  test('is one of the own, and stays when the cookie does', async () => {
    const second = await grantPost(desk, person.account, { unit: other, role: 'head', fullTime: false })
    const mine = await browser(person.login)
    expect((await post('/api/session/post', { post: second }, own(mine))).statusCode).toBe(204)
    expect((await me(mine.cookie)).json()).toMatchObject({
      acting: second,
      posts: [{ post: person.post }, { post: second, role: 'head', section: null, unit: { id: other } }],
    })
    const stranger = await someone()
    const reply = await post('/api/session/post', { post: stranger.post }, own(mine))
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ code: 'post.not-yours' })
  })

  test('that is ended while acting acts no more, at once', async () => {
    const mine = await browser(person.login)
    const counts = () => site.app.inject({ method: 'GET', url: '/api/view/counts', headers: { cookie: mine.cookie } })
    expect((await counts()).statusCode).toBe(200)
    await endPost(desk, person.account, person.post)
    expect((await counts()).statusCode).toBe(401)
    expect((await me(mine.cookie)).json()).toMatchObject({ acting: null, posts: [], verbs: [] })
  })

  test('that is ended through the pipeline alone is forgotten with the commit', async () => {
    // Watched, not measured: a new person is read anew for a minute anyway.
    const forget = vi.spyOn(site.context.signIn.sessions, 'forget')
    const id = makeId(realmOfId(person.account), site.clock.now().getTime(), randomBytes(8))
    const body = { account: person.account, post: person.post }
    await site.context.pipeline.submit({ kind: 'operator' }, { id, kind: 'post.end', body })
    expect(forget.mock.calls).toEqual([[person.account]])
    forget.mockRestore()
  })

  test('of a disabled account ends with its open sessions, at once', async () => {
    const mine = await browser(person.login)
    await me(mine.cookie)
    await disableAccount(desk, person.account)
    expect((await me(mine.cookie)).statusCode).toBe(401)
    const { rows } = await site.database.owner.query('select from session where account = $1', [person.account])
    expect(rows).toHaveLength(0)
  })
})

describe('a demo account', () => {
  const from = (remoteAddress: string, headers: Record<string, string>, login: string) =>
    site.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login, password: PASSWORD },
      headers,
      remoteAddress,
    })
  test('signs in on the machine itself', async () => {
    const { login } = await someone(true)
    expect((await from('127.0.0.1', {}, login)).statusCode).toBe(200)
    expect((await from('::1', {}, login)).statusCode).toBe(200)
    expect((await from('::ffff:127.0.0.1', {}, login)).statusCode).toBe(200)
  })
  test.each([
    ['another machine', '10.0.0.7', {}],
    ['a proxy nobody trusts', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy that says it otherwise', '127.0.0.1', { forwarded: 'for=127.0.0.1' }],
  ])('refuses %s', async (_who, address, headers) => {
    const { login } = await someone(true)
    const reply = await from(address, headers, login)
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ code: 'sign-in.here-only' })
    // The other people of the same installation are not concerned.
    expect((await from(address, headers, person.login)).statusCode).toBe(200)
  })
  test('refuses its cookie from another machine', async () => {
    const { login } = await someone(true)
    const { cookie } = await browser(login)
    const reply = await site.app.inject({
      method: 'GET',
      url: '/api/view/me',
      headers: { cookie },
      remoteAddress: '10.0.0.7',
    })
    expect(reply.statusCode).toBe(401)
  })
})
