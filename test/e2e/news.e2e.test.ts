import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-news-'))
const sent = path.join(folder, 'sent.log')
beforeAll(async () => {
  const shipped = readFileSync(path.join(SHIPPED_RULES.whole, 'news.yaml'), 'utf8')
  writeFileSync(path.join(folder, 'news.yaml'), shipped.replace('  open: false', '  open: true'))
  site = await deskSite('demo', { ZHAGEN_RULES: folder, NOTICE_LOG: sent })
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
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
  await page.getByText('从文件带进全文').click()
  const gb = Buffer.concat([Buffer.from('<p>'), Buffer.from('b5dad2bbd5c5d6bd', 'hex'), Buffer.from('</p>')])
  await page
    .getByLabel('HTML 网页或 Markdown 文件')
    .setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: gb })
  await page.getByText('带进来了').waitFor()
  expect(await page.getByLabel('第 2 段', { exact: true }).inputValue()).toBe('第一张纸')
  await browser.screen(page, 'desk-news-write')
  await page.getByRole('button', { name: '去掉第 2 段' }).click()
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

it('is commented on by a reader whose phone a code verified, once an editor has read it', async () => {
  const desk = await browser.page(1440)
  await comeIn(desk, site.url, 'editor')
  await desk.getByRole('link', { name: '新闻', exact: true }).click()
  await desk.getByRole('link', { name: '门口的一张纸' }).click()
  await desk.getByRole('button', { name: '开放评论' }).click()
  await desk.getByText('这篇文章收评论').waitFor()
  await site.settle()

  const reader = await browser.page(390)
  await reader.goto(`${site.url}/news`)
  await reader.getByRole('link', { name: '门口的一张纸' }).click()
  await reader.getByRole('link', { name: '写评论' }).click()
  await reader.getByLabel('想说的话').fill('晚上也有人就更好了。')
  await reader.getByLabel('手机号').fill('13900000000')
  await reader.getByRole('button', { name: '发验证码给我' }).click()
  const typed = reader.getByLabel(/验证码/)
  await typed.waitFor()
  expect(await axeOn(reader)).toMatchObject({ violations: [] })
  const message = JSON.parse(readFileSync(sent, 'utf8').trim().split('\n').at(-1) ?? '')
  await typed.fill(/\d{6}/.exec(message.text)?.[0] ?? '')
  await reader.getByRole('button', { name: '交给编辑看' }).click()
  await reader.getByText('收到了，等编辑看').waitFor()
  const [number = '', code = ''] = await reader.locator('dl.kept dd').allInnerTexts()
  await browser.screen(reader, 'door-news-comment')

  await desk.getByRole('link', { name: '新闻', exact: true }).click()
  await desk.getByText('晚上也有人就更好了。').waitFor()
  await browser.screen(desk, 'desk-news-comments')
  await desk.getByRole('button', { name: '公开', exact: true }).click()
  await desk.getByText('没有评论').waitFor()
  await reader.getByRole('link', { name: '回到文章' }).click()
  await reader.getByText('晚上也有人就更好了。').waitFor()

  await reader.goto(`${site.url}/comment`)
  await reader.getByLabel('评论编号').fill(number)
  await reader.getByLabel('提取码').fill(code)
  await reader.getByRole('button', { name: '查看' }).click()
  await reader.getByRole('button', { name: '撤回这条评论' }).click()
  await reader.getByText('您已经撤回，谁也看不到了').waitFor()
  await reader.getByRole('link', { name: '回到文章' }).click()
  await reader.getByRole('heading', { name: '评论 0' }).waitFor()
})
