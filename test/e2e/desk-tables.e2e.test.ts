import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite, deskSite, pick } from './desk-site.ts'
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

const asked = '工会,听到的诉求（件）,接到几件事,慰问人次\r\n江湾区总工会,,,\r\n远山区总工会,,,\r\n'
const table = { name: '六月报表.csv', mimeType: 'text/csv', buffer: Buffer.from(asked) }

it('answers a table from above: taken in, its columns confirmed, filled and taken away', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'head')
  await page.getByRole('link', { name: '来表' }).click()
  await page.getByText('还没有收过表').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await page.getByRole('button', { name: '收下这张表' }).click()
  await page.getByText('请选好文件').waitFor()
  await browser.screen(page, 'desk-tables-empty')
  await page.getByLabel('表（XLSX 或 CSV').setInputFiles(table)
  await page.getByLabel('表的名称').fill('服务职工统计表')
  await page.getByLabel('哪个部门要的').fill('示例市总工会办公室')
  await page.getByLabel('哪天要的').fill('2026-06-10')
  await page.getByRole('button', { name: '收下这张表' }).click()
  await page.getByRole('heading', { name: '服务职工统计表' }).waitFor()
  // The library still says aloud that the button of the page before is at work.
  await page.reload()
  // The box stands before its words do: the choice is written in once its list is built.
  await expect.poll(() => page.getByRole('combobox', { name: '听到的诉求（件）' }).inputValue()).toBe('听到的诉求')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await pick(page, '接到几件事', '听到的诉求')
  await page.keyboard.press('Enter')
  await browser.screen(page, 'desk-tables-columns')
  await page.getByRole('button', { name: '就按这样填' }).click()
  await page.getByLabel('花了几分钟').fill('20')
  await browser.screen(page, 'desk-tables-confirmed')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '填好并下载' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('服务职工统计表.csv')
  const { rows } = await site.database.owner.query(
    `select count(*)::int as n from demand where reach_units && array[$1]::int[] and restricted is null and submitted_at >= '2026-01-01+08'`,
    [await site.unit('江湾区总工会')],
  )
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
  expect(lines).toEqual([
    '\uFEFF工会,听到的诉求（件）,接到几件事,慰问人次',
    `江湾区总工会,${rows[0].n},${rows[0].n},不掌握`,
    '远山区总工会,不掌握,不掌握,不掌握',
    '',
  ])
})

it('shows on a phone who asked for how much, and a level above without the tables themselves', async () => {
  const page = await browser.page(390)
  await comeTo(page, site.url, 'head', '/desk/tables')
  await page.getByText('示例市总工会办公室').first().waitFor()
  await page.getByText(/1 张，.*20 分钟/).waitFor()
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-tables')
  await page.getByRole('link', { name: /服务职工统计表/ }).click()
  const address = await page
    .getByRole('combobox', { name: '慰问人次' })
    .waitFor()
    .then(() => page.url())
  expect(await fits()).toBe(true)
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-tables-columns')
  const above = await browser.page(1440)
  await comeTo(above, site.url, 'city', '/desk/tables')
  await above.getByText(/1 张，.*20 分钟/).waitFor()
  expect(await above.getByRole('link', { name: /服务职工统计表/ }).count()).toBe(0)
  await browser.screen(above, 'desk-tables-above')
  await browser.expecting(/404/, async () => {
    await above.goto(address)
    await above.getByText('找不到').first().waitFor()
  })
  await browser.screen(above, 'desk-tables-gone')
  expect(browser.troubles.filter((each) => !each.includes('401'))).toEqual([])
})
