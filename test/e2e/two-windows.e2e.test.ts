import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { type DeskSite, deskSite, pick, signIn } from './desk-site.ts'
import { followBy, raiseBy } from './door-site.ts'

// One demand's whole life, lived in two windows as two people live it: a worker's phone without a script, and the desk of
// the county. Nothing is sent but by their pages. At the end the ledger is asked whether it all happened.

let site: DeskSite
let browser: TestBrowser
let phone: Page
let desk: Page
const words = '仓库连着三个月没有发加班费，问了说再等等。'

beforeAll(async () => {
  site = await deskSite()
  browser = await openBrowser()
  phone = await browser.page(390, { javaScript: false })
  desk = await browser.page(1440)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A verb of the desk by its name: fills what it asks, sends it, and waits for the words that confirm it. */
async function act(verb: string, fill: () => Promise<void>, said: string): Promise<void> {
  await offered(verb).click()
  await fill()
  await desk.keyboard.press('Control+Enter')
  await desk.getByText(said).first().waitFor()
}

/** The button of a verb; waits until it is offered. */
const offered = (verb: string) => desk.getByRole('region', { name: '您现在能做的' }).getByRole('button', { name: verb })

const choose = async (name: string) => {
  await desk.getByRole('radio', { name }).focus()
  await desk.keyboard.press('Space')
}
const write = (name: string, text: string) => desk.getByRole('textbox', { name }).fill(text)

it('is raised on the phone, handled on the desk, and solved by the worker alone', async () => {
  // One person at the desk triages and handles: only a small office combines the two.
  const office = { unit: await site.unit('江湾区总工会'), on: true }
  await site.accept(await site.person('admin'), 'office.set-small', office)
  const receipt = await raiseBy(phone, site.url, words)
  await signIn(desk, site.url, 'head')
  const { rows } = await site.database.owner.query('select id from demand where number = $1', [receipt.number])
  const demand = String(rows[0]?.id)
  await desk.locator(`.line[href$="${demand}"]`).click()
  await desk.getByText(words).waitFor()

  const triage = async () => {
    await pick(desk, '分类', '加班费')
    await choose('投诉')
    await pick(desk, '主办工会', '江湾区总工会')
  }
  await act('研判派单', triage, '已派单，等主办工会签收。')
  await offered('签收').click()
  await desk.getByText('已签收。下一步：联系职工。').waitFor()
  await act('登记联系', () => choose('电话'), '已登记联系。')
  await act('写下理解', () => write('工会的理解', '三个月加班费没有发。'), '已发给职工，等职工回答')

  await followBy(phone, site.url, receipt)
  await phone.getByRole('button', { name: '是这样' }).click()
  expect(await phone.getByRole('status').textContent()).toBe('记下了：您说“是这样”。')

  const deed = async () => {
    await desk.getByRole('combobox', { name: '哪一类实事' }).press('ArrowDown')
    await desk.keyboard.press('Enter')
    await write('做了什么', '用人单位补发了加班费。')
  }
  await act('登记实事', deed, '已登记实事。')
  const answer = async () => {
    await choose('办好了')
    await write('给职工的答复', '三个月加班费已经补发。')
  }
  await act('答复', answer, '三个月加班费已经补发。')

  await phone.getByRole('button', { name: '看看有没有新进展' }).click()
  await phone.getByRole('button', { name: '解决了', exact: true }).click()
  expect(await phone.locator('.facts').textContent()).toMatch(/工会说办好了.*您说解决了/s)
  await browser.screen(phone, 'life-phone')
  await desk.getByText('这件诉求已经结束。').waitFor()
  await browser.screen(desk, 'life-desk')

  const closed = await site.database.owner.query(
    'select state, confirmed, assisted, seal_met, seal_understood, seal_delivered from demand where id = $1',
    [demand],
  )
  expect(closed.rows[0]).toEqual({
    ...{ state: 'closed', confirmed: 'solved', assisted: false },
    ...{ seal_met: 'call', seal_understood: 'yes', seal_delivered: 'yes' },
  })
  const { keys, config } = site.context
  const options = { macKey: keys.mac, keysFolder: config.keysFolder, open: site.context.command.subjectKeys }
  expect(await verifyLedger(site.database.owner, options)).toMatchObject({ intact: true })
})
