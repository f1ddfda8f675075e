import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { grantPost } from '../../src/server/account/change-account.ts'
import { openAccount } from '../../src/server/account/open-account.ts'
import { operatorDesk } from '../../src/server/account/operator-desk.ts'
import { openBrowser, type TestBrowser, type Width } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite, deskSite, pick } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
const widths: readonly Width[] = [390, 1440]
const county = '江湾区总工会'

beforeAll(async () => {
  site = await deskSite('story')
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const choose = async (page: Page, name: string) => {
  await page.getByRole('radio', { name, exact: true }).focus()
  await page.keyboard.press('Space')
}
const type = (page: Page, label: string | RegExp, text: string) =>
  page.getByRole('textbox', { name: label, exact: true }).fill(text)
const submit = (page: Page) => page.keyboard.press('Control+Enter')

async function opened(login: string, demand: string): Promise<Page> {
  const page = await browser.page(1440)
  await comeTo(page, site.url, login, `/desk/unit/${demand}`)
  await page.getByRole('heading', { name: '经过' }).waitFor()
  return page
}

async function fromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /的设置与退出/ }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

it('asks for a password of one’s own before anything else', async () => {
  const desk = operatorDesk(site.context)
  const unit = await site.unit(county)
  const { account, oneTime } = await openAccount(desk, { login: 'newcomer', name: '新来', unit })
  await grantPost(desk, account, { unit, role: 'handler', fullTime: true })
  const page = await browser.page(1440)
  await page.goto(`${site.url}/desk/`)
  await type(page, '账号', 'newcomer')
  await type(page, '密码', oneTime ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '先换一个自己的密码' }).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-first-password')
  await type(page, '现在的密码', oneTime ?? '')
  await type(page, '新密码', 'willow bank by the old ferry')
  await type(page, '再输一遍新密码', 'willow bank by the older ferry')
  await page.keyboard.press('Enter')
  await page.getByText('两遍新密码不一样，请再输一次。').waitFor()
  await type(page, '再输一遍新密码', 'willow bank by the old ferry')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '清单' }).waitFor()
})

it('proposes lead and urgency of the topic and says the due before anybody decides', async () => {
  const demand = await site.raise('我们十二个人的加班费没有发。', { region: '990102001' })
  const page = await opened('triage', demand)
  await page.keyboard.press('t')
  await pick(page, '分类', '加班费')
  await page.waitForFunction(
    () => document.querySelectorAll<HTMLInputElement>('.form input[role=combobox]')[1]?.value === '柳荫街道工会',
  )
  const preview = page.getByRole('form', { name: '研判派单' }).getByRole('status')
  await preview.getByText(/这个等级：6月16日 .* 之前首次联系，6月23日 .* 之前答复。/).waitFor()
  await choose(page, '难点')
  await preview.getByText(/6月30日 .* 之前答复。/).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-triage-proposed')
  await choose(page, '投诉')
  await submit(page)
  await page.getByText('已派单，等主办工会签收。').waitFor()
  await page.getByText(/研判：加班费，投诉，6月30日 .* 之前答复/).waitFor()
})

it('answers a question at once, for the worker to call it clear', async () => {
  const demand = await site.raise('年休假怎么算天数？')
  const page = await opened('triage', demand)
  await page.keyboard.press('w')
  await pick(page, '分类', '年休假')
  await type(page, '给职工的答复', '工作满一年不满十年的，年休假五天。')
  await submit(page)
  await page.getByText('已当场答复，由职工说清楚没清楚。').waitFor()
})

it('tells where to go instead, and names the earlier matter where nothing is new', async () => {
  const demand = await site.raise('已经在仲裁的事，想再问问。')
  const page = await opened('triage', demand)
  await page.keyboard.press('r')
  await choose(page, '转法定途径')
  await choose(page, '劳动争议仲裁')
  await submit(page)
  await page.getByText('请写上内容。').waitFor()
  await type(page, '告诉职工去哪里', '江湾区劳动人事争议仲裁委员会，带劳动合同和工资条。')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-redirect')
  await submit(page)
  await page.getByText('已告诉职工去处。').waitFor()
  await page.getByText('告知去处：劳动争议仲裁').waitFor()
})

