import { Writable } from 'node:stream'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, type TestSite } from '../../../../test/kit/server.ts'

let site: TestSite
let logged = ''
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk
      done()
    },
  })
  site = await startSite({
    kind: 'story',
    at: new Date('2026-06-15T01:00:00Z'),
    log: pino({ level: 'trace', base: null }, sink),
  })
})
afterAll(() => site?.close())

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/raise/part`, { method: 'POST', body, headers: { accept: 'text/html', ...headers } })
const part = async (fields: Record<string, string>) => (await post(new URLSearchParams(fields))).text()
const unionNamed = async (name: string) =>
  (await site.database.owner.query<{ id: number }>('select id from unit where name = $1', [name])).rows[0]!.id
const form = async (query: string) => (await fetch(`${site.url}/raise?${query}`)).text()

test('a look-up answers with its part of the form alone', async () => {
  const places = await part({ do: 'list-place', place: '柳荫' })
  expect(places).toMatch(/^<fieldset id="where"/)
  expect(places).toContain('江湾区')
  expect(places).not.toMatch(/<html|textarea/)
  expect(await part({ do: 'next-place', region: '990102001' })).toContain('name="region" value="990102001"')
  expect(await part({ do: 'find-employer', employerName: '某厂' })).toMatch(/^<fieldset id="which"/)
  expect(await part({ do: 'submit', text: '不会提交' })).toMatch(/^<fieldset id="where"/)
})

test('no page of another site looks up through it', async () => {
  const answer = await post(new URLSearchParams({ do: 'list-place' }), { origin: 'http://example.invalid' })
  expect(answer.status).toBe(403)
})

test('whatever is sent to it, nothing breaks, nothing is stored, and nothing of it is logged', async () => {
  const counted = async () =>
    (
      await site.database.owner.query(
        'select (select count(*) from demand) as d, (select count(*) from command) as c, (select count(*) from content) as t',
      )
    ).rows
  const before = await counted()
  const secret = '工牌扣着不给的那一家'
  const names = ['do', 'place', 'region', 'pick', 'employerName', 'employer', 'agencyName', 'agency', 'union', 'nonce']
  const value = fc.oneof(
    fc.constantFrom('next-place', 'find-agency', '990102', '000000', '99999999999999999999', '%', "'", '\\'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  const fields = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 14 })
  const types = ['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'multipart/form-data', 'x']
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fields, fc.constantFrom(...types), async (pairs, type) => {
      const body = new URLSearchParams([['employerName', secret], ...pairs]).toString()
      const { status } = await post(type === 'application/json' ? JSON.stringify(pairs) : body, {
        'content-type': type,
      })
      statuses.add(status)
      return status < 500
    }),
    { numRuns: 120 },
  )
  expect((await post(`text=${'x'.repeat(20_000)}`, { 'content-type': types[0]! })).status).toBe(413)
  expect(statuses).toContain(200)
  expect(await counted()).toEqual(before)
  expect(logged).not.toContain(secret)
  expect(logged).not.toContain(encodeURIComponent(secret))
})

test('a code of a union that is no more, or never was, fills in nothing', async () => {
  const id = await unionNamed('柳荫街道工会')
  expect(await form(`union=${id}`)).toContain('柳荫街道工会')
  await site.database.owner.query("update unit set valid_to = '2026-01-01' where id = $1", [id])
  expect(await form(`union=${id}`)).not.toMatch(/柳荫街道工会|name="region"/)
  await site.database.owner.query('update unit set valid_to = null where id = $1', [id])
  expect(await form('union=987654321')).not.toContain('name="region"')
  expect(await form('union=1&union=2')).not.toContain('name="region"')
})
