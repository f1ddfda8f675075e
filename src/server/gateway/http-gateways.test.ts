import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { httpTemplateGateway } from './http-template.ts'
import { phoneGateway } from './phone.ts'
import { dingtalkRobot, signedDingtalk, wecomRobot } from './robot.ts'
import { smsGateway } from './sms.ts'

/** Stands in for providers: writes down what it is asked and answers as told. */
type Asked = { method: string; url: string; headers: Record<string, unknown>; body: string }
let asked: Asked[] = []
let answer = { status: 200, body: '{"errcode":0}', location: '' }
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  answer = { status: 200, body: '{"errcode":0}', location: '' }
})

const clock = { now: () => new Date('2026-06-15T01:00:00Z') }
const json = { 'content-type': 'application/json', authorization: 'Bearer k' }
const template = { method: 'POST', headers: json, expect: undefined } as const
const text = '您有一条"进展"{to}\n<&>'

test('an SMS is the operator’s template, filled so that no text breaks out of its place', async () => {
  const sms = smsGateway(
    { ...template, url: `${url}/send?to={to}`, body: '{"phone":"{to}","content":"{text}"}' },
    clock,
  )
  expect(await sms.send('+8613800000000', text)).toEqual({ ok: true })
  expect(asked[0]).toMatchObject({ method: 'POST', url: '/send?to=%2B8613800000000' })
  expect(asked[0]?.headers.authorization).toBe('Bearer k')
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ phone: '+8613800000000', content: text })
})

test('the same for a form, for XML, and for a GET that has no body', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  await smsGateway({ ...template, url, headers: form, body: 'to={to}&text={text}' }, clock).send('138', text)
  expect(new URLSearchParams(asked[0]?.body).get('text')).toBe(text)
  await smsGateway({ ...template, url, headers: { 'content-type': 'text/xml' }, body: '<t>{text}</t>' }, clock).send(
    '1',
    text,
  )
  expect(asked[1]?.body).toContain('&#60;&#38;&#62;</t>')
  const get = { ...template, method: 'GET', headers: {}, url: `${url}/ring?p={to}&t={text}`, body: undefined } as const
  await phoneGateway(get, clock).send('138', text)
  expect(new URL(asked[2]?.url ?? '', url).searchParams.get('t')).toBe(text)
})

test('what the provider refuses is final, what is out of order may be tried again', async () => {
  const sms = smsGateway({ ...template, url, body: '{to}', expect: '"ok":true' }, clock)
  expect(await sms.send('1', 't')).toEqual({ ok: false, why: 'refused', retry: false })
  answer.body = '{"ok":true}'
  expect(await sms.send('1', 't')).toEqual({ ok: true })
  answer.status = 403
  expect(await sms.send('1', 't')).toEqual({ ok: false, why: 'http-403', retry: false })
  answer.status = 503
  expect(await sms.send('1', 't')).toEqual({ ok: false, why: 'http-503', retry: true })
  const nobody = smsGateway({ ...template, url: 'http://127.0.0.1:1', body: '{to}' }, clock)
  expect(await nobody.send('1', 't')).toMatchObject({ ok: false, retry: true })
})

test('a redirect is not followed: number and text go to the configured address only', async () => {
  answer = { status: 307, body: '', location: `${url}/elsewhere` }
  expect(await smsGateway({ ...template, url, body: '{to}' }, clock).send('1', 't')).toMatchObject({
    ok: false,
    retry: false,
  })
  expect(asked).toHaveLength(1)
})

test('a provider that wants signatures gets one over time, mark, number and text, and never the secret', async () => {
  const signed = { ...template, url: `${url}/send?sign={sign}&at={time}&id={id}`, body: '{"p":"{to}","c":"{text}"}' }
  const sms = smsGateway({ ...signed, secret: 's3cret' }, clock)
  expect(await sms.send('138', text, 'm1')).toEqual({ ok: true })
  const { searchParams } = new URL(asked[0]?.url ?? '', url)
  const at = Date.parse('2026-06-15T01:00:00Z') / 1000
  const hmac = (over: string) => createHmac('sha256', 's3cret').update(over).digest('hex')
  expect(Object.fromEntries(searchParams)).toEqual({ sign: hmac(`${at}\nm1\n138\n${text}`), at: String(at), id: 'm1' })
  expect(JSON.stringify(asked)).not.toContain('s3cret')
  // Whatever else the provider signs; and two messages without a mark of their own are two.
  const other = smsGateway({ ...signed, secret: 's3cret', signed: '{to}|{id}' }, clock)
  await other.send('138', 't')
  await other.send('138', 't')
  const [first, second] = asked.slice(1).map((each) => new URL(each.url, url).searchParams)
  expect(first?.get('sign')).toBe(hmac(`138|${first?.get('id')}`))
  expect(first?.get('id')).not.toBe(second?.get('id'))
})

test('a provider that hangs is left alone after a while, and tried again later', async () => {
  const hanging = createServer(() => undefined)
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
  const there = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`
  const sms = httpTemplateGateway('sms', { ...template, url: there, body: '{to}{text}' }, clock, 50)
  expect(await sms.send('1', 't')).toEqual({ ok: false, why: expect.stringMatching(/^\w+$/), retry: true })
  hanging.closeAllConnections()
  hanging.close()
})

test('a robot of 企业微信 gets a text message, and its errcode decides', async () => {
  const robot = wecomRobot()
  expect(await robot.send(`${url}/cgi-bin/webhook/send?key=k`, text)).toEqual({ ok: true })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ msgtype: 'text', text: { content: text } })
  answer.body = '{"errcode":45009,"errmsg":"api freq out of limit"}'
  expect(await robot.send(url, text)).toEqual({ ok: false, why: 'robot-45009', retry: true })
  answer.body = '{"errcode":93000,"errmsg":"invalid webhook url"}'
  expect(await robot.send(url, text)).toEqual({ ok: false, why: 'robot-93000', retry: false })
  answer.body = '<html>'
  expect(await robot.send(url, text)).toEqual({ ok: false, why: 'no-json', retry: false })
})

test('a robot of 钉钉 is signed with its secret, which never leaves', async () => {
  const at = Date.parse('2026-06-15T01:00:00Z')
  const robot = dingtalkRobot({ now: () => new Date(at) })
  expect(await robot.send(`${url}/robot/send?access_token=t#SECabc`, text)).toEqual({ ok: true })
  const sent = new URL(asked[0]?.url ?? '', url)
  expect(sent.searchParams.get('timestamp')).toBe(String(at))
  expect(sent.searchParams.get('sign')).toBe(
    createHmac('sha256', 'SECabc').update(`${at}\nSECabc`).digest().toString('base64'),
  )
  expect(JSON.stringify(asked)).not.toContain('SECabc')
  expect(signedDingtalk('https://robot.example/send?access_token=t', at)).toBe(
    'https://robot.example/send?access_token=t',
  )
})
