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

it('opens a number down to the events of a demand, and the address can be sent', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'head')
  await page.getByRole('link', { name: '数字' }).click()
  await page.getByRole('heading', { name: '数字' }).waitFor()
  const heard = page.getByRole('button', { name: /^听到的诉求/ })
  const n = Number(/\d+/.exec((await heard.textContent()) ?? '')?.[0])
  const { rows } = await site.database.owner.query(
    `select count(*)::int as n from demand where reach_units && array[$1]::int[] and restricted is null and submitted_at >= '2026-01-01+08'`,
    [await site.unit('江湾区总工会')],
  )
  expect(n).toBe(rows[0].n)
  await page
    .getByText(/不足5例，不显示/)
    .first()
    .waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-figures')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '领导调研一页纸' }).click()
  expect((await coming).suggestedFilename()).toBe('江湾区总工会情况（领导调研用）.docx')
  await page.getByRole('button', { name: /^心/ }).click()
  await page.getByRole('heading', { name: '“心　职工说“是这样””下面是哪些' }).waitFor()
  const address = page.url()
  await page.locator('.figure-under .line').first().click()
  await page
    .getByText(/是这样|解决了/)
    .first()
    .waitFor()
  await page.goto(address)
  await page.getByRole('heading', { name: '“心　职工说“是这样””下面是哪些' }).waitFor()
})

it('goes down to a union below, never up, and is empty in words where nothing was heard', async () => {
  const page = await browser.page(390)
  await comeIn(page, site.url, 'head')
  await page.goto(`${site.url}/desk/figures`)
  await page.locator('.figure-table').getByRole('link', { name: '柳荫街道工会' }).first().click()
  await page.locator('.figure-where b', { hasText: '柳荫街道工会' }).waitFor()
  await page.locator('.figure-where').getByRole('link', { name: '江湾区总工会' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-figures-below')
  const paper = new URL((await page.getByRole('link', { name: '简报' }).getAttribute('href')) ?? '', site.url)
  expect(Object.fromEntries(paper.searchParams)).toEqual({
    ...{ unit: String(await site.unit('柳荫街道工会')), from: '2026-01', to: '2026-06' },
  })
  await page.getByRole('button', { name: '去年' }).click()
  await page.getByText('这段时间还没有可以数的').waitFor()
  await page.goto(`${site.url}/desk/figures?unit=1`)
  await page.getByText('这个工会不在您的范围里').waitFor()
  await page.getByRole('link', { name: '看本工会' }).click()
  await page.locator('.figure-where b', { hasText: '江湾区总工会' }).waitFor()
})
