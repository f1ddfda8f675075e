import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DoorPage, doorPages, noPages, publish, routesOf, type Shown } from './door-pages.ts'
import { fine, small, unmarked, widerAt } from './door-seen.ts'
import { axeOn, colourRules, type DoorSite, doorSite, followBy, raiseBy } from './door-site.ts'
import { type Pace, paceOf, scale, type Weighed, type Weight } from './door-weight.ts'

let browser: TestBrowser
let site: DoorSite
let shown: Shown
let pages: readonly DoorPage[] = []
beforeAll(async () => {
  site = await doorSite()
  browser = await openBrowser()
  shown = { receipt: await halfway(), ...(await publish(site)) }
  pages = doorPages(site, shown)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A demand on which everything is asked of the worker at once: understanding, verdict, withdrawal, erasure. */
async function halfway(): Promise<{ number: string; code: string }> {
  const page = await browser.page(390)
  const raised = await raiseBy(
    page,
    site.url,
    '我们班组十个人，三月到五月的加班费一直没有发，问过两次，说月底，月底又说下个月。',
  )
  const { accept, triage, handler, context } = site
  const demand = await site.demandOf(raised.number)
  const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
  await accept(triage, 'demand.triage', { demand, ...triaged, lead: handler.unit })
  await accept(handler, 'order.sign', { demand })
  await accept(handler, 'contact.log', { demand, way: 'call' })
  await accept(handler, 'message.post', { demand, text: '方便说一下考勤是怎么记的吗？' })
  await accept(handler, 'understanding.write', {
    demand,
    text: '您和班组共 10 人，三月到五月的加班费没有发。我们会先要考勤和工资表，三个工作日内答复您。',
  })
  await accept(handler, 'deed.record', { demand, deed: context.rules.deeds[0]!.code, text: '谈妥补发' })
  await accept(handler, 'demand.answer', { demand, claim: 'done', text: '用人单位已经补发三个月加班费。' })
  return raised
}

/** All pages, one after the other, in as many windows as a small machine has processors. */
async function inLanes(walk: (next: () => DoorPage | undefined) => Promise<void>): Promise<void> {
  const waiting = [...pages]
  await Promise.all([1, 2].map(() => walk(() => waiting.shift())))
}

it('knows every page of the door: a new one is a line in door-pages.ts', async () => {
  const known = new Set(pages.map(({ route }) => route))
  const routes = await routesOf(site)
  expect(routes.length).toBeGreaterThan(10)
  expect(routes.filter((route) => !known.has(route) && !(route in noPages))).toEqual([])
})

const limits = { requests: 6, packed: 30 * 1024, lcp: 1500, p95: 15 }

it('weighs little, is soon there on a weak line, and keeps nothing on the phone', { timeout: 180_000 }, async () => {
  const light = new Map<string, Weighed>()
  await inLanes(async (next) => {
    const weigh = await scale(browser, site)
    for (let each = next(); each; each = next()) {
      let weighed = await weigh(each)
      // A machine that does something else at the same time only ever makes a page later: what is late is opened again.
      for (let again = 0; again < 4 && weighed.weight.lcp > limits.lcp; again++) weighed = await weigh(each)
      light.set(each.name, weighed)
    }
  })
  const rows: ({ name: string } & Weight & Pace)[] = []
  for (const { name } of pages) {
    const { weight, asked } = light.get(name)!
    rows.push({ name, ...weight, ...(await paceOf(site, asked, limits.p95)) })
  }
  const round = ({ name, requests, packed, p50, p95, lcp }: (typeof rows)[number]) =>
    [
      name,
      { requests, KB: +(packed / 1024).toFixed(1), p50: +p50.toFixed(1), p95: +p95.toFixed(1), lcp: Math.round(lcp) },
    ] as const
  console.table(Object.fromEntries(rows.map(round)))
  expect(rows.filter(({ requests, lcp }) => requests < 2 || lcp === 0)).toEqual([])
  expect(
    rows.filter(
      ({ requests, packed, lcp, p95 }) =>
        requests > limits.requests || packed > limits.packed || lcp > limits.lcp || p95 > limits.p95,
    ),
  ).toEqual([])
})

/** Seen as pictures too; measured are all. */
const pictured = ['home', 'wrong', 'receipt', 'follow']
const editions = [
  { edition: 'standard', query: '', target: 44, letters: 12 },
  { edition: 'care', query: 'care=1', target: 60, letters: 18 },
] as const

it.each(editions)(
  '$edition edition: axe finds nothing, nothing is clipped, small or hidden',
  {
    timeout: 240_000,
  },
  async ({ edition, query, target, letters }) => {
    expect(pages.length).toBeGreaterThan(15)
    await inLanes(async (next) => {
      const page = await browser.page(390)
      for (let each = next(); each; each = next()) {
        const { name, before, open } = each
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await before?.(page, query)
        await open(page, query)
        const all = await axeOn(page)
        expect(all.rules, name).toBeGreaterThan(5)
        await browser.screen(page, `door-${name}-${edition}`)
        await page.emulateMedia({ colorScheme: 'dark' })
        const dark = await axeOn(page, colourRules)
        if (pictured.includes(name)) await browser.screen(page, `door-${name}-${edition}-dark`)
        const found = {
          axe: [...all.violations, ...dark.violations],
          small: await small(page, target),
          fine: await fine(page, letters),
        }
        const seen = { unmarked: await unmarked(page), wider: await widerAt(page, [320, 360, 1440]) }
        if (pictured.includes(name)) await browser.screen(page, `door-${name}-${edition}`)
        await page.setViewportSize({ width: 390, height: 844 })
        const nothing = { axe: [], small: [], fine: [], unmarked: [], wider: [0, 0, 0] }
        expect({ name, ...found, ...seen }).toEqual({ name, ...nothing })
      }
      expect(await page.context().cookies()).toEqual([])
    })
    expect(browser.troubles.filter((trouble) => !/status of 4\d\d/.test(trouble))).toEqual([])
  },
)

it('reads in English at 320 pixels', { timeout: 60_000 }, async () => {
  await inLanes(async (next) => {
    const page = await browser.page(390)
    for (let each = next(); each; each = next()) {
      await each.before?.(page, 'care=1&lang=en')
      await each.open(page, 'care=1&lang=en')
      expect([each.name, await widerAt(page, [320])]).toEqual([each.name, [0]])
      if (pictured.includes(each.name)) expect(await axeOn(page)).toMatchObject({ violations: [] })
      await page.setViewportSize({ width: 390, height: 844 })
    }
  })
})

it('goes through a whole receipt with the keyboard alone, and fits on a sheet of paper', async () => {
  const page = await browser.page(1440)
  await page.goto(`${site.url}/follow`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(shown.receipt.number)
  await page.keyboard.press('Tab')
  await page.keyboard.type(shown.receipt.code)
  await page.keyboard.press('Enter')
  await page.locator('.seals').waitFor()
  await followBy(page, site.url, shown.receipt)
  const receipt = pages.find(({ name }) => name === 'receipt')!
  await receipt.before!(page, '')
  await receipt.open(page, '')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.bar').isVisible()).toBe(false)
  expect(await page.locator('.kept .code').isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})
