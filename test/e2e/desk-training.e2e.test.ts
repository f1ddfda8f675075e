import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite, pick } from './desk-site.ts'
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

it('plans a class, enrols, books who was there, and tells what it reached without naming anybody', async () => {
  const page = await browser.page(1440)
  await comeIn(page, site.url, 'trainer')
  await page.goto(`${site.url}/desk/training`)
  await page.getByRole('heading', { name: '训练计划' }).waitFor()
  await page.getByText('排一个班', { exact: true }).first().click()
  const form = page.getByRole('form', { name: '排一个班' })
  await pick(page, '上哪门课', '倾听与访谈')
  await pick(page, '学时算进哪个计划', '三年轮训计划')
  await form.getByRole('textbox', { name: '地点' }).fill('打 13800138000')
  await form.getByRole('textbox', { name: '座位' }).fill('20')
  await form.getByLabel('第 1 次开始（北京时间）').fill('2026-06-12T08:30')
  await form.getByLabel('结束', { exact: true }).fill('2026-06-12T15:30')
  await form.getByLabel('学时', { exact: true }).fill('8')
  await form.getByRole('button', { name: '排一个班' }).click()
  await page.getByText('地点里有电话号码', { exact: false }).waitFor()
  await form.getByRole('textbox', { name: '地点' }).fill('党校')
  await form.getByRole('button', { name: '排一个班' }).click()
  await page.getByText(/党校 · 已报 0／座位 20/).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-training-1440')

  await page.getByRole('listitem').filter({ hasText: '党校' }).getByRole('link').click()
  await page.getByRole('textbox', { name: '找人报名' }).fill('柳')
  await page.getByRole('button', { name: '报名 柳青' }).click()
  await page.getByRole('checkbox', { name: /^柳青/ }).check()
  await page.getByRole('button', { name: '第 1 次到课' }).click()
  await page.getByText('第1次 8').waitFor()
  await page.getByRole('textbox', { name: '或者粘贴在这里' }).fill('登录名,课次\ntownship,1\nnobody,1\n')
  await page.getByRole('button', { name: '记到课' }).click()
  await page.getByText('第 3 行，登录名：没有这个人').waitFor()
  await page.reload()
  await page.getByText('第1次 8').waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-training-class-1440')

  await site.settle()
  const phone = await browser.page(390)
  await comeIn(phone, site.url, 'organiser')
  await phone.goto(`${site.url}/desk/training`)
  await phone.getByRole('link', { name: '三年轮训计划' }).click()
  await phone
    .getByText(/7／\d+ 人/)
    .first()
    .waitFor()
  expect(await phone.getByText('柳青').count()).toBe(0)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await axeOn(phone)).toMatchObject({ violations: [] })
  await browser.screen(phone, 'desk-training-plan-390')
})
