import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DeskSite, deskSite, signIn } from './desk-site.ts'
import { axeOn, followBy } from './door-site.ts'

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
  // From opening to saved within sixty seconds and eight taps besides what is typed (domain §0.7).
  const opened = performance.now()
  await page.evaluate(() => {
    const seen = Object.assign(window, { taps: 0 })
    const count = ({ target }: Event) => {
      const typing = target instanceof Element && target.closest('input:not([type=radio]), textarea')
      if (!typing) seen.taps += 1
    }
    // Before the buttons: they let no press through.
    addEventListener('pointerdown', count, true)
  })
  await page.getByRole('textbox', { name: '去了哪里' }).fill('江湾精工')
  await page.getByRole('button', { name: /江湾精工/ }).click()
  await page.getByRole('textbox', { name: '见了多少人' }).fill('12')
  for (const [n, text] of ['希望早班班车提前十分钟', '更衣室缺一排柜子', '想学数控'].entries()) {
    await page.getByRole('button', { name: '＋ 意见' }).click()
    await words(page, `意见 ${n + 1}`, text)
  }
  const demand = (n: number) => page.getByRole('group', { name: `诉求 ${n}` })
  await page.getByRole('button', { name: '＋ 诉求' }).click()
  await words(page, '诉求 1', '三月到五月加班费没有发')
  expect(await demand(1).getByRole('radio', { name: '保密', exact: true }).isChecked()).toBe(true)
  await page.getByRole('button', { name: '＋ 诉求' }).click()
  await words(page, '诉求 2', '食堂晚饭没有热菜')
  await demand(2).getByText('实名', { exact: true }).click()
  const taps = await page.evaluate(() => (window as unknown as { taps: number }).taps)
  // The place, three opinions, two demands, one of them by name; *save* is the one still to come.
  expect(taps).toBe(7)
  expect(performance.now() - opened).toBeLessThan(60_000)
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
  // Who was visited keeps whoever came, without a script; the other, in confidence, reads no name.
  const receipts = page.locator('.visit-receipt')
  for (const [n, told] of [/还找柳青/, /还找来走访的那位/].entries()) {
    const worker = await browser.page(390, { javaScript: n === 1 })
    const [number = '', code = ''] = await receipts
      .nth(1 - n)
      .locator('.num')
      .allTextContents()
    await followBy(worker, site.url, { number, code })
    await worker.getByRole('button', { name: told }).click()
    expect(await worker.getByRole('status').first().textContent()).toBe('记下了。随时可以再改。')
    expect(await worker.locator('#keep').textContent()).toMatch(
      n === 0 ? /您选的是：还找柳青/ : /您选的是：还找来走访的那位/,
    )
    await browser.screen(worker, n === 0 ? 'door-keeping' : 'door-keeping-sealed')
    if (n === 1) expect(await axeOn(worker)).toMatchObject({ violations: [] })
  }
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
  await page.getByText('移交、蹲点、结束').click()
  await page.getByLabel('到哪天').fill('2030-01-01')
  await page.getByRole('button', { name: '排上蹲点' }).click()
  await page
    .getByText(/蹲点：.* 至 2030-01-01/)
    .first()
    .waitFor()
  await browser.screen(page, 'desk-place-arranged')
  await page.getByRole('button', { name: '走访记录' }).click()
  await page.getByRole('button', { name: /江湾精工/ }).click()
  await page.getByText('「希望早班班车提前十分钟」').waitFor()
  await page.getByText('1 件保密或匿名诉求已受理').waitFor()
  await page.getByText('更正这次走访').click()
  await page.getByRole('textbox', { name: '见了多少人' }).fill('13')
  await page.getByRole('textbox', { name: '为什么更正' }).fill('数错了')
  await page.getByRole('button', { name: '更正', exact: true }).click()
  await page.getByText('更正过 1 次').waitFor()
  expect(await count('visit', 'corrections = 1 and met = 13')).toBe(1)
  await browser.screen(page, 'desk-visits')
  expect(await axeOn(page)).toMatchObject({ violations: [] })
  await page.getByRole('button', { name: '还没去过' }).click()
  await page.getByRole('button', { name: '去过 1 家' }).click()
  await page.getByText('江湾精工').waitFor()
  await browser.screen(page, 'desk-never-visited')
  await page.getByRole('button', { name: '先发现的' }).click()
  await page.getByText('职工还没有来反映').waitFor()
  await page.getByRole('button', { name: '找我的' }).click()
  await page.getByText('职工选了以后还找您的事').waitFor()
  await browser.screen(page, 'desk-kept-by')
})
