import type { Random } from '../kit/random.ts'
import type { Sender } from './site.ts'

/** One request of the fuzz. */
export type FuzzRequest = {
  readonly route: string
  readonly flaw: string
  readonly sender: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
  /** Address it seems to come from: wrong receipts make a place wait, and must not make every place wait. */
  readonly from: string
  /** Must be a 4xx; else only must not be a 5xx. Nothing of either kind may store a row. */
  readonly malformed: boolean
}

const { entries, fromEntries } = Object

export function somePlace(random: Random): string {
  return `10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`
}

const receipts = [
  'Receipt',
  'Receipt  ',
  'Receipt x y',
  'receipt SQ-990102-20260615-000001-0 AAAA-AAAA-AAAA',
  'Receipt SQ-000123-20260615-000001-5 ABCD-EFGH-JKLM',
  'Bearer abc.def.ghi',
  'Basic YTpi',
  'Receipt %00 %ff',
  `Receipt ${'9'.repeat(3000)} ${'A'.repeat(3000)}`,
  'Receipt SQ-990102-99999999-999999-9 0000-0000-0000',
  'Receipt ＳＱ－９９０１０２ \u00e9',
]

/** Who does not get in: no header here makes anybody somebody. */
export function strangerHeaders(sender: Sender, random: Random): { flaw: string; headers: Record<string, string> } {
  const cookie = sender.headers.cookie
  const csrf = sender.headers['x-csrf'] ?? 'x'
  const receipt = numberCheck(random.pick(receipts), random)
  const choices: [string, Record<string, string>][] = [
    ['garbage receipt', { authorization: receipt }],
    ['receipt and session', { ...sender.headers, authorization: receipt }],
  ]
  if (cookie)
    choices.push(
      ['no token', { cookie }],
      ['wrong token', { cookie, 'x-csrf': csrf.toLowerCase().split('').reverse().join('') }],
      ['empty token', { cookie, 'x-csrf': '' }],
      [
        'foreign origin',
        {
          cookie,
          'x-csrf': csrf,
          origin: random.pick(['https://evil.example', 'null', 'x', 'http://', '//localhost']),
        },
      ],
      ['foreign site', { cookie, 'x-csrf': csrf, 'sec-fetch-site': random.pick(['cross-site', 'same-site', 'x']) }],
    )
  const [flaw, headers] = random.pick(choices)
  return { flaw, headers }
}

/** Numbers with a check digit that fits get further in than others. */
function numberCheck(text: string, random: Random): string {
  return random.chance(0.5) ? text : text.replace(/\d-\w/, `${random.integer(0, 9)}-${random.integer(0, 9)}`)
}

/** Headers that change nothing, whatever stands in them. */
export function idleHeaders(random: Random): Record<string, string> {
  const some: Record<string, string> = {
    accept: random.pick(['text/html', '*/*', 'application/json', ';;;', 'text/html;q=x']),
    'accept-language': random.pick(['en', 'zz-ZZ;q=9', ',,,,']),
    'x-request-id': 'x'.repeat(random.integer(0, 500)),
    'user-agent': random.pick(['', '\u00ff\u00fe', 'curl/8']),
    'accept-encoding': random.pick(['gzip', 'br;q=1.0', 'identity', 'x'.repeat(300)]),
    'if-none-match': '*',
    range: 'bytes=0-1,5-',
    expect: '',
    referer: 'http://%zz/',
    te: 'trailers',
  }
  return fromEntries(entries(some).filter(([name, value]) => name !== 'expect' && value !== '' && random.chance(0.2)))
}

/** Names of no site. */
export function brokenHost(random: Random): string {
  return random.pick(['a'.repeat(3000), 'x/y', 'a b', '<script>', 'user@host', 'x?y', 'x#y', '\u00e9.example', '%00'])
}

/** Junk behind a path that leads to another path, or to none. */
export function brokenPath(url: string, random: Random): string {
  return random.pick([
    () => `${url}%00`,
    () => `${url}%ff`,
    () => `${url}%`,
    () => `${url}?a=%c0%af`,
    () => `${url}?%ed%a0%80=1`,
    () => `${url}${'/x'.repeat(200)}`,
    () => `${url}${'x'.repeat(3000)}`,
    () => `${url}/../../../etc/passwd`.replaceAll('/', random.pick(['/', '%2f'])),
    () => `${url}?x=%e5%b7`,
    () => `${url}/%2e%2e/%2e%2e/x`,
    () => `${url}?${'a=1&'.repeat(500)}%zz=`,
    () => url.replace(/\/([a-z])/, (_, letter: string) => `/${letter.toUpperCase()}%e0%a4`),
  ])()
}
