import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { lineTo } from '../kit/windows.ts'
import { axeOn, type DoorSite, doorSite, followBy, raiseBy } from './door-site.ts'

let browser: TestBrowser
let site: DoorSite
let receipt: { number: string; code: string }
beforeAll(async () => {
  site = await doorSite()
  browser = await openBrowser()
  receipt = await halfway()
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

/** Every page of the door, by how one gets there. */
const pages: Readonly<Record<string, (page: Page, query: string) => Promise<unknown>>> = {
  home: (page, query) => page.goto(`${site.url}/?${query}`),
  raise: (page, query) => page.goto(`${site.url}/raise?region=990102&${query}`),
  blank: (page, query) => page.goto(`${site.url}/raise?${query}`),
  wrong: async (page, query) => {
    await page.goto(`${site.url}/raise?${query}`)
    await page.locator('#phone').fill('abc')
    await press(page, '.send .button')
  },
  found: async (page, query) => {
    await page.goto(`${site.url}/raise?${query}`)
    await page.locator('#place').fill('柳荫')
    await press(page, '#where .beside .button')
  },
  receipt: async (page, query) => {
    await page.goto(`${site.url}/raise?region=990102001&${query}`)
    await page.locator('#text').fill('宿舍漏水')
    await press(page, '.send .button')
  },
  enter: (page, query) => page.goto(`${site.url}/follow?${query}`),
  unfit: async (page, query) => {
    await page.goto(`${site.url}/follow?${query}`)
    await page.locator('#number').fill('SQ-990102-20260615-000217-5')
    await press(page, 'form .button')
  },
  follow: async (page, query) => {
    await page.goto(`${site.url}/follow?${query}`)
    await page.locator('#number').fill(receipt.number)
    await page.locator('#code').fill(receipt.code)
    await press(page, 'form .button')
    await page.locator('.seals').waitFor()
  },
  missing: (page, query) => page.goto(`${site.url}/nowhere?${query}`),
  away: (page, query) => page.goto(`${site.url}/away?${query}`),
}
/** A form that is sent leads to another page: it is there when it has loaded. */
async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(button).click()])
}
const all = Object.keys(pages)
const some = ['home', 'wrong', 'receipt', 'follow']
const dresses = [
  { name: 'light', query: '', scheme: 'light', widths: [390, 1440], shown: all },
  { name: 'dark', query: '', scheme: 'dark', widths: [390], shown: some },
  { name: 'care', query: 'care=1', scheme: 'light', widths: [390], shown: all },
  { name: 'care-dark-en', query: 'care=1&lang=en', scheme: 'dark', widths: [1440], shown: some },
] as const

describe.each(dresses)('dressed $name', ({ name, query, scheme, widths, shown }) => {
  it.each(shown)('%s: nothing for axe to find, nothing wider than the screen, targets large enough', async (which) => {
    for (const width of widths) {
      const page = await browser.page(width)
      await page.emulateMedia({ colorScheme: scheme })
      await pages[which]!(page, query)
      await browser.screen(page, `door-${which}-${name}`)
      const { violations, rules } = await axeOn(page)
      expect(rules).toBeGreaterThan(5)
      expect(violations).toEqual([])
      expect(await small(page, query.includes('care') ? 60 : 44)).toEqual([])
      for (const narrow of [320, width]) {
        await page.setViewportSize({ width: narrow, height: 800 })
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0)
      }
    }
    expect(browser.troubles.filter((trouble) => !/status of 4\d\d/.test(trouble))).toEqual([])
  })
})

/** Buttons, fields and choices (the whole line of one, not its box) lower than a finger needs; links within a sentence are exempt (WCAG 2.5.8). */
function small(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'button, .button, input:not([type=radio], [type=checkbox]), textarea, select, .choice, summary, nav a, .way, .numbers a, .brand',
      ),
    ]
    const seen = targets.filter((each) => each.offsetParent !== null && !each.matches('.unseen, [type=hidden]'))
    return seen
      .filter((each) => each.getBoundingClientRect().height < pixels - 0.5)
      .map((each) => each.outerHTML.slice(0, 90))
  }, least)
}

it('weighs at most 30 KB packed in at most 6 requests, and keeps nothing on the phone', async () => {
  const table: Record<string, { requests: number; packed: number }> = {}
  const page = await browser.page(390, { fresh: true })
  const line = await lineTo(page)
  for (const which of Object.keys(pages)) {
    await line.send('Network.clearBrowserCache')
    let document: Buffer = Buffer.alloc(0)
    const files = new Map<string, Buffer>()
    const waiting: Promise<void>[] = []
    // The page itself, and every file it needs, as a phone that has never been here fetches them.
    page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest()
      const keep = (body: Buffer) => {
        if (isPage) document = body
        else files.set(response.url(), body)
      }
      waiting.push(response.body().then(keep, () => undefined))
    })
    await pages[which]!(page, '')
    await page.waitForLoadState('networkidle')
    await Promise.all(waiting)
    const packed = [document, ...files.values()].map((body) => gzipSync(body).length)
    table[which] = { requests: packed.length, packed: packed.reduce((sum, size) => sum + size, 0) }
    expect(await page.context().cookies()).toEqual([])
    page.removeAllListeners('response')
  }
  console.table(table)
  for (const [which, { requests, packed }] of Object.entries(table)) {
    expect(requests, which).toBeGreaterThan(1)
    expect(requests, which).toBeLessThanOrEqual(6)
    expect(packed, which).toBeLessThanOrEqual(30 * 1024)
  }
})

it('goes through a whole receipt with the keyboard alone, and fits on a sheet of paper', async () => {
  const page = await browser.page(1440)
  await page.goto(`${site.url}/follow`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(receipt.number)
  await page.keyboard.press('Tab')
  await page.keyboard.type(receipt.code)
  await page.keyboard.press('Enter')
  await page.locator('.seals').waitFor()
  await followBy(page, site.url, receipt)
  await pages.receipt!(page, '')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.bar').isVisible()).toBe(false)
  expect(await page.locator('.kept .code').isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})
