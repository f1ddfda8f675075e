import { newNonce } from '../../src/server/http/door/once.ts'
import { sealTicket } from '../../src/server/http/door/ticket.ts'
import type { Random } from '../kit/random.ts'
import { MARKER, unreadable } from './flawed-json.ts'
import type { KnownRoute } from './known-routes.ts'
import { brokenHost, brokenPath, type FuzzRequest, idleHeaders, somePlace } from './request.ts'
import { type FuzzSite, START } from './site.ts'

type Fields = Readonly<Record<string, string>>
const FORM = 'application/x-www-form-urlencoded'

/** One request to a page or a form of a door that must store nothing. */
export function doorRequest(site: FuzzSite, { method, url: pattern }: KnownRoute, random: Random): FuzzRequest {
  const url = pattern.replace('*', random.pick(['', 'x', 'assets/x.js', 'a%2fb', '..%2f..%2fpackage.json', '\u00e9']))
  const headers: Record<string, string> = {
    ...idleHeaders(random),
    ...random.pick(Object.values(site.staff)).headers,
    accept: 'text/html',
  }
  const basic = {
    route: `${method} ${pattern}`,
    sender: 'anybody',
    method,
    url,
    headers,
    from: somePlace(random),
    malformed: false,
  }
  const dice = random.next()
  if (dice < 0.1) return { ...basic, url: brokenPath(url, random), flaw: 'path' }
  // Files are sent by tus, which asks by OPTIONS what is spoken; a body with it means nothing.
  const strange = url.startsWith('/file') ? ['PUT', 'TRACE'] : ['PUT', 'PATCH', 'TRACE', 'OPTIONS']
  if (dice < 0.15) return { ...basic, method: random.pick(strange), flaw: 'method', malformed: true }
  if (dice > 0.98) return { ...basic, headers: { ...headers, host: brokenHost(random) }, flaw: 'host', malformed: true }
  if (method === 'GET' || method === 'OPTIONS') return { ...basic, url: url + someQuery(random), flaw: 'query' }
  if (dice < 0.3) {
    const { flaw, payload, type } = unreadable({ text: MARKER }, random)
    return {
      ...basic,
      payload,
      headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) },
      flaw,
      malformed: type !== null && type !== FORM,
    }
  }
  if (dice < 0.36) {
    const foreign = random.pick([
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '::' },
      { 'sec-fetch-site': 'cross-site' },
    ])
    return {
      ...basic,
      ...form(headers, fieldsOf(site, url, random)),
      headers: { ...headers, ...foreign, 'content-type': FORM },
      flaw: 'foreign page',
      malformed: true,
    }
  }
  if (dice < 0.5)
    return {
      ...basic,
      headers: { ...headers, 'content-type': FORM },
      payload: unreadableForm(random),
      flaw: 'form',
      malformed: true,
    }
  return { ...basic, ...form(headers, flawedFields(site, url, random)), flaw: 'field' }
}

function form(headers: Readonly<Record<string, string>>, fields: Fields) {
  return { headers: { ...headers, 'content-type': FORM }, payload: new URLSearchParams(fields).toString() }
}

function someQuery(random: Random): string {
  const region = random.pick([
    '990102',
    '000123',
    'x',
    '',
    '９９',
    '1'.repeat(500),
    encodeURIComponent(MARKER),
    '990102&region=990103',
  ])
  return random.pick([
    `?region=${region}`,
    '?lang=xx&care=2',
    '?lang[]=en',
    '?__proto__=1',
    '?%zz',
    '?a=%ff',
    '?&=&',
    `?${'lang=en&'.repeat(300)}`,
    '?region=%00',
  ])
}

function unreadableForm(random: Random): string | Buffer {
  return random.pick([
    () => 'text=%ff%fe',
    () => 'text=%00',
    () => `%zz=${encodeURIComponent(MARKER)}`,
    () => 'text=%ed%a0%80',
    () => Buffer.concat([Buffer.from('text='), Buffer.from([0xb9, 0xa4, 0xd7, 0xca])]),
    () => 'a=1&'.repeat(600),
    () => Buffer.from(random.bytes(60).map((byte) => byte | 0x80)),
    () => 'text=%',
  ])()
}

/** What a form would send that is taken; a flaw follows. */
function fieldsOf(site: FuzzSite, url: string, random: Random): Fields {
  const demand = random.pick(site.demands)
  const nonce = newNonce(START.getTime())
  if (url === '/raise')
    return { nonce, text: MARKER, mode: 'named', name: MARKER, phone: '13800000000', region: '990102001', who: 'me' }
  if (url === '/follow') return { number: 'SQ-990102-20260615-000001-0', code: 'ABCD-EFGH-JKMN' }
  const ticket = sealTicket(
    site.context.keys,
    { demand, number: 'SQ-990102-20260615-000001-0', assisted: false },
    START.getTime(),
  )
  return { ticket, nonce, text: MARKER, solved: 'solved', yes: 'yes', pressed: 'no', part: 'identity', version: '99' }
}

