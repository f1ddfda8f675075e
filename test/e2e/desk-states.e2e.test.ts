import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser, type Width } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite, deskSite } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
const widths: readonly Width[] = [390, 1440]

beforeAll(async () => {
  site = await deskSite()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const list = '**/api/view/demands**'

/** A page of a very long list, made from one row that the server gave. */
async function fill(page: Page, rows: number): Promise<void> {
  const pageSize = 50
  let row: { id: string } | undefined
  await page.route(list, async (route) => {
    const address = new URL(route.request().url())
    const from = Number(address.searchParams.get('after') ?? '0')
    row ??= ((await (await route.fetch()).json()) as { rows: { id: string }[] }).rows[0]
    const to = Math.min(rows, from + pageSize)
    const made = Array.from({ length: to - from }, (_, n) => ({
      ...row,
      id: `${row?.id.slice(0, 30)}${from + n + 100_000}`,
    }))
    await route.fulfill({ json: { rows: made, after: to < rows ? String(to) : null } })
  })
}

it('says of an empty list what will appear and why', async () => {
  const page = await browser.page(1440)
  await comeTo(page, site.url, 'enterprise', '/desk/callback')
  await page.getByText('没有等回访的').waitFor()
  await page.getByText('别的工会答复以后，由您这里回访的诉求会出现在这里。').waitFor()
  await browser.screen(page, 'desk-empty')
})

it('shows the lists on a phone, one thing on a screen, and the way back', async () => {
  const demand = await site.raise('车间夜里冲床没有防护罩，孕妇也上夜班。', { mode: 'anonymous' })
  const page = await browser.page(390)
  await comeIn(page, site.url, 'triage')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-lists')
  await page.getByRole('link', { name: /^今天/ }).click()
  await page.locator('.line').first().waitFor()
  expect(await page.getByRole('navigation').isVisible()).toBe(false)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-list')
  await page.locator(`.line[href$="${demand}"]`).click()
  await page.getByText('车间夜里冲床没有防护罩').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-demand')
  await page.getByRole('link', { name: '回到清单' }).click()
  await page.locator('.line').first().waitFor()
})

it.each(widths)('says at %i that it did not open, and opens when asked again', async (width) => {
  const page = await browser.page(width)
  await comeIn(page, site.url, 'triage')
  await page.route(list, (route) => route.fulfill({ status: 500, json: {} }))
  await page.goto(`${site.url}/desk/unit`)
  await page.getByText('没有打开').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-error')
  await page.unroute(list)
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.locator('.line').first().waitFor()
})

it('draws grey lines only when an answer takes its time', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'triage')
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(list, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(`${site.url}/desk/unit`)
  await page.getByRole('navigation').waitFor()
  await page.locator('.skeleton').waitFor()
  await browser.screen(page, 'desk-loading')
  release()
  await page.locator('.line').first().waitFor()
  expect(await page.locator('.list .skeleton').count()).toBe(0)
})

it('holds a thousand rows, asked for as one scrolls', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'triage')
  await fill(page, 1000)
  await page.goto(`${site.url}/desk/unit`)
  await page.locator('.line').nth(49).waitFor()
  while ((await page.locator('.line').count()) < 1000) {
    const before = await page.locator('.line').count()
    await page.locator('.line').last().scrollIntoViewIfNeeded()
    await page.locator('.line').nth(before).waitFor()
  }
  expect(await page.locator('.line').count()).toBe(1000)
  expect(await page.getByRole('button', { name: '再看后面的' }).count()).toBe(0)
  await browser.screen(page, 'desk-full')
})

it('raises a demand for a worker, and reads the receipt aloud in groups', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'agent')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '职工说了什么' }).fill('三月的加班费没有发。')
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选怎么来的。').waitFor()
  await page.getByRole('radio', { name: /热线/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('combobox', { name: '在哪个地区上班' }).fill('江湾')
  await page
    .getByRole('option', { name: /^江湾区/ })
    .first()
    .click()
  await page.getByRole('radio', { name: /^保密/ }).focus()
  await page.keyboard.press('Space')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText('这个提取码您看到过').waitFor()
  const groups = await page.locator('.receipt-big span').allTextContents()
  expect(groups.map((group) => group.length)).toEqual([4, 4, 4])
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-receipt')
})

