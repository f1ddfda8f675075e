import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite, deskSite } from './desk-site.ts'
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

it('opens a clause of a directive to its live figure, the unions below, the list, and the events of one matter', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'organiser')
  await page.getByRole('link', { name: '主线', exact: true }).click()
  await page.getByRole('link', { name: '关于今年到职工中间去的意见' }).first().click()
  const clause = page.getByRole('button', { name: /^凡是职工开口说的/ })
  const { rows } = await site.database.owner.query(
    `select count(*)::int as n from tally where measure = 'heard' and $1 = any (path)`,
    [await site.unit('江湾区总工会')],
  )
  await page.getByText(`听到的诉求 ${rows[0].n}`).waitFor()
  await page.getByText(/已送到 \d+ \/ \d+ 家工会/).waitFor()
  await clause.click()
  await page.getByRole('heading', { name: '第1条的数字' }).waitFor()
  await page.getByRole('columnheader', { name: '去年同期' }).waitFor()
  await page.locator('.figure-under .line').first().waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-line-directive')
  await page.getByRole('link', { name: /^回到面对面/ }).click()
  await page.getByText('我提议全区工会干部都下去').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-line-campaign')
  await page.goBack()
  // Every clause opens to its figure, to what stands under it, and from there to what happened.
  const clauses = page.locator('.line-doc > ol > li')
  await clauses.first().waitFor()
  for (const [at, happened] of under.entries()) {
    await clauses.nth(at).getByRole('button').click()
    await page.getByRole('heading', { name: `第${at + 1}条的数字` }).waitFor()
    await page.locator('.line-open :is(.figure-under, p) a').first().waitFor()
    await browser.screen(page, `desk-line-clause-${at + 1}`)
    await page.locator('.line-open').locator(happened.row).first().click()
    await page.locator(happened.shows).first().waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: `第${at + 1}条的数字` }).waitFor()
  }
  expect(await clauses.count()).toBe(under.length + 1)
  expect(await clauses.last().getByRole('button').count()).toBe(0)
})

const matter = { row: '.figure-under .line', shows: 'h2:has-text("经过")' }
/** Of each clause that is counted, what is pressed under it and what tells then that it happened. */
const under = [
  ...Array(5).fill(matter),
  { row: '.figure-under a', shows: '.visit-detail' },
  { row: '.figure-under a', shows: '.line-said:has-text("夜班食堂")' },
  { row: 'a:has-text("看覆盖")', shows: 'h1:has-text("三年轮训计划")' },
] as const

it('is received and planned on a phone, and a draft is issued without a place for a figure', async () => {
  const phone = await browser.page(390)
  await comeIn(phone, site.url, 'city')
  await phone.goto(`${site.url}/desk/line`)
  await phone.getByRole('link', { name: '关于今年到职工中间去的意见' }).first().click()
  await phone.getByRole('heading', { name: '关于今年到职工中间去的意见' }).waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  // What stands under a clause opens where it was pressed, and the way leads on to what it names.
  await phone.getByRole('button', { name: /^听见以后先去见人/ }).click()
  await phone.locator('li', { hasText: '听见以后先去见人' }).getByRole('heading', { name: '第2条的数字' }).waitFor()
  await phone.getByRole('link', { name: '到职工中间去动员会' }).waitFor()
  await browser.screen(phone, 'desk-line-directive')

  const page = await browser.page(1440)
  await comeIn(page, site.url, 'organiser')
  await page.goto(`${site.url}/desk/line`)
  await page.getByRole('link', { name: '面对面、心贴心、实打实服务职工在基层' }).click()
  await page.getByText('起草意见', { exact: true }).click()
  const form = page.getByRole('form', { name: '起草意见' })
  await form.getByRole('textbox', { name: /^文号/ }).fill('2026-9')
  await form.getByRole('textbox', { name: '标题' }).fill('夏天的意见')
  await form.getByRole('textbox', { name: '第1条 条文' }).fill('天热的时候先去看露天干活的人。')
  expect(await form.locator('input[type=number], input[inputmode=decimal]').count()).toBe(0)
  await form.getByRole('button', { name: '存为草稿' }).click()
  await page.getByRole('heading', { name: '夏天的意见' }).waitFor()
  await page.getByText('印发', { exact: true }).click()
  await browser.screen(page, 'desk-line-draft')
  await page.getByRole('button', { name: '印发，正文不能再改' }).click()
  await page
    .getByText(/印发 ·/)
    .first()
    .waitFor()
  await site.pass('2026-06-15T04:00:00Z')
  await page.reload()
  await page.getByText(/^已送到/).waitFor()
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await page.locator('summary', { hasText: '本地安排' }).click()
  await page.getByRole('textbox', { name: '我们打算怎么做' }).fill('先去环卫和快递站。')
  await page.getByRole('button', { name: '存下安排' }).click()
  await page.locator('.line-said', { hasText: '先去环卫和快递站。' }).waitFor()
  // Nobody is asked twice: a form for those below goes nowhere on the word of a county.
  await page.getByText('想让下级另填一张表').click()
  await page.getByRole('textbox', { name: '表的名称' }).fill('走访周报表')
  await page.getByLabel('为什么现有的数字不够用').fill('各条里没有按周的数。')
  await page.getByRole('button', { name: '申请', exact: true }).click()
  await page.getByText(/等示例省总工会答复/).waitFor()
  await browser.screen(page, 'desk-line-form')
  const province = await browser.page(1440)
  await comeTo(province, site.url, 'province', '/desk/line')
  await province.getByRole('heading', { name: '等本级工会答复的新表' }).waitFor()
  await province.getByText('不批准“走访周报表”').click()
  await province.getByRole('textbox', { name: '理由' }).fill('走访那一条已经看得到。')
  await browser.screen(province, 'desk-line-wanted')
  expect(await axeOn(province)).toMatchObject({ violations: [] })
  await province.getByRole('button', { name: '不批准，告诉对方理由' }).click()
  await province.getByText('走访周报表').first().waitFor({ state: 'detached' })
  // Whoever comes in by keyboard asks once before having a session.
  expect(browser.troubles.filter((each) => !/status of 401/.test(each))).toEqual([])
})
