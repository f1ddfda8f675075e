import { accessStreamOf } from '../../src/domain/id.ts'
import type { Random } from '../kit/random.ts'
import { type FlawedBody, fitting, MARKER, type Schema, unreadable, withOneFlaw } from './flawed-json.ts'
import { brokenHost, brokenPath, type FuzzRequest, idleHeaders, somePlace, strangerHeaders } from './request.ts'
import { type FuzzSite, newId, type Sender } from './site.ts'

/** An operation of /api/openapi.json, as far as it is needed to write to it. */
export type Operation = {
  readonly method: string
  readonly url: string
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly body: Schema | undefined
  readonly parameters: readonly { readonly name: string; readonly schema: Schema }[]
}

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>> }
type DocumentOperation = {
  readonly security?: Operation['security']
  readonly parameters?: Operation['parameters']
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
}

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { security = [], requestBody, parameters = [] }]) => ({
      ...{ method: method.toUpperCase(), url, security, parameters },
      body: requestBody?.content['application/json'].schema,
    })),
  )
}

/** One malformed or hopeless request to an operation: nothing of it may be stored. */
export function apiRequest(site: FuzzSite, operation: Operation, random: Random): FuzzRequest {
  const { method, url } = operation
  const everybody = [site.public, ...Object.values(site.staff), ...site.claimants]
  // Who signs out in earnest would leave the others without a session; a stream that opens never ends.
  const away = method === 'DELETE' || url === '/api/live'
  const sender = away ? site.public : random.pick(everybody)
  const basic = { route: `${method} ${url}`, sender: sender.name, method, url, from: '127.0.0.1' }
  const headers = { ...idleHeaders(random), ...sender.headers }
  const dice = random.next()
  if (dice < 0.06)
    return { ...basic, headers, url: brokenPath(url, random), flaw: 'path', malformed: !url.includes('/view/') }
  if (dice > 0.98) return { ...basic, headers: { ...headers, host: brokenHost(random) }, flaw: 'host', malformed: true }
  if (dice < 0.1 && !url.startsWith('/api/session'))
    return {
      ...basic,
      headers,
      method: random.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']),
      flaw: 'method',
      malformed: true,
    }
  if (dice < 0.18 && operation.security.length > 0 && !isOpen(operation)) {
    const stranger = strangerHeaders(sender, random)
    const asked: { headers?: Record<string, string> } = operation.body
      ? sent(good(site, operation, sender, random))
      : {}
    // Reading needs no token and no origin.
    const reads = method === 'GET' && !stranger.flaw.includes('receipt')
    const made = { ...basic, url: withQuery(operation, good(site, operation, sender, random)), from: somePlace(random) }
    return {
      ...made,
      ...asked,
      headers: { ...stranger.headers, ...asked.headers },
      flaw: stranger.flaw,
      malformed: !reads && !isMe(url) && !url.startsWith('/api/session'),
    }
  }
  if (method === 'GET') {
    const asked = flawedQuery(site, operation, random)
    return { ...basic, headers, ...asked, route: `${method} ${asked.url.split('?')[0]}` }
  }
  if (!operation.body)
    return { ...basic, ...sent(unreadable({ a: 1 }, random), headers), flaw: 'body of none', malformed: false }
  return { ...basic, malformed: true, ...flawed(site, operation, sender, headers, random) }
}

const isMe = (url: string) => url === '/api/view/me'
const isOpen = ({ security }: Operation) => security.some((scheme) => Object.keys(scheme).length === 0)

function flawed(site: FuzzSite, operation: Operation, sender: Sender, headers: Record<string, string>, random: Random) {
  const { body: schema = {} } = operation
  const fits = good(site, operation, sender, random)
  const command = operation.url.startsWith('/api/command/')
  const dice = random.next()
  if (dice < 0.35) return { ...sent(unreadable(fits, random), headers) }
  if (command && dice < 0.55) return { ...sent(wrongId(site, operation, sender, fits, random), headers) }
  const inner = schema.properties?.body
  if (!command || !inner || dice < 0.65) return { ...sent(withOneFlaw(schema, fits, random), headers) }
  const made = withOneFlaw(inner, fits.body as Record<string, unknown>, random)
  return { ...sent({ ...made, payload: JSON.stringify({ ...fits, body: JSON.parse(String(made.payload)) }) }, headers) }
}

