import type { Clock } from '../clock.ts'
import { StartError } from '../start-error.ts'
import { fileGateway } from './file.ts'
import type { Channel, Gateway, Gateways } from './gateway.ts'
import type { HttpTemplate } from './http-template.ts'
import { mailGateway } from './mail.ts'
import { phoneGateway } from './phone.ts'
import { dingtalkRobot, wecomRobot } from './robot.ts'
import { smsGateway } from './sms.ts'

/** How notices leave this machine, as the operator configured it. Everything off unless told. */
export type Outgoing = {
  readonly sms: HttpTemplate | undefined
  readonly phone: HttpTemplate | undefined
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** File of the book of addresses of unions and cadres. */
  readonly addresses: string | undefined
  /** Instead of sending anything, append it here. */
  readonly log: string | undefined
}

/** Values of the environment as they were given. */
export type AskedTemplate = Readonly<
  Record<'url' | 'method' | 'headers' | 'body' | 'expect' | 'secret' | 'signed', string | undefined>
>

/** Checks a provider's template; `prefix` is SMS or PHONE. Values may hold keys and are never repeated. */
export function readTemplate(prefix: string, asked: AskedTemplate): HttpTemplate | undefined {
  const { url, body, expect } = asked
  if (url === undefined) {
    const orphan = Object.entries(asked).find(([, value]) => value !== undefined)?.[0]
    if (orphan)
      throw new StartError(`${prefix}_${orphan.toUpperCase()}: is set without ${prefix}_URL; set both or neither`)
    return undefined
  }
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new StartError(
      `${prefix}_URL: is not an http or https address; give the provider's, with {to} and {text} if they stand in it`,
    )
  const method = asked.method ?? (body === undefined ? 'GET' : 'POST')
  if (method !== 'GET' && method !== 'POST') throw new StartError(`${prefix}_METHOD: give GET or POST`)
  if (method === 'GET' && body !== undefined)
    throw new StartError(`${prefix}_BODY: a GET carries none; put {to} and {text} into ${prefix}_URL, or say POST`)
  const whole = `${url} ${body ?? ''}`
  for (const slot of ['{to}', '{text}'])
    if (!whole.includes(slot))
      throw new StartError(`${prefix}_BODY: ${slot} stands neither there nor in ${prefix}_URL; put it in`)
  const signing = readSigning(prefix, asked, `${whole} ${asked.headers ?? ''}`)
  return { method, url, headers: readHeaders(prefix, asked.headers, body !== undefined), body, expect, ...signing }
}

/** A secret that signs nothing, or a signature without a secret, is a mistake nobody would see until texts are refused. */
function readSigning(
  prefix: string,
  { secret, signed }: AskedTemplate,
  whole: string,
): Pick<HttpTemplate, 'secret' | 'signed'> {
  const signs = whole.includes('{sign}')
  if (signs !== (secret !== undefined))
    throw new StartError(`${prefix}_SECRET: goes with {sign} in URL, headers or body; set both or neither`)
  if (signed !== undefined && !signs)
    throw new StartError(`${prefix}_SIGNED: is set without ${prefix}_SECRET; set both or neither`)
  // A line break cannot be written into every file of settings.
  return { secret, signed: signed?.replaceAll('\\n', '\n') }
}

function readHeaders(prefix: string, text: string | undefined, hasBody: boolean): Readonly<Record<string, string>> {
  if (text === undefined) return hasBody ? { 'content-type': 'application/json' } : {}
  const wrong = new StartError(
    `${prefix}_HEADERS: is not a JSON object of texts; give for example {"content-type":"application/json"}`,
  )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong
  const entries = Object.entries(value)
  if (entries.some(([, each]) => typeof each !== 'string')) throw wrong
  return Object.fromEntries(entries)
}

/** Checks address and sender of mail. */
export function readMail(url: string | undefined, from: string | undefined): Outgoing['mail'] {
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || !/^smtps?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new StartError('MAIL_URL: is not an SMTP address; give smtps://login:password@host:465, with MAIL_FROM')
  if (from === undefined || !from.includes('@'))
    throw new StartError('MAIL_FROM: is not a sender; give for example zhagen@example.org, with MAIL_URL')
  return { url, from }
}

const all: readonly Channel[] = ['sms', 'phone', 'mail', 'wecom', 'dingtalk']

/** The gateways of a configuration. Robots need none: their addresses carry their keys. */
export function gatewaysOf(outgoing: Outgoing, clock: Clock, subject: string): Gateways {
  const { sms, phone, mail, log } = outgoing
  if (log !== undefined) return byChannel(all.map((channel) => fileGateway(channel, log, clock)))
  return byChannel([
    ...(sms ? [smsGateway(sms, clock)] : []),
    ...(phone ? [phoneGateway(phone, clock)] : []),
    ...(mail ? [mailGateway({ ...mail, subject })] : []),
    wecomRobot(),
    dingtalkRobot(clock),
  ])
}

function byChannel(gateways: readonly Gateway[]): Gateways {
  return Object.fromEntries(gateways.map((gateway) => [gateway.channel, gateway]))
}
