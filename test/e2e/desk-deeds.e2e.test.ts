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

it('proposes a deed, does it and hands out slips', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'handler')
  await page.goto(`${site.url}/desk/deeds`)
  await page.getByText('还没有实事').waitFor()
  await page.getByRole('button', { name: '提一件实事' }).click()
  const form = page.getByRole('form', { name: '提一件实事' })
  await form.getByRole('combobox', { name: '哪类实事' }).fill('送清凉')
  await page.getByRole('option', { name: '送清凉' }).click()
  await form.getByRole('textbox', { name: /^要办什么事/ }).fill('给工地送防暑药和饮水')
  await form.getByRole('textbox', { name: /^惠及职工人数/ }).fill('30')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-deeds-propose')
  await form.getByRole('button', { name: '提出' }).click()
  await page.getByRole('heading', { name: '送清凉' }).waitFor()
  await page.getByText('给工地送防暑药和饮水').waitFor()
  await page.getByRole('button', { name: '办成了' }).click()
  await page.getByRole('button', { name: '出评价条' }).click()
  const slip = page.getByRole('list', { name: '刚出的评价条' })
  await slip.getByText(/^SS-/).waitFor()
  await browser.screen(page, 'desk-deeds-done')
  const [number = '', code = ''] = ((await slip.textContent()) ?? '').trim().split(/\s+/)
  // A button that is waiting is read out by a node of its own, which stays a while after the button is gone.
  await page.reload()
  await page.getByText('给工地送防暑药和饮水').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })

  const door = await browser.page(390)
  await door.goto(`${site.url}/deed-word`)
  await door.getByRole('textbox', { name: '编号（SS 开头）' }).fill(number.toLowerCase())
  await door.getByRole('textbox', { name: '提取码' }).fill('00000-00000')
  await door.getByRole('button', { name: '说这一句' }).click()
  await door.getByRole('link', { name: '请选一个回答。' }).waitFor()
  await door.getByRole('textbox', { name: '提取码' }).fill(code)
  await door.getByRole('radio', { name: '有用', exact: true }).check()
  expect(await axeOn(door)).toMatchObject({ violations: [] })
  await browser.screen(door, 'door-deed-word')
  await door.getByRole('button', { name: '说这一句' }).click()
  await door.getByText('江湾区总工会的“送清凉”：有用').waitFor()
  await page.reload()
  await page.getByText('受益人：有用 1，有一点用 0，没有用 0，还没有说 29').waitFor()
})

it('calls a meeting on a phone and puts it into a calendar', async () => {
  const page = await browser.page(390)
  await comeIn(page, site.url, 'organiser')
  await page.goto(`${site.url}/desk/meetings`)
  await page.getByRole('button', { name: '召集会议' }).click()
  const form = page.getByRole('form', { name: '召集会议' })
  await form.getByRole('textbox', { name: '会议名称' }).fill('动员会')
  await form.getByLabel('开始（北京时间）').fill('2099-01-09T09:00')
  await form.getByLabel('结束（北京时间）').fill('2099-01-09T11:00')
  await form.getByRole('button', { name: '发出邀请' }).click()
  await page.getByRole('link', { name: '加到日历' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.reload()
  await page.getByRole('link', { name: '加到日历' }).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-meeting')
  const address = await page.getByRole('link', { name: '加到日历' }).getAttribute('href')
  const entry = await page.evaluate(async (url) => (await fetch(url ?? '')).text(), address)
  expect(entry).toContain('DTSTART:20990109T010000Z')
})
