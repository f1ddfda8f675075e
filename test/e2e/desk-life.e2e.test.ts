import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DeskSite, deskSite, pick, signIn } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
let triage: Page
let handler: Page
let demand: string
const words = '我们班组三月到五月的加班费一直没有发，问过两次，说月底，月底又说下个月。'

beforeAll(async () => {
  site = await deskSite()
  browser = await openBrowser()
  triage = await browser.page(1440)
  handler = await browser.page(1440)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The line of the demand this file is about: the demo has others. */
const line = (page: Page) => page.locator(`.line[href$="${demand}"]`)

/** Goes down the list by J until the line has the focus, and opens it. */
async function openByKeys(page: Page): Promise<void> {
  await line(page).waitFor()
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('j')
    if (await line(page).evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
}

it('signs in by keyboard, and says a wrong password in words', async () => {
  await triage.goto(`${site.url}/desk/`)
  await triage.getByRole('textbox', { name: '账号' }).fill('triage')
  await triage.getByRole('textbox', { name: '密码' }).fill('not-the-password')
  await triage.keyboard.press('Enter')
  await triage.getByText('账号或密码不对。').waitFor()
  expect(await axeOn(triage)).toMatchObject({ violations: [] })
  await browser.screen(triage, 'desk-sign-in')
  await signIn(triage, site.url, 'triage')
  await signIn(handler, site.url, 'handler')
})

it('shows a new demand among what is due, without a reload', async () => {
  demand = await site.raise(words, { persons: 3 })
  await line(triage).waitFor()
  expect(await line(triage).textContent()).toMatch(/分类未定.*还剩 5 小时.*江湾区总工会.*3 人.*保密/s)
  expect(await axeOn(triage)).toMatchObject({ violations: [] })
  await browser.screen(triage, 'desk-today')
})

it('triages by keyboard alone, with the words in sight', async () => {
  await openByKeys(triage)
  await triage.getByText(words).waitFor()
  await triage.keyboard.press('t')
  await pick(triage, '分类', '加班费')
  await triage.getByRole('radio', { name: '投诉' }).focus()
  await triage.keyboard.press('Space')
  await pick(triage, '主办工会', '江湾区总工会')
  expect(await axeOn(triage)).toMatchObject({ violations: [] })
  await browser.screen(triage, 'desk-triage')
  await handler.getByRole('link', { name: /我承办的/ }).click()
  await handler.getByRole('heading', { name: '我承办的' }).waitFor()
  expect(await line(handler).count()).toBe(0)
  await triage.keyboard.press('Control+Enter')
  await triage.getByText('已派单，等主办工会签收。').waitFor()
  expect(await site.events(demand, 'DemandTriaged')).toBe(1)
})

it('brings the order to the other window by itself, signed with one key', async () => {
  await openByKeys(handler)
  await handler.getByText(words).waitFor()
  await handler.keyboard.press('s')
  await handler.getByText('已签收。下一步：联系职工。').waitFor()
  await triage.locator(`.line[href$="${demand}"]`, { hasText: '首次联系' }).waitFor()
  expect(await site.events(demand, 'OrderSigned')).toBe(1)
})

it('says a refusal in words and keeps what was typed', async () => {
  await handler.keyboard.press('a')
  await handler.getByRole('radio', { name: '办好了' }).focus()
  await handler.keyboard.press('Space')
  await handler.getByRole('textbox', { name: '给职工的答复' }).fill('三月到五月的加班费已经补发。')
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('先联系上职工，或者试满 3 次（已试 0 次），再答复。').waitFor()
  await browser.screen(handler, 'desk-refused')
  await handler.keyboard.press('Escape')
})

it('logs the contact, writes the understanding, records the deed', async () => {
  await handler.keyboard.press('c')
  await handler.getByRole('radio', { name: '电话' }).focus()
  await handler.keyboard.press('Space')
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('已登记联系。').waitFor()
  await handler.keyboard.press('u')
  await handler.getByRole('textbox', { name: '工会的理解' }).fill('十二个人，三月到五月加班费没有发。')
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('已发给职工，等职工回答').waitFor()
  await handler.keyboard.press('d')
  await handler.getByRole('combobox', { name: '哪一类实事' }).press('ArrowDown')
  await handler.keyboard.press('Enter')
  await handler.getByRole('textbox', { name: '金额' }).fill('38,600.5')
  await handler.getByRole('textbox', { name: '做了什么' }).fill('用人单位补发了加班费。')
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('已登记实事。').waitFor()
  await handler.getByText('38,600.50 元').waitFor()
})

it('keeps a message through a lost network and sends it once', async () => {
  await handler.keyboard.press('m')
  await handler.getByRole('textbox', { name: '留言' }).fill('明天上午给您答复。')
  await handler.context().setOffline(true)
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('没有送出去：网络断了').waitFor()
  await handler.getByText('没有网络。看到的是断网前的样子').waitFor()
  expect(await handler.getByRole('textbox', { name: '留言' }).inputValue()).toBe('明天上午给您答复。')
  await browser.screen(handler, 'desk-offline')
  await handler.context().setOffline(false)
  await handler.getByText('已发给职工。').waitFor()
  expect(await site.events(demand, 'MessagePosted')).toBe(1)
})

it('answers with what was typed before the refusal', async () => {
  await handler.keyboard.press('a')
  expect(await handler.getByRole('textbox', { name: '给职工的答复' }).inputValue()).toBe('三月到五月的加班费已经补发。')
  await handler.keyboard.press('Control+Enter')
  await handler.getByText('已答复。办没办好，由职工说。').waitFor()
  expect(await axeOn(handler)).toMatchObject({ violations: [] })
  await browser.screen(handler, 'desk-answered')
})

it('asked no other machine and had no error but the expected ones', () => {
  const expected = /status of 401|ERR_INTERNET_DISCONNECTED/
  expect(browser.troubles.filter((each) => !expected.test(each))).toEqual([])
})
