import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DeskSite, deskSite, signIn } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser

beforeAll(async () => {
  site = await deskSite('story')
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const count = async (table: string, where = 'true') =>
  Number((await site.database.owner.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0]?.n)
const words = (page: Page, row: string, text: string) =>
  page.getByRole('group', { name: row }).getByRole('textbox', { name: '说了什么' }).fill(text)

it('records a visit on a phone in few taps; a double tap, a cut line and a reload make it one', async () => {
  const page = await browser.page(390)
  await signIn(page, site.url, 'township')
  await page.goto(`${site.url}/desk/visits`)
  await page.getByRole('textbox', { name: '去了哪里' }).fill('江湾精工')
  await page.getByRole('button', { name: /江湾精工/ }).click()
  await page.getByRole('textbox', { name: '见了多少人' }).fill('12')
  await page.getByRole('button', { name: '＋ 意见' }).click()
  await words(page, '意见 1', '希望早班班车提前十分钟')
  await page.getByRole('button', { name: '＋ 诉求' }).click()
  await words(page, '诉求 1', '三月到五月加班费没有发')
  expect(await page.getByRole('radio', { name: '保密', exact: true }).isChecked()).toBe(true)
  await page.reload()
  expect(await page.getByRole('textbox', { name: '见了多少人' }).inputValue()).toBe('12')
  await browser.screen(page, 'desk-visit-form')
  expect(await axeOn(page)).toMatchObject({ violations: [] })

  // The demand arrives, its answer does not.
  await page.route('**/api/command/demand.raise', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: '存好' }).dblclick()
  await page.getByText('网断了，不知道送到没有').waitFor()
  await page.unroute('**/api/command/demand.raise')
  await page.getByRole('button', { name: '接着送' }).click()
  await page.getByRole('heading', { name: '都存好了' }).waitFor()
  await browser.screen(page, 'desk-visit-saved')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  expect(await count('visit', `status = 'recorded' and met = 12`)).toBe(1)
  expect(await count('demand', `channel = 'visit' and mode = 'confidential' and seal_met = 'person'`)).toBe(1)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('加班费')
  expect(browser.troubles.filter((each) => !/Failed to load resource|net::ERR_FAILED/.test(each))).toEqual([])
})

it('shows contact points, where nobody was and what was paid, at both widths', async () => {
  const page = await browser.page(1440)
  await signIn(page, site.url, 'township')
  await page.goto(`${site.url}/desk/visits`)
  await page.getByRole('button', { name: '联系点' }).click()
  await page.getByText('建一个联系点').click()
  await page.getByRole('textbox', { name: '叫什么' }).fill('柳荫快递站')
  await page.getByRole('button', { name: '建好，由我负责' }).click()
  await page.getByText('负责：柳青').waitFor()
  await page.getByRole('button', { name: '走访记录' }).click()
  await page.getByRole('button', { name: /江湾精工/ }).click()
  await page.getByText('希望早班班车提前十分钟').waitFor()
  await page.getByText('1 件保密或匿名诉求已受理').waitFor()
  await browser.screen(page, 'desk-visits')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await page.getByRole('button', { name: '还没去过' }).click()
  await page.getByText(/去过 1 家/).waitFor()
  await browser.screen(page, 'desk-never-visited')
})