it('erases for good what a custodian is asked to', async () => {
  const demand = await site.raise('请把我的电话删掉。', {
    mode: 'named',
    identity: { name: '某某', phone: '13800000000' },
  })
  const page = await opened('custodian', demand)
  await page.keyboard.press('e')
  await choose(page, '姓名电话')
  await choose(page, '职工本人要求')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await browser.screen(page, 'desk-erase')
  await submit(page)
  await page.getByText('已抹去，谁也打不开了。').waitFor()
  await page.getByText('抹去：身份').waitFor()
  expect(await site.events(demand, 'ContentErased')).toBe(1)
})

it('asks by itself while the stream is cut, and listens again when it is back', async () => {
  const page = await browser.page(1440, { fresh: true })
  await page.clock.install()
  await comeIn(page, site.url, 'triage')
  await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
  // However Chromium calls a line that goes dead, it may say so here, and nowhere else in this file.
  await browser.expecting(/net::ERR_/, async () => {
    await page.route('**/api/live', (route) => route.abort())
    site.app.server.closeAllConnections()
    await page.getByText('实时更新断开了，每 15 秒自动查一次。').waitFor()
    const demand = await site.raise('断线时提出的诉求。', { persons: 12 })
    expect(await page.locator(`.line[href$="${demand}"]`).count()).toBe(0)
    await page.clock.fastForward(15_000)
    await page.locator(`.line[href$="${demand}"]`).waitFor()
    await page.unroute('**/api/live')
    await page.clock.fastForward(30_000)
    await page.getByText('实时更新断开了，每 15 秒自动查一次。').waitFor({ state: 'detached' })
  })
  const next = await site.raise('连上以后提出的诉求。', { persons: 12 })
  await page.locator(`.line[href$="${next}"]`).waitFor({ timeout: 10_000 })
})

it.each(widths)('arranges who is on duty at %i', async (width) => {
  const page = await browser.page(width)
  await comeIn(page, site.url, 'head')
  await fromMenu(page, '值班')
  await page.getByRole('heading', { name: '值班和部室' }).waitFor()
  await page
    .getByText('没有人值班，急事往上一级送。')
    .or(page.getByText(/由.*值班/))
    .first()
    .waitFor()
  await page.getByRole('button', { name: '排上' }).click()
  await page.getByText('请填谁、从什么时候、到什么时候。').waitFor()
  await pick(page, '谁', '李琴')
  await page.getByLabel('从').fill('2026-06-15T08:00')
  await page.getByLabel('到', { exact: true }).fill('2026-06-15T20:00')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await page.getByRole('button', { name: '排上' }).click()
  await page.getByText(/6月15日 08:00 到 6月15日 20:00\s+李琴（接听 · 热线受理）/).waitFor()
  await page.getByText('正在值班').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await browser.screen(page, 'desk-office')
  await page.getByRole('button', { name: /^取消这一班/ }).click()
  await page.getByText('还没有排班。').waitFor()
})

it('lets an administrator make the office a small one, and a head only see it', async () => {
  const head = await browser.page(1440)
  await comeTo(head, site.url, 'head', '/desk/office')
  await head.getByText('现在各事分开').waitFor()
  expect(await head.getByRole('button', { name: '改成小型工会' }).count()).toBe(0)
  const admin = await browser.page(1440)
  await comeIn(admin, site.url, 'admin')
  await fromMenu(admin, '值班')
  await admin.getByRole('button', { name: '改成小型工会' }).click()
  await admin.getByText('现在是小型工会').waitFor()
  await admin.getByRole('button', { name: '改成各事分开' }).click()
  await admin.getByText('现在各事分开').waitFor()
})

it.each(widths)('shows at %i what the union was told, and leads to it', async (width) => {
  const demand = await site.raise('我们十五个人三个月没有工资。', { persons: 15 })
  await site.settle()
  const page = await browser.page(width)
  await comeIn(page, site.url, 'head')
  await fromMenu(page, '通知')
  const number = await site.number(demand)
  await page.getByText(new RegExp(`紧急 ${number}`)).waitFor()
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await browser.screen(page, 'desk-notices')
  await page.getByRole('link', { name: `打开 ${number}` }).click()
  await page.getByRole('heading', { name: '经过' }).waitFor()
})

it('asked no other machine and had no error but the expected ones', () => {
  const expected = /status of (401|403|409|422)/
  expect(browser.troubles.filter((each) => !expected.test(each))).toEqual([])
})