it('prints a form, and takes it back at the counter by its photo: what lies below the line stays on the computer', async () => {
  const page = await browser.page(1440)
  await comeTo(page, site.url, 'agent', '/desk/posters')
  await page.getByRole('link', { name: '纸面登记表' }).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  const at = await page.getByRole('link', { name: '纸面登记表' }).getAttribute('href')
  await page.goto(site.url + (at ?? '').replace(/form$/, 'cards'))
  await page.getByLabel('姓名').fill('测试者李')
  expect(await page.locator('[data-fill=name]').first().textContent()).toBe('测试者李')
  await page.goto(`${site.url}${at}`)
  await page.emulateMedia({ media: 'print' })
  const photo = await page.screenshot({ fullPage: true })
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`${site.url}/desk/today/raise`)
  await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo })
  const pieces: Buffer[] = []
  await page.route('**/file/*', async (route) => {
    pieces.push(route.request().postDataBuffer() ?? Buffer.alloc(0))
    await route.continue()
  })
  await page.getByRole('button', { name: '把绿线以上上锁存好' }).click()
  await page.getByText('照片存好了').waitFor()
  const { width: whole = 1, height: tall = 1 } = await sharp(photo).metadata()
  const { width = 0, height = 0 } = await sharp(Buffer.concat(pieces)).metadata()
  expect(height / width).toBeCloseTo((0.7 * tall) / whole, 2)
  await page.getByRole('textbox', { name: '职工说了什么' }).fill('照纸上写的：四月的高温津贴没有发。')
  await page.getByRole('radio', { name: /来信/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('combobox', { name: '在哪个地区上班' }).fill('江湾')
  await page
    .getByRole('option', { name: /^江湾区/ })
    .first()
    .click()
  await page.getByRole('radio', { name: /^匿名/ }).focus()
  await page.keyboard.press('Space')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-paper')
  await page.keyboard.press('Control+Enter')
  await page.getByText('这个提取码您看到过').waitFor()
  const { rows } = await site.database.owner.query(
    "select body->>'is' as kind from event where kind = 'FileAttached' order by at desc, position desc limit 1",
  )
  expect(rows).toEqual([{ kind: 'photo' }])
})

it('is the same in the dark and in English', async () => {
  const page = await browser.page(1440)
  await page.emulateMedia({ colorScheme: 'dark' })
  await comeIn(page, site.url, 'triage')
  await page.getByRole('button', { name: /的设置与退出/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('link', { name: /^Our union/ }).click()
  await page.locator('.line').first().click()
  await page.getByRole('heading', { name: 'In the worker’s words' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-dark-en')
})

it('signs out, and everywhere', async () => {
  const [here, there] = [await browser.page(1440), await browser.page(1440)]
  await comeIn(here, site.url, 'head')
  await comeIn(there, site.url, 'head')
  await here.getByRole('button', { name: /的设置与退出/ }).click()
  await here.getByRole('menuitem', { name: '退出所有地方' }).click()
  await here.getByRole('textbox', { name: '账号' }).waitFor()
  await there.reload()
  await there.getByRole('textbox', { name: '账号' }).waitFor()
})

it('answers with one page for every screen, keeps hashed files for a year, and opens in less than 200 KB', async () => {
  const page = await fetch(`${site.url}/desk/today`)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
  const html = await page.text()
  expect(html).not.toMatch(/style=|<style|<script(?![^>]*\bsrc=)/)
  const script = /src="(\/desk\/assets\/[^"]+\.js)"/.exec(html)?.[1]
  const asset = await fetch(`${site.url}${script}`, { headers: { 'accept-encoding': 'gzip' } })
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  expect(Number(asset.headers.get('content-length'))).toBeLessThan(200_000)
  expect((await fetch(`${site.url}/desk/assets/of-another-build.js`)).status).toBe(404)
})

it('asked no other machine and had no error but the expected ones', () => {
  const expected = /status of (401|500)/
  expect(browser.troubles.filter((each) => !expected.test(each))).toEqual([])
})
