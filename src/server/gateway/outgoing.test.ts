import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { StartError } from '../start-error.ts'
import { Addresses, readAddresses } from './addresses.ts'
import { gatewaysOf, type Outgoing } from './outgoing.ts'
import { outgoingCheck } from './outgoing-check.ts'

const clock = { now: () => new Date('2026-06-15T01:00:00Z') }
const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-outgoing-'))
const none: Outgoing = { sms: undefined, phone: undefined, mail: undefined, addresses: undefined, log: undefined }

function written(text: string): string {
  const file = path.join(folder, `${Math.abs(text.length * 7919)}.yaml`)
  writeFileSync(file, text)
  return file
}

describe('the environment', () => {
  test('without a word sends nothing to phones or mailboxes', () => {
    expect(readConfig({}).outgoing).toEqual(none)
    expect(Object.keys(gatewaysOf(none, clock, 's')).sort()).toEqual(['dingtalk', 'wecom'])
  })

  test('a provider of SMS is asked by POST with a body, by GET without', () => {
    const url = 'https://sms.example/send?to={to}'
    expect(readConfig({ SMS_URL: url, SMS_BODY: '{"t":"{text}"}' }).outgoing.sms).toEqual({
      ...{ method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{"t":"{text}"}' },
      expect: undefined,
    })
    expect(readConfig({ PHONE_URL: `${url}&t={text}` }).outgoing.phone).toMatchObject({ method: 'GET', headers: {} })
  })

  test.each([
    ['SMS_URL', { SMS_URL: 'sms.example' }],
    ['SMS_BODY', { SMS_BODY: '{to}{text}' }],
    ['SMS_BODY', { SMS_URL: 'https://k3y.example/{to}' }],
    ['SMS_METHOD', { SMS_URL: 'https://k3y.example/{to}/{text}', SMS_METHOD: 'PUT' }],
    ['PHONE_BODY', { PHONE_URL: 'https://k3y.example/{to}', PHONE_METHOD: 'GET', PHONE_BODY: '{text}' }],
    ['SMS_HEADERS', { SMS_URL: 'https://k3y.example/{to}/{text}', SMS_HEADERS: 'a: k3y' }],
    ['SMS_HEADERS', { SMS_URL: 'https://k3y.example/{to}/{text}', SMS_HEADERS: '{"k3y":1}' }],
    ['SMS_SECRET', { SMS_URL: 'https://a.example/{to}/{text}/{sign}' }],
    ['SMS_SECRET', { SMS_URL: 'https://a.example/{to}/{text}', SMS_SECRET: 'k3y' }],
    ['SMS_SIGNED', { SMS_URL: 'https://a.example/{to}/{text}', SMS_SIGNED: '{k3y}' }],
    ['MAIL_URL', { MAIL_URL: 'https://k3y.example', MAIL_FROM: 'a@b.example' }],
    ['MAIL_URL', { MAIL_FROM: 'a@b.example' }],
    ['MAIL_FROM', { MAIL_URL: 'smtp://k3y.example' }],
  ])('a bad %s is one line that names it and repeats no key: %j', (name, env) => {
    const attempt = () => readConfig(env)
    expect(attempt).toThrow(StartError)
    expect(attempt).toThrow(new RegExp(`^${name}: (?!.*k3y).+$`))
  })
})

describe('the book of addresses', () => {
  const book = readAddresses(
    written(`unions:
  - { union: 江湾区总工会, wecom: ['https://robot.example/a'], phone: ['1'] }
  - { union: 江湾区总工会, section: legal, wecom: ['https://robot.example/b', 'https://robot.example/a'] }
people:
  - { login: liqin, mail: [liqin@example.org] }
`),
  )

  test('knows a section by its own entry and that of the whole union, each address once', () => {
    expect(book.ofUnion('江湾区总工会', 'legal').wecom).toEqual(['https://robot.example/a', 'https://robot.example/b'])
    expect(book.ofUnion('江湾区总工会', null)).toEqual({ wecom: ['https://robot.example/a'], phone: ['1'] })
    expect(book.ofUnion('别的工会', null)).toEqual({})
    expect(book.ofPerson('liqin')).toEqual({ mail: ['liqin@example.org'] })
    expect(book.size).toEqual({ unions: 2, people: 1 })
  })

  test.each(['unions: [{ union: a, wecom: [k3y] }]', 'people: [{ mail: [k3y@b.example] }]', 'k3y: 1', '{ k3y'])(
    'that is not as it should be is one line that repeats no address: %s',
    (text) => {
      const attempt = () => readAddresses(written(text))
      expect(attempt).toThrow(StartError)
      expect(attempt).toThrow(/^NOTICE_ADDRESSES: (?!.*k3y).+$/)
    },
  )

  test('that is not there is an empty one; a file that is not there is not', () => {
    expect(readAddresses(undefined)).toEqual(new Addresses({}))
    expect(() => readAddresses(path.join(folder, 'nowhere.yaml'))).toThrow(/^NOTICE_ADDRESSES: cannot read/)
  })
})

test('with a log nothing is sent: every way out appends to one file, which others cannot read', async () => {
  const log = path.join(folder, 'notices.log')
  const gateways = gatewaysOf({ ...none, log }, clock, 's')
  for (const gateway of Object.values(gateways)) expect(await gateway.send('1', '话')).toEqual({ ok: true })
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).channel)).toEqual(['sms', 'phone', 'mail', 'wecom', 'dingtalk'])
  expect(statSync(log).mode & 0o077).toBe(0)
})

test('doctor says what is not sent, and which file is wrong', () => {
  expect(outgoingCheck(none)).toMatchObject({ ok: true, detail: expect.stringContaining('no SMS') })
  const all = readConfig({
    SMS_URL: 'https://a.example/{to}{text}',
    MAIL_URL: 'smtp://a.example',
    MAIL_FROM: 'a@b.example',
  })
  expect(outgoingCheck(all.outgoing).detail).toBe(
    'SMS, mail; addresses of 0 unions and 0 people; no ringing: a danger to life rings nobody; no addresses: cadres are told at the desk only',
  )
  expect(outgoingCheck({ ...none, log: 'x.log' }).detail).toContain('nothing is sent')
  expect(outgoingCheck({ ...none, addresses: path.join(folder, 'nowhere.yaml') }).ok).toBe(false)
})