/** Forms that ask for no words. */
const wordless: ReadonlySet<string> = new Set(['/follow/erase', '/follow/retract'])

const spoiledText = (random: Random) => random.pick([' \n ', `${MARKER}\u0007`, MARKER.repeat(1400), `${MARKER}\u007f`])

/** One field that cannot be taken; which one depends on the form. */
function flawedFields(site: FuzzSite, url: string, random: Random): Fields {
  const fields = fieldsOf(site, url, random)
  if (url === '/raise') return { ...fields, ...random.pick<Fields>(raiseFlaws(random)) }
  if (url === '/follow') return { ...fields, ...random.pick<Fields>(followFlaws(random)) }
  const stale = {
    nonce: random.pick([
      '',
      'x',
      newNonce(START.getTime() - 100 * 3_600_000),
      newNonce(START.getTime() + 3_600_000),
      MARKER,
      `${'z'.repeat(9)}.${'A'.repeat(22)}`,
    ]),
  }
  const ticket = fields.ticket ?? ''
  const broken = {
    ticket: random.pick([
      '',
      'x',
      ticket.slice(1),
      `${ticket}AAAA`,
      ticket.slice(0, -2),
      MARKER,
      'A'.repeat(5000),
      ticket.split('').reverse().join(''),
    ]),
  }
  const over = {
    ticket: sealTicket(
      site.context.keys,
      { demand: random.pick(site.demands), number: 'x', assisted: true },
      START.getTime() - 3_600_000,
    ),
  }
  // A ticket whose demand is no demand: not ours to make, but a page must not break on it either.
  const flaws: Fields[] = [stale, broken, over]
  // Where words are not asked for, blank ones are none.
  const free = url === '/follow/contradict' || url === '/follow/approach'
  const text = free ? MARKER.repeat(1400) : spoiledText(random)
  // A group nobody knows is malformed; whatever else these forms carry is passed over, and the rule answers.
  if (url === '/follow/groups') flaws.push({ groups: 'nobody-knows' })
  else if (!wordless.has(url)) flaws.push({ text, yes: 'no', solved: 'x', pressed: 'x', trouble: 'x' })
  return { ...fields, ...random.pick(flaws) }
}

function raiseFlaws(random: Random): Fields[] {
  return [
    { text: spoiledText(random) },
    { mode: random.pick(['', 'secret', 'NAMED']) },
    { name: random.pick([MARKER.repeat(40), '\u0001']) },
    { phone: random.pick([MARKER, '1'.repeat(40), '+86-138x']) },
    {
      region: random.pick([
        '',
        '000000',
        '000123',
        '990102999',
        'x',
        '９９０１０２',
        '99',
        '999999',
        MARKER,
        '1'.repeat(5000),
      ]),
    },
    { region: '', place: random.pick([MARKER, '', '%', '%_\\', '\u202e', '江湾', 'a'.repeat(5000)]) },
    { who: 'us', persons: random.pick(['', '0', '-1', '1e3', '999999', '1.5', '九', '९']) },
    { topic: random.pick(['Z99', MARKER, 'x'.repeat(5000), '__proto__']) },
    { employer: random.pick(['999999999', '0', '000000001x']), employerName: MARKER.repeat(40) },
    { employer: '999999999' },
    { agency: random.pick(['999999999', '0']), agencyName: MARKER },
    { nonce: random.pick(['', 'x', newNonce(START.getTime() - 100 * 3_600_000), 'constructor']) },
    {
      do: random.pick([
        'look',
        'find-place',
        'browse-place',
        'next-place',
        'other-place',
        'find-employer',
        'find-agency',
      ]),
      place: MARKER,
      pick: '000123',
    },
    { do: 'find-employer', employerName: random.pick(['%', '\\', MARKER, '', ' ']) },
  ]
}

function followFlaws(random: Random): Fields[] {
  const region = random.pick(['000123', '990102', '001234', '999999'])
  return [
    { number: `SQ-${region}-20260615-00000${random.integer(1, 9)}-${random.integer(0, 9)}` },
    { number: random.pick(['', 'x', MARKER, '９'.repeat(21), '1'.repeat(200), 'SQ-990102-20260230-000001-1']) },
    { code: random.pick(['', MARKER, 'x'.repeat(3000), 'O0O0-O0O0-O0O0', '\u0000'.slice(1), '%%%']) },
    { do: 'look', number: MARKER, draft: MARKER.repeat(5000) },
    { do: 'look', draft: '\u0001' },
  ]
}
