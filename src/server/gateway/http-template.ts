import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { randomTake } from '../random.ts'
import { askHttp, patienceMs } from './ask-http.ts'
import { type Channel, type Gateway, handed, notHanded } from './gateway.ts'

/**
 * How a provider wants to be asked. In URL, headers and body stand `{to}` and `{text}`; `{id}`, the same on every try of one
 * message; `{time}` in seconds since 1970; and `{sign}`, HMAC-SHA256 in hex of `signed` under `secret`.
 */
export type HttpTemplate = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Stands in the answer of a provider that says 200 whatever came of it. */
  readonly expect: string | undefined
  /** Stands in no request. */
  readonly secret?: string | undefined
  /** What is signed, with the same slots but `{sign}`; values stand in it as they are. */
  readonly signed?: string | undefined
}

/** What is signed unless the provider wants it otherwise. */
export const signedByDefault = '{time}\n{id}\n{to}\n{text}'

type Slots = Readonly<Record<'to' | 'text' | 'id' | 'time' | 'sign', string>>
type Writing = (value: string) => string

/** Fills the slots in one pass: a text that holds braces cannot ask for the number. */
function fill(template: string, slots: Slots, write: Writing): string {
  return template.replace(/\{(to|text|id|time|sign)\}/g, (_, name: keyof Slots) => write(slots[name]))
}

const asItIs: Writing = (value) => value
/** As it stands between the quotes of a JSON string. */
const inJson: Writing = (value) => JSON.stringify(value).slice(1, -1)
const inXml: Writing = (value) => value.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function writingOf(headers: HttpTemplate['headers']): Writing {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('json')) return inJson
  if (type.includes('xml')) return inXml
  return type.includes('x-www-form-urlencoded') ? encodeURIComponent : asItIs
}

/** A provider asked by template: whatever it is written into, the text cannot break out of its place. */
export function httpTemplateGateway(
  channel: Channel,
  template: HttpTemplate,
  clock: Clock,
  patience: number = patienceMs,
): Gateway {
  const write = writingOf(template.headers)
  const slotsOf = (to: string, text: string, mark: string | undefined): Slots => {
    const time = String(Math.floor(clock.now().getTime() / 1000))
    const plain = { to, text, time, id: mark ?? Buffer.from(randomTake(16)).toString('hex'), sign: '' }
    if (template.secret === undefined) return plain
    const signed = fill(template.signed ?? signedByDefault, plain, asItIs)
    return { ...plain, sign: createHmac('sha256', template.secret).update(signed).digest('hex') }
  }
  return {
    channel,
    send: (to, text, mark) => {
      const slots = slotsOf(to, text, mark)
      const headers = Object.entries(template.headers).map(([name, value]) => [
        name,
        fill(value, slots, encodeURIComponent),
      ])
      const request = { method: template.method, headers: Object.fromEntries(headers) }
      const body = template.body === undefined ? {} : { body: fill(template.body, slots, write) }
      return askHttp(
        fill(template.url, slots, encodeURIComponent),
        { ...request, ...body },
        (answer) =>
          template.expect === undefined || answer.includes(template.expect) ? handed : notHanded('refused', false),
        patience,
      )
    },
  }
}
