import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, type TestSite } from '../../../test/kit/server.ts'
import { accountNoun } from '../command/noun-account.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { disableAccount, endPost, grantPost, resetPassword } from './change-account.ts'
import { loadDemoAccounts } from './demo-accounts.ts'
import { createFirstAdmin, hasAdministrator } from './first-administrator.ts'
import { type AccountDesk, openAccount } from './open-account.ts'
import { operatorDesk } from './operator-desk.ts'

let site: TestSite
let desk: AccountDesk
let county: number
const sql = async (text: string, ...values: unknown[]) => (await site.database.owner.query(text, values)).rows

beforeAll(async () => {
  site = await startSite({ kind: 'demo' })
  desk = operatorDesk(site.context)
  county = (await sql("select id from unit where region = '990102' and kind = 'local'"))[0].id
})
afterAll(() => site?.close())

test('an account is a row with login and password, and a stream without either', async () => {
  const { account, oneTime } = await openAccount(desk, { login: 'Zhou.Min', name: '周敏', unit: county })
  expect(oneTime).toMatch(/^\w{4}(-\w{4}){3}$/)
  expect(await sql('select login, must_change, demo from account where id = $1', account)).toEqual([
    { login: 'zhou.min', must_change: true, demo: false },
  ])
  const events = await sql('select realm, kind, body, actor from event where stream = $1', account)
  expect(events).toEqual([
    { realm: 9901, kind: 'AccountCreated', body: { unit: county, realm: 9901 }, actor: 'operator' },
  ])
})

test('a login is given once, also when two ask at the same moment', async () => {
  const asked = await Promise.allSettled(
    [1, 2, 3].map((n) => openAccount(desk, { login: 'same', name: `第${n}人`, unit: county })),
  )
  expect(asked.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(asked.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual([
    'login.taken',
    'login.taken',
  ])
})

test('more people at once than there are connections are all made', async () => {
  const hash = await desk.signIn.passwords.make('willows by the river')
  const crowd = Array.from({ length: 20 }, (_, n) =>
    openAccount(desk, { login: `crowd-${n}`, name: '众', unit: county, hash }),
  )
  expect(new Set((await Promise.all(crowd)).map(({ account }) => account)).size).toBe(20)
})

test('a creation that was cut short is taken up again, with the new password', async () => {
  const cut: AccountDesk = { ...desk, submit: () => Promise.reject(new Error('cut')) }
  await expect(openAccount(cut, { login: 'cut', name: '甲', unit: county })).rejects.toThrow('cut')
  const again = await openAccount(desk, { login: 'cut', name: '乙', unit: county, password: 'willows by the river' })
  expect(await sql('select id, name from account where login = $1', 'cut')).toEqual([{ id: again.account, name: '乙' }])
})

test.each([
  ['login.malformed', { login: '李琴' }],
  ['name.malformed', { name: ' ' }],
  ['password.weak', { password: 'short' }],
  ['password.weak', { password: 'xx-refused-xx' }],
  ['unit.unknown', { unit: 2147483647 }],
])('refuses as %s: %j', async (code, wrong) => {
  const person = { login: 'refused', name: '甲', unit: county, ...wrong }
  await expect(openAccount(desk, person)).rejects.toMatchObject({ code })
  expect(await sql("select id from account where login = 'refused'")).toEqual([])
})

test('posts come and go as events, and the post table is what they fold to', async () => {
  const { account } = await openAccount(desk, { login: 'posts', name: '甲', unit: county })
  const { n } = (await sql('select n from directory_version'))[0]
  const post = await grantPost(desk, account, { unit: county, section: 'legal', role: 'handler', fullTime: false })
  await grantPost(desk, account, { unit: county, role: 'head', fullTime: false })
  await endPost(desk, account, post)
  expect((await sql('select n from directory_version'))[0].n).toBe(n + 3)
  const rows = await sql(
    'select id, unit, section, role, full_time, valid_to is null as held from post where account = $1 order by id',
    account,
  )
  expect(rows).toEqual([
    { id: post, unit: county, section: 'legal', role: 'handler', full_time: false, held: false },
    { id: post + 1, unit: county, section: null, role: 'head', full_time: false, held: true },
  ])
  await expect(endPost(desk, account, post)).rejects.toMatchObject({ code: 'post.unknown' })
  await expect(
    grantPost(desk, account, { unit: county, section: 'moon', role: 'agent', fullTime: true }),
  ).rejects.toMatchObject({
    code: 'section.unknown',
  })
  await expect(grantPost(desk, account, { unit: county, role: 'custodian', fullTime: true })).rejects.toMatchObject({
    code: 'post.roles-apart',
  })
})

test('disabling ends posts and sessions; a disabled account takes nothing more', async () => {
  const { account } = await openAccount(desk, { login: 'gone', name: '甲', unit: county })
  await grantPost(desk, account, { unit: county, role: 'agent', fullTime: true })
  await disableAccount(desk, account)
  expect(await sql('select 1 from post where account = $1 and valid_to is null', account)).toEqual([])
  expect((await sql('select disabled_at from account where id = $1', account))[0].disabled_at).toBeInstanceOf(Date)
  await expect(grantPost(desk, account, { unit: county, role: 'agent', fullTime: true })).rejects.toMatchObject({
    code: 'account.disabled',
  })
  await expect(resetPassword(desk, 'gone')).rejects.toMatchObject({ code: 'account.disabled' })
})

test('an administrator over the network gives posts below, never to himself and never above', async () => {
  const township = (await sql("select id from unit where region = '990102001' and kind = 'local'"))[0].id
  const city = (await sql("select id from unit where region = '990100' and kind = 'local'"))[0].id
  const { account: admin } = await openAccount(desk, { login: 'county-admin', name: '甲', unit: county })
  const post = await grantPost(desk, admin, { unit: county, role: 'admin', fullTime: true })
  const { account } = await openAccount(desk, { login: 'newcomer', name: '乙', unit: county })
  const asAdmin: AccountDesk = {
    ...desk,
    actor: { kind: 'staff', account: admin, post, unit: county, section: null, role: 'admin' },
  }
  const handler = { role: 'handler', fullTime: true }
  await grantPost(asAdmin, account, { ...handler, unit: township })
  await expect(grantPost(asAdmin, admin, { ...handler, unit: township })).rejects.toMatchObject({
    code: 'account.not-your-own',
  })
  await expect(grantPost(asAdmin, account, { ...handler, unit: city })).rejects.toMatchObject({
    code: 'unit.unknown',
    status: 422,
    field: 'body.unit',
  })
  await expect(resetPassword(asAdmin, 'newcomer')).rejects.toMatchObject({ status: 403 })
  const events = await sql("select actor from event where stream = $1 and kind = 'PostGranted'", account)
  expect(events).toEqual([{ actor: `post:${post}@${county}` }])
})

test('the people of the demo are there once, on the machine only, with roles that fit together', async () => {
  const { people, password } = await loadDemoAccounts(desk, SHIPPED_RULES)
  const count = async () => (await sql('select count(*)::integer as n from event'))[0].n
  const before = await count()
  await loadDemoAccounts(desk, SHIPPED_RULES)
  expect(await count()).toBe(before)
  const rows = await sql(
    `select a.login, a.demo, a.must_change, u.level, array_agg(p.role order by p.id) as roles
     from account a join post p on p.account = a.id and p.valid_to is null join unit u on u.id = p.unit
     where a.login = any($1) group by 1, 2, 3, 4`,
    people.map((person) => person.login),
  )
  expect(rows).toHaveLength(people.length)
  expect(rows.every((row) => row.demo && !row.must_change)).toBe(true)
  const roles = (login: string) => rows.find((row) => row.login === login)
  expect(roles('city')).toMatchObject({ level: 'city', roles: ['triage', 'head'] })
  expect(roles('enterprise')).toMatchObject({ level: 'grassroots' })
  expect(roles('township')).toMatchObject({ level: 'township', roles: ['handler', 'organiser'] })
  const reply = await site.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'handler', password } })
  expect(reply.statusCode).toBe(200)
})

