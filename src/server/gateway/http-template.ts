import { askHttp } from './ask-http.ts'
import { type Channel, type Gateway, handed, notHanded } from './gateway.ts'

/** How a provider wants to be asked. `{to}` and `{text}` stand in URL, headers and body. */
export type HttpTemplate = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Stands in the answer of a provider that says 200 whatever came of it. */
  readonly expect: string | undefined
}

type Writing = (value: string) => string

/** Fills `{to}` and `{text}` in one pass: a text that holds braces cannot ask for the number. */
function fill(template: string, to: string, text: string, write: Writing): string {
  return template.replace(/\{(to|text)\}/g, (_, name: string) => write(name === 'to' ? to : text))
}

/** As it stands between the quotes of a JSON string. */
const inJson: Writing = (value) => JSON.stringify(value).slice(1, -1)
const inXml: Writing = (value) => value.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function writingOf(headers: HttpTemplate['headers']): Writing {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('json')) return inJson
  if (type.includes('xml')) return inXml
  return type.includes('x-www-form-urlencoded') ? encodeURIComponent : (value) => value
}

/** A provider asked by template: whatever it is written into, the text cannot break out of its place. */
export function httpTemplateGateway(channel: Channel, template: HttpTemplate): Gateway {
  const write = writingOf(template.headers)
  return {
    channel,
    send: (to, text) => {
      const headers = Object.entries(template.headers).map(([name, value]) => [
        name,
        fill(value, to, text, encodeURIComponent),
      ])
      const request = { method: template.method, headers: Object.fromEntries(headers) }
      const body = template.body === undefined ? {} : { body: fill(template.body, to, text, write) }
      return askHttp(fill(template.url, to, text, encodeURIComponent), { ...request, ...body }, (answer) =>
        template.expect === undefined || answer.includes(template.expect) ? handed : notHanded('refused', false),
      )
    },
  }
}
