import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DeskSite, deskSite } from './desk-site.ts'
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

it('says without a script, clause by clause, what was set out and what came of it, small counts hidden', async () => {
  const page = await browser.page(390, { javaScript: false })
  await page.goto(site.url)
  await page.getByRole('link', { name: '工会说要做的，做得怎样' }).click()
  await page.getByRole('heading', { name: '面对面、心贴心、实打实服务职工在基层' }).waitFor()
  expect(await page.locator('.clauses > li').count()).toBe(14)
  await page.getByText('我们没有办好的').waitFor()
  await page.getByText('不足5例或可反推，不显示').first().waitFor()
  await page.locator('summary').first().click()
  await page.getByText('已提交的诉求').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await browser.screen(page, 'door-line')

  const desk = await browser.page(1440, { language: 'en' })
  await desk.goto(`${site.url}/line?lang=en`)
  await desk.getByRole('heading', { name: 'Where we failed' }).waitFor()
  expect(await axeOn(desk)).toMatchObject({ violations: [] })
  await browser.screen(desk, 'door-line-en')
  const text = await (await fetch(`${site.url}/line`)).text()
  expect(gzipSync(text).length).toBeLessThan(30_000)
  // Who set it going is for the unions of the line; nobody's name is public.
  expect(text).not.toMatch(/赵江|何平|方线/)
})
