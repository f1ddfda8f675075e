import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
beforeAll(async () => {
  site = await deskSite()
  await site.settle()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('draws what it tells, says the same in its table, and exports exactly that', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'head')
  await page.goto(`${site.url}/desk/figures`)
  const funnel = page.locator('.chart', { hasText: '一件事走到哪一步' })
  await funnel.locator('svg').waitFor()
  const heard = await page.getByRole('button', { name: /^听到的诉求/ }).textContent()
  const n = /\d+/.exec(heard ?? '')?.[0] as string
  await funnel
    .locator('svg text', { hasText: new RegExp(`^${n}$`) })
    .first()
    .waitFor()
  const crossed = page.locator('.chart', { hasText: '分类 × 职工群体' })
  await crossed.getByLabel('数哪一种').selectOption('solved')
  await crossed.locator('p', { hasText: '职工说解决了' }).first().waitFor()
  await page
    .getByText(/^回访触达率$/)
    .first()
    .waitFor()
  await page.getByText('不在比例里：剔除，不计入三率').waitFor()
  await page.waitForTimeout(400)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-charts')
  await funnel.getByRole('button', { name: '看表' }).click()
  const row = funnel.locator('tr', { hasText: '听到的诉求' })
  expect(await row.textContent()).toContain(n)
  const waiting = page.waitForEvent('download')
  await funnel.getByRole('button', { name: '导出 CSV' }).click()
  const stream = await (await waiting).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  const csv = Buffer.concat(parts).toString()
  expect(csv).toContain(`听到的诉求,${n}\r\n`)
  expect(csv).toContain(',不显示\r\n')
})

it('goes back to a day gone by, on a phone, in the dark', async () => {
  const page = await browser.page(390)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await comeIn(page, site.url, 'head')
  await page.goto(`${site.url}/desk/figures`)
  await page.locator('.chart svg').first().waitFor()
  await page.waitForTimeout(400)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-charts-dark')
  await page.getByLabel('按日期倒看').fill('2026-01-01')
  await page.getByText('这是 2026-01-01 当天结束时的数').waitFor()
})