test('a real database takes no people of a demo', async () => {
  await sql("update installation set kind = 'real'")
  await expect(loadDemoAccounts(desk, SHIPPED_RULES)).rejects.toThrow('not a demo')
  await sql("update installation set kind = 'demo'")
})

test('the first administrator has an own password and can make the others', async () => {
  const made = await createFirstAdmin(desk, { login: 'first', unit: county, password: 'willows by the river' })
  expect(made.oneTime).toBeNull()
  expect(await hasAdministrator(desk)).toBe(true)
  const reply = await site.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: 'first', password: 'willows by the river' },
    remoteAddress: '10.0.0.7',
  })
  expect(reply.json()).toMatchObject({ acting: made.post, mustChange: false })
  const cookie = String(reply.headers['set-cookie']).split(';')[0]!
  const me = await site.app.inject({ method: 'GET', url: '/api/view/me', headers: { cookie } })
  const onPeople = ['account.create', 'post.grant', 'post.end', 'post.hand-over', 'account.disable']
  expect(me.json().verbs).toEqual([
    ...[...onPeople, 'duty.set', 'duty.clear', 'office.set-small'],
    // What every post reads.
    ...['training.read', 'line.see', 'asked.see'],
  ])
})

test('folding every account anew gives the very rows of the post table', async () => {
  const events = await sql("select * from event where noun = 'account' order by stream, version")
  const streams = new Map<string, PastEvent[]>()
  for (const row of events) {
    const past = { ...row, at: row.at.toISOString() }
    streams.set(row.stream, [...(streams.get(row.stream) ?? []), past])
  }
  const rows = [...streams.values()].flatMap((past) => {
    const state = past.reduce<unknown>((folded, event) => accountNoun.evolve(folded, event), null)
    return accountNoun.project(state, past).flatMap((part) => part.rows)
  })
  const stored = await sql(
    `select id, account, unit, section, role, full_time, valid_from, valid_to, first_post from post order by id`,
  )
  const asText = stored.map((row) => ({
    ...row,
    valid_from: row.valid_from.toISOString(),
    valid_to: row.valid_to?.toISOString() ?? null,
  }))
  expect(stored.length).toBeGreaterThan(10)
  expect(rows.sort((a, b) => Number(a.id) - Number(b.id))).toEqual(asText)
})

test('no login, name or password stands in the ledger', async () => {
  const [events, orders] = [
    await sql('select e::text as row from event e'),
    await sql('select c::text as row from command c'),
  ]
  expect(orders.length).toBeGreaterThan(20)
  const text = JSON.stringify([...events, ...orders])
  for (const word of ['zhou.min', '周敏', 'willows', 'argon2', '李琴']) expect(text).not.toContain(word)
})