function sent({ flaw, payload, type }: FlawedBody, headers: Record<string, string> = {}) {
  return { flaw, payload, headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) } }
}

/** A body that would be taken from the right person at the right moment. */
function good(
  site: FuzzSite,
  { body, parameters }: Operation,
  sender: Sender,
  random: Random,
): Record<string, unknown> & { flaw: string; payload: string; type: string } {
  const demand = sender.demand ?? random.pick(site.demands)
  const known = {
    ...{
      id: newId(),
      demand,
      region: '990102001',
      channel: 'online',
      mode: 'confidential',
      persons: 1,
      employer: site.employer,
    },
    ...{
      topicHint: 'A03',
      topic: 'A03',
      nature: 'complaint',
      urgency: 'P2',
      difficulty: 'plain',
      lead: 1,
      section: 'legal',
    },
    ...{ account: random.pick(site.accounts), unit: 1, role: 'handler', post: 1, phone: '13800000000', text: MARKER },
    ...{
      login: 'nobody',
      password: MARKER,
      old: MARKER,
      new: MARKER,
      list: 'unit',
      limit: '20',
      parent: '990102',
      at: '2000-01-01T00:00:00Z',
    },
  }
  const schema = body ?? {
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.map(({ name }) => name),
  }
  const fits = fitting(schema, known, random)
  const inner = schema.properties?.body
  if (inner) Object.assign(fits, { body: fitting(inner, known, random), basedOn: undefined })
  return Object.assign(fits, {}) as never
}

/** Ids that lead nowhere: of no realm, another realm, other people, the stream beside, another kind of stream. */
function wrongId(
  site: FuzzSite,
  { url }: Operation,
  sender: Sender,
  fits: Record<string, unknown>,
  random: Random,
): FlawedBody {
  const body = fits.body as Record<string, unknown>
  const name = 'demand' in body ? 'demand' : 'account' in body ? 'account' : null
  const own = name ? String(body[name]) : ''
  const json = (flaw: string, asked: unknown) => ({ flaw, payload: JSON.stringify(asked), type: 'application/json' })
  const noRealm = `${newId().slice(0, 19)}8000-0${newId().slice(25)}`
  const choices = [
    // The units and the people of the demo are of the fictional province and its prefecture.
    () =>
      json('id of another realm', {
        ...fits,
        id: newId(random.pick([1100, 3101, 4401, 65_535])),
      }),
    () => json('id of no realm', { ...fits, id: noRealm }),
    () =>
      json('no id', {
        ...fits,
        id: random.pick(['', 'x', newId().toUpperCase(), `${newId()} `, crypto.randomUUID(), `{${newId()}}`, 7, null]),
      }),
  ]
  if (url.endsWith('demand.raise'))
    for (const region of ['000000', '000123', '999999', '990199', '110000', '123456789', '990102999'])
      choices.push(() => json('unknown region', { ...fits, body: { ...body, region } }))
  if (url.endsWith('demand.raise'))
    for (const wrong of [
      { channel: 'pigeon' },
      { channel: 'system' },
      { topicHint: 'Z99' },
      { employer: 2_147_483_647 },
      { agency: random.pick([2_147_483_647, 1.5, '1']) },
      { mode: 'anonymous', identity: { name: MARKER } },
    ])
      choices.push(() => json('unknown code', { ...fits, body: { ...body, ...wrong } }))
  // An account that is there is refused by rule, and that is stored: only ids that lead nowhere are sent here.
  const others = sender.demand ? site.demands.filter((demand) => demand !== sender.demand) : []
  const wrong = [newId(), newId(9900), noRealm, accessStreamOf(random.pick(site.demands)), ...others]
  if (name === 'demand') wrong.push(random.pick(site.accounts), accessStreamOf(random.pick(site.accounts)))
  if (name === 'account') wrong.push(random.pick(site.demands))
  if (name)
    choices.push(
      ...Array(4).fill(() =>
        json(`wrong ${name}`, {
          ...fits,
          body: { ...body, [name]: random.pick(wrong.filter((each) => each !== own)) },
        }),
      ),
    )
  return random.pick(choices)()
}

