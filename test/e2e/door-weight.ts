import { setTimeout } from 'node:timers/promises'
import type { InjectOptions } from 'fastify'
import type { Page, Request } from 'playwright-core'
import type { TestBrowser } from '../kit/browser.ts'
import { lineTo } from '../kit/windows.ts'
import type { DoorPage } from './door-pages.ts'
import type { DoorSite } from './door-site.ts'

/** What a page costs a phone that has never been here. `packed` is what came over the line, without headers. */
export type Weight = {
  readonly requests: number
  readonly packed: number
  /** Milliseconds to the largest thing on the screen. */
  readonly lcp: number
}
/** How long the server takes for it, in milliseconds. */
export type Pace = { readonly p50: number; readonly p95: number }

/** A weak mobile network: 400 kbit/s, 150 ms there and back. */
const weak = { offline: false, latency: 150, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const quick = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
/** A phone of five years ago beside an office computer. */
const slower = 4

/** What was found of one page, with the request that brought it, so that the server can be asked the same again. */
export type Weighed = { readonly weight: Weight; readonly asked: InjectOptions }

/**
 * A window that opens pages as a phone does that has nothing of them yet, over a weak network and with a slow processor. The
 * window itself is used again: starting a browser is no part of a page.
 */
export async function scale(browser: TestBrowser, site: DoorSite): Promise<(each: DoorPage) => Promise<Weighed>> {
  const page = await browser.page(390)
  const line = await lineTo(page)
  let bodies = new Map<string, number>()
  const waiting = new Set<string>()
  let asked: InjectOptions | undefined
  let loader = ''
  await line.send('Network.enable')
  line.on('Network.requestWillBeSent', ({ requestId, loaderId, request, type, redirectResponse }) => {
    // What the page before still asks for while it is left is let go with it, and nobody tells that it ended.
    if (type === 'Document' && !redirectResponse) {
      loader = loaderId
      waiting.clear()
      bodies = new Map()
    }
    if (loaderId !== loader) return
    // What stands in the sheet itself (`data:`) is asked of nobody.
    if (request.url.startsWith(site.url)) waiting.add(requestId)
  })
  line.on('Network.responseReceived', ({ requestId, response }) => {
    if (waiting.has(requestId)) bodies.set(requestId, -response.encodedDataLength)
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const headers = bodies.get(requestId)
    if (waiting.delete(requestId) && headers !== undefined) bodies.set(requestId, headers + encodedDataLength)
  })
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked = askedBy(request, site)
  })
  return async ({ before, open }) => {
    await line.send('Network.setCacheDisabled', { cacheDisabled: true })
    await before?.(page, '')
    await line.send('Network.emulateNetworkConditions', weak)
    await line.send('Emulation.setCPUThrottlingRate', { rate: slower })
    bodies = new Map()
    waiting.clear()
    await open(page, '')
    const lcp = await largestPaint(page)
    // At once: a slowed page burns the time it does not get, and what comes after the paint is weighed, not timed.
    await line.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await line.send('Network.emulateNetworkConditions', quick)
    for (let still = 0; still < 2; still = waiting.size > 0 ? 0 : still + 1) await setTimeout(60)
    if (!asked) throw new Error('no page was asked for')
    const packed = [...bodies.values()].reduce((sum, each) => sum + each, 0)
    return { weight: { requests: bodies.size, packed, lcp }, asked }
  }
}

/** The request as the server can be asked it in this process. */
function askedBy(request: Request, site: DoorSite): InjectOptions {
  const url = request.url().slice(site.url.length)
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = request.postData()
  return body === null
    ? { method: 'GET', url, headers }
    : { method: 'POST', url, headers: { ...headers, ...form }, body }
}

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const told = (list: PerformanceObserverEntryList) => resolve(list.getEntries().at(-1)?.startTime ?? 0)
        new PerformanceObserver(told).observe({ type: 'largest-contentful-paint', buffered: true })
        window.setTimeout(() => resolve(0), 1000)
      }),
  )
}

const times = 20
const rounds = 20

/**
 * How long the server takes for a request, asked in this process and without a line between. Another program on the machine
 * only ever makes it look slower: the best of some rounds is taken, a breath apart, and the first within `limit` is enough.
 */
export async function paceOf(site: DoorSite, asked: InjectOptions, limit: number): Promise<Pace> {
  let best: Pace = { p50: Number.POSITIVE_INFINITY, p95: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds && best.p95 > limit; round++) {
    if (round > 0) await setTimeout(250)
    const taken: number[] = []
    for (let n = 0; n < times; n++) {
      const from = performance.now()
      await site.app.inject(asked)
      taken.push(performance.now() - from)
    }
    taken.sort((one, other) => one - other)
    const pace = { p50: taken[times / 2] ?? 0, p95: taken[Math.ceil(times * 0.95) - 1] ?? 0 }
    if (pace.p95 < best.p95) best = pace
  }
  return best
}
