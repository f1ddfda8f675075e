import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite } from './desk-site.ts'
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

it('makes one issue of what came up again and again, plans it, and carries a suggestion from it up', async () => {
  const triage = await site.person('triage')
  const { rows } = await site.database.owner.query("select id from employer where name = '江湾电子科技有限公司'")
  for (let n = 0; n < 3; n += 1) {
    const demand = await site.raise(`测试：加班费第${n}件`, { employer: rows[0].id })
    const asked = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
    await site.accept(triage, 'demand.triage', { demand, ...asked, lead: await site.unit('柳荫街道工会') })
  }
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'organiser')
  await page.getByRole('link', { name: '共性问题' }).click()
  await page.getByText('还没有共性问题').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-clusters')
  await page.getByRole('button', { name: /^立为共性问题/ }).click()
  await page.getByRole('heading', { name: '江湾电子科技有限公司：加班费' }).waitFor()
  await page.getByText('不足5例，不显示').first().waitFor()
  await page.getByRole('button', { name: '写计划' }).click()
  await page.getByLabel('要达到什么').fill('加班费按月核算')
  await page.getByLabel('怎么做').fill('请用人单位公布算法')
  await page.getByLabel('到哪天').fill('2026-07-20')
  await page.getByRole('button', { name: '写好了' }).click()
  await page.getByText('加班费按月核算').waitFor()
  await page.reload()
  await page.getByText('加班费按月核算').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-issue')
  await page.getByRole('link', { name: /提一条政策建议/ }).click()
  await page.getByLabel('建议什么').fill('加班费算法要公示')
  await page.getByLabel('为什么、怎么改').fill('让职工看得见')
  await page.getByRole('button', { name: '交给上一级' }).click()
  await page.getByText(/在这里，到/).waitFor()
  expect(browser.troubles.filter((each) => !each.includes('401'))).toEqual([])
})

it('says what the county thinks on a phone, and shows a practice against its own past', async () => {
  const township = await site.person('township')
  const raised = { unit: township.unit, title: '高温津贴按天发', text: '按天算，不按月' }
  await site.accept(township, 'suggestion.raise', raised)
  const page = await browser.page(390)
  await comeIn(page, site.url, 'organiser')
  await page.goto(`${site.url}/desk/issues?tab=suggestions`)
  await page
    .getByRole('link', { name: /高温津贴按天发/ })
    .first()
    .click()
  await page.getByText('按天算，不按月').waitFor()
  await page.locator('.choice', { hasText: '往上一级走' }).click()
  await page.getByLabel('说清楚').fill('区里支持')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-suggestion')
  await page.getByRole('button', { name: '表态' }).click()
  await page.getByText('区里支持').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  const organiser = await site.person('organiser')
  const described = {
    unit: organiser.unit,
    title: '工地早班会',
    text: '每周一次，听意见',
    since: '2026-03-01',
    measure: 'heard',
  }
  await site.accept(organiser, 'practice.describe', described)
  await page.goto(`${site.url}/desk/issues?tab=practices`)
  await page.getByRole('link', { name: /工地早班会/ }).click()
  await page.getByText('每家只和自己比').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-practice')
  expect(browser.troubles.filter((each) => !each.includes('401'))).toEqual([])
})
