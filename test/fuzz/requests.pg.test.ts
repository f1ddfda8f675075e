import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb } from '../../src/server/http/built/build-web.ts'
import { type Random, withSeeds } from '../kit/random.ts'
import { MARKER } from './flawed-json.ts'
import { faultIn, Tally } from './judge.ts'
import { isPage, type KnownRoute, knownRoutes, matches } from './known-routes.ts'
import { apiRequest, type Operation, operationsOf } from './plan-api.ts'
import { doorRequest } from './plan-door.ts'
import type { FuzzRequest } from './request.ts'
import { type FuzzSite, fuzzSite } from './site.ts'

// Whatever is sent to whatever address, by whomever: no 5xx, no row, no word of it in an answer or a log.

const WANTED = 20_000
const LEAST = 200
const AT_ONCE = 8

let site: FuzzSite
let routes: KnownRoute[]
let operations: Operation[]
beforeAll(async () => {
  await buildWeb(() => undefined)
  site = await fuzzSite()
  routes = await knownRoutes(site.context)
  operations = operationsOf((await site.app.inject('/api/openapi.json')).json())
})
afterAll(() => site?.close())

describe('the document and the application know the same routes', () => {
  test('every route but the pages stands in /api/openapi.json', () => {
    const missing = routes.filter((route) => !isPage(route) && !operations.some((one) => matches(route, one)))
    expect(missing).toEqual([])
    expect(routes.length).toBeGreaterThan(25)
  })

  test('every operation of the document has a route', () => {
    expect(operations.filter((one) => !routes.some((route) => matches(route, one)))).toEqual([])
    expect(operations.length).toBeGreaterThan(30)
  })
})

const TABLES = [
  'event',
  'command',
  'content',
  'subject_key',
  'receipt',
  'demand',
  'ledger_batch',
  'stream',
  'work',
  'closed',
  'post',
  'account',
  'number_counter',
  'realm_head',
]

/** Commands with an outcome, by kind and code of refusal: what a request left behind has a name. */
async function outcomes(): Promise<string[]> {
  const { rows } = await site.database.owner.query(
    `select kind || ' ' || coalesce(outcome -> 'refused' ->> 'code', 'accepted') as what from command order by 1`,
  )
  return rows.map(({ what }) => what)
}

/** How many rows each table has; counters stand for what they count. */
async function rowsOf(): Promise<Record<string, number>> {
  const each = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  return (
    await site.database.owner.query(`select ${each.join(', ')}, (select sum(last)::int from number_counter) as numbers`)
  ).rows[0]
}

test(`${WANTED} malformed requests: no 5xx, no row, no word of them anywhere`, { timeout: 240_000 }, async () => {
  const before = await rowsOf()
  const known = await outcomes()
  const tally = new Tally()
  await withSeeds((random) => fuzz(random, tally))
  process.stdout.write(`${tally}\n`)
  expect(await outcomes()).toEqual(known)
  expect(await rowsOf()).toEqual(before)
  const said = site.logged.filter((line) => line.includes(MARKER) || line.includes(encodeURIComponent(MARKER)))
  expect(said).toEqual([])
  expect(site.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
})

async function fuzz(random: Random, tally: Tally): Promise<void> {
  const makers: { route: string; make: () => FuzzRequest }[] = [
    ...operations.map((one) => ({ route: `${one.method} ${one.url}`, make: () => apiRequest(site, one, random) })),
    ...routes
      .filter(isPage)
      .map((one) => ({ route: `${one.method} ${one.url}`, make: () => doorRequest(site, one, random) })),
  ]
  const each = Math.max(LEAST, Math.ceil(WANTED / makers.length))
  const requests = random.shuffle(
    makers.flatMap(({ route, make }) => Array.from({ length: each }, () => ({ ...make(), route }))),
  )
  expect(requests.length).toBeGreaterThanOrEqual(WANTED)
  const faults: string[] = []
  const line = requests.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const request of line) {
        const { method, url, headers, payload, from } = request
        const answer = await site.app.inject({
          method: method as 'GET',
          url,
          headers,
          remoteAddress: from,
          ...(payload === undefined ? {} : { payload }),
        })
        tally.count(request.route, answer.statusCode)
        const fault = faultIn(request, answer)
        if (fault)
          faults.push(
            `${request.route} as ${request.sender}, ${request.flaw}: ${answer.statusCode} ${fault} ${explain(request)}`,
          )
      }
    }),
  )
  for (const { route } of makers) expect(tally.of(route), route).toBeGreaterThanOrEqual(LEAST)
  if (faults.length > 0)
    throw new Error(`${faults.length} answers, such as\n${[...new Set(faults)].slice(0, 15).join('\n')}`)
}

/** What failed, short enough to be read. */
function explain({ url, headers, payload }: FuzzRequest): string {
  const { cookie: _, 'x-csrf': __, ...shown } = headers
  return JSON.stringify({ url: url.slice(0, 200), headers: shown, payload: String(payload ?? '').slice(0, 300) }).slice(
    0,
    900,
  )
}