function withQuery({ url, parameters }: Operation, values: Readonly<Record<string, unknown>>): string {
  const given = parameters.filter(({ name }) => values[name] !== undefined)
  return given.length === 0
    ? url
    : `${url}?${new URLSearchParams(given.map(({ name }) => [name, String(values[name])]))}`
}

/** Strings no parameter takes, and some that look like cursors. */
function flawedQuery(site: FuzzSite, operation: Operation, random: Random) {
  const asked = withQuery(operation, good(site, operation, site.public, random))
  const join = asked.includes('?') ? '&' : '?'
  const view = operation.url.startsWith('/api/view/') && !isMe(operation.url)
  const id = random.pick(site.demands)
  const made = (flaw: string, url: string, malformed = view) => ({ flaw, url, malformed })
  const encoded = encodeURIComponent(MARKER)
  const general = [
    () =>
      made(
        'unknown parameter',
        `${asked}${join}${random.pick(['x', 'toString', '%E5', '__proto__', 'constructor'])}=${encoded}`.replace(
          '%E5=',
          '%E5%B7%A5=',
        ),
      ),
    () => made('broken percent', `${asked}${join}x=%${random.pick(['', 'z', '0', 'ff', 'c0%80', 'ed%a0%80'])}`, true),
    () => made('NUL', `${asked}${join}x=%00`, true),
    () => made('brackets', `${asked}${join}id[]=1&list[a]=b`),
    () => made('only signs', `${operation.url}?&&==&`, false),
    () => made('twice', `${asked}${join}${asked.split('?')[1] ?? 'x=1'}`),
  ]
  if (!view) return random.pick(general)()
  return random.pick([
    ...general,
    () =>
      made(
        'limit',
        `/api/view/demands?list=unit&limit=${random.pick(['0', '-1', '101', '1e3', '', '1.5', '٣', '9'.repeat(300)])}`,
        true,
      ),
    () =>
      made(
        'list',
        `/api/view/demands?list=${random.pick(['', 'all', 'UNIT', `${encoded}`, 'unit,closed', 'unit%20'])}`,
        true,
      ),
    () =>
      made(
        'cursor',
        `/api/view/demands?list=${random.pick(['unit', 'closed', 'today'])}&after=${encodeURIComponent(someCursor(id, random))}`,
        false,
      ),
    () =>
      made(
        'id',
        `/api/view/${random.pick(['demand?id', 'leads?demand'])}=${random.pick(['', 'x', encoded, noRealmOf(id), newId(), newId(1), accessStreamOf(id), id.toUpperCase(), random.pick(site.accounts)])}`,
        true,
      ),
    () =>
      made(
        'region',
        `/api/view/regions?parent=${random.pick(['', '99', '9901020011', 'abc', '%2b99010', '９９０１０２'])}`,
        true,
      ),
    () =>
      made(
        'text',
        `/api/view/regions?text=${random.pick(['%25', '_', "'%3b--", '%5c', '+', '%e6%b1%9f', '%f0%9f%98%80'.repeat(9), '%1b%5b0m'])}`,
        false,
      ),
    () =>
      made(
        'employers',
        `/api/view/employers?region=${random.pick(['000123', '990102', '999999999'])}&text=${random.pick(['%25', '%5c', encoded, '+', '%00'])}`,
        false,
      ),
  ])()
}

const noRealmOf = (id: string) => `${id.slice(0, 19)}8000-0${id.slice(25)}`

function someCursor(id: string, random: Random): string {
  const year = random.pick(['0000', '2026', '9999', '0001'])
  const day = random.pick(['01-01', '02-30', '13-01', '12-31'])
  const time = random.pick(['00:00:00.000', '24:00:00.000', '23:59:60.000', '25:00:00.000'])
  const realm = random.pick(['9901', '0', '99999', '-1', ''])
  return random.pick([
    `${year}-${day}T${time}Z~${realm}~${id}`,
    'x',
    MARKER,
    '~~',
    `infinity~1~${id}`,
    `${'~'.repeat(199)}`,
  ])
}
