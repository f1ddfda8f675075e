import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
beforeAll(async () => {
  site = await deskSite()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('is written by one editor, released by another, and read by anybody', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'editor')
  // Who writes has no cases, and no empty lists of them either.
  await page.getByText('从目录里选一处').waitFor()
  expect(await page.getByRole('link', { name: '今天' }).count()).toBe(0)
  await page.getByRole('link', { name: '新闻', exact: true }).click()
  await page.getByRole('button', { name: '写一篇' }).click()
  await page.getByLabel('题目', { exact: true }).fill('门口的一张纸')
  await page.getByLabel('作者（印在文章上）').fill('江湾工会报')
  await page.getByLabel('第 1 段', { exact: true }).fill('2012年的这张纸，联系电话13800138000。')
  await browser.screen(page, 'desk-news-write')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.getByRole('button', { name: '送另一个人看' }).click()
  await page.getByText('您写的，请本工会另一个人看过再发布').waitFor()
  const address = page.url()

  const other = await browser.page(390)
  await comeIn(other, site.url, 'editor2')
  await other.goto(address)
  await other.getByLabel(/第 1 段，可能是手机号/).selectOption('public')
  expect(await axeOn(other)).toMatchObject({ violations: [] })
  await browser.screen(other, 'desk-news-release')
  await other.getByRole('button', { name: '发布' }).click()
  await other.getByText('撤下', { exact: true }).waitFor()

  const door = await browser.page(390)
  await site.settle()
  await door.goto(`${site.url}/news`)
  await door.getByRole('link', { name: '门口的一张纸' }).click()
  await door.getByText('2012年的这张纸').waitFor()
  expect(await axeOn(door)).toMatchObject({ violations: [] })
  await browser.screen(door, 'door-news-article')
})
