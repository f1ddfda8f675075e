import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/server/job/clock-runner.ts'
import { openBrowser, type TestBrowser, type Width } from '../kit/browser.ts'
import { type DeskSite, deskSite, pick } from './desk-site.ts'
import { choose, fromMenu, inHand, opened, openedFrom, type Raised, send, taken, write } from './desk-window.ts'
import { axeOn, followBy, receiptOn } from './door-site.ts'

// What goes up and out: an opinion asked of the level above, a department asked to join in, a worker to be protected.

let site: DeskSite
let browser: TestBrowser
let phone: Page
/** Each width where the form has most to hold; the suite has twelve minutes. */
const wide: readonly Width[] = [1440]
const narrow: readonly Width[] = [390]
const county = '江湾区总工会'
const street = '柳荫街道工会'

beforeAll(async () => {
  site = await deskSite('story')
  browser = await openBrowser()
  phone = await browser.page(390, { javaScript: false })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const given = async (text: string): Promise<Raised> =>
  inHand({ site, phone }, { lead: street, by: await site.person('township'), text })

/** What the worker reads of it now. */
async function told({ receipt }: Raised): Promise<string> {
  await followBy(phone, site.url, receipt)
  return (await phone.locator('main').textContent()) ?? ''
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
const fact = (page: Page, name: string) => page.locator('.fact', { hasText: name }).locator('dd').first()

it.each(wide)('asks the level above for its opinion at %i, reads it, and goes on leading', async (width) => {
  const raised = await given('用人单位不肯见面。')
  const lead = await opened({ site, browser }, 'township', raised.demand, width)
  await fromMenu(lead, '上报')
  await send(lead, '请写上内容。')
  await write(lead, '请上级表态的事', '上门三次都不见，请区总工会出面约谈。')
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  expect(await fits(lead)).toBe(true)
  await browser.screen(lead, 'desk-escalate')
  await send(lead, '已上报，等上级表态。')
  await lead.locator('.marks').getByText('上报待表态').waitFor()
  expect(await told(raised)).toContain('承办的工会请上一级给意见')

  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('v')
  const form = head.getByRole('form', { name: '表态' })
  await form.getByText('上门三次都不见，请区总工会出面约谈。').waitFor()
  await send(head, '请选一项。')
  await choose(head, '下级接着办')
  await write(head, '意见', '区总工会周四同去，街道先把考勤要来。')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  await browser.screen(head, 'desk-opinion')
  await send(head, '已表态。')
  await lead.getByText('上级表态', { exact: true }).waitFor()
  await lead.getByRole('button', { name: /^打开 1 段文字/ }).click()
  await lead.getByText('区总工会周四同去，街道先把考勤要来。').waitFor()
  expect(await fact(lead, '主办').textContent()).toBe(street)
  expect(await told(raised)).toContain('上一级工会给了意见')
})

it('takes the matter over, leads it from then on, and the due stays', async () => {
  const raised = await given('街道办不动的事。')
  const lead = await opened({ site, browser }, 'township', raised.demand)
  await fromMenu(lead, '上报')
  await write(lead, '请上级表态的事', '涉及几个街道，本会协调不动。')
  await send(lead, '已上报，等上级表态。')
  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('v')
  await choose(head, '本工会接过来办')
  await send(head, '请写上内容。')
  await write(head, '意见', '由区总工会办，街道配合。')
  await browser.screen(head, 'desk-opinion-take')
  await send(head, '已表态。')
  await head.getByText('上级表态，由上级接过来办').waitFor()
  await fact(head, '主办').getByText(county).waitFor()
  expect(await fact(head, '答复期限').textContent()).toBe('6月23日 23:59')
  await head.getByRole('button', { name: '登记联系' }).waitFor()
  await browser.screen(head, 'desk-taken')
  await lead.reload()
  await lead.getByText('没有这件诉求').waitFor()
  await browser.screen(lead, 'desk-taken-from')
  expect(await told(raised)).toContain('上一级工会接过来办')
})

it('says that nobody stands above who could give an opinion', async () => {
  const by = await site.person('city', 'head')
  const { demand } = await inHand({ site, phone }, { lead: '示例市总工会', by, text: '市里自己办的。' })
  const lead = await opened({ site, browser }, 'city', demand)
  await lead.getByRole('button', { name: /换一个岗位/ }).click()
  await lead
    .getByRole('menuitem', { name: /负责人/ })
    .or(lead.getByRole('menuitemradio', { name: /负责人/ }))
    .click()
  await lead.getByRole('button', { name: '登记联系' }).waitFor()
  await fromMenu(lead, '上报')
  await write(lead, '请上级表态的事', '要省里协调。')
  await send(lead, '上级现在没有人能表态。请换个办法联系上级工会。')
  await browser.screen(lead, 'desk-escalate-nobody')
  expect(await site.events(demand, 'OpinionAsked')).toBe(0)
})

it.each(narrow)('asks a department to join in at %i, not twice, and takes its answer down', async (width) => {
  const raised = await given('工资表对不上。')
  const lead = await opened({ site, browser }, 'township', raised.demand, width)
  await fromMenu(lead, '请协办')
  await choose(lead, '有关部门')
  await send(lead, '请选协办的工会或者部门。')
  await pick(lead, '部门', '劳动保障监察')
  await write(lead, '请办什么', '请查三月到五月的工资表。')
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  expect(await fits(lead)).toBe(true)
  await browser.screen(lead, 'desk-joint-department')
  await send(lead, '已请协办。')
  await fact(lead, '协办')
    .getByText(/^劳动保障监察，6月22日 23:59 之前答复$/)
    .waitFor()
  // One's own words are read back at once, and none is called sealed.
  await lead.locator('.timeline').getByText('请查三月到五月的工资表。').waitFor({ timeout: 2_000 })
  expect(await told(raised)).toMatch(/请劳动保障监察一起办/)
  await fromMenu(lead, '请协办')
  await choose(lead, '有关部门')
  await pick(lead, '部门', '劳动保障监察')
  await write(lead, '请办什么', '再请查一遍。')
  await send(lead, '已经请它协办，还没有答复。')
  await browser.screen(lead, 'desk-joint-again')
  await lead.getByRole('button', { name: '先放着' }).click()
  await lead.getByRole('button', { name: '协办答复' }).click()
  await choose(lead, '办不了')
  await send(lead, '请写上内容。')
  await write(lead, '部门的答复', '六月二十二日电话：已经立案，另案处理。')
  await browser.screen(lead, 'desk-joint-department-answer')
  await send(lead, '协办的答复已经记下。')
  await fact(lead, '协办').getByText('劳动保障监察，说明办不了').waitFor()
  expect(await told(raised)).toContain('一起办的一方说办不了，写明了原因')
})

it.each(wide)('protects at %i a worker who was pressed to withdraw, and the matter goes on', async (width) => {
  const raised = await given('班长让我撤回。')
  await followBy(phone, site.url, raised.receipt)
  const withdrawal = phone.locator('details', { hasText: '撤回这件事' })
  await withdrawal.locator('summary').click()
  await withdrawal.getByLabel('有人给我压力').check()
  await withdrawal.getByLabel('想说的话').fill('说不撤回就调去夜班。')
  await withdrawal.getByRole('button', { name: '提交' }).click()
  await phone.getByText('记下了。这件事没有撤回').waitFor()
  const [head, handler] = [
    await opened({ site, browser }, 'head', raised.demand, width),
    await opened({ site, browser }, 'handler', raised.demand),
  ]
  await fact(head, '保护职工').getByText(`${county}，6月18日 23:59 之前写明`).waitFor()
  for (const page of [head, handler]) {
    await page.getByRole('button', { name: '保护情况' }).click()
    await page.getByRole('form', { name: '保护情况' }).waitFor()
  }
  const form = head.getByRole('form', { name: '保护情况' })
  await form.getByText('职工说有人施压，诉求继续办').waitFor()
  await form.getByText('说不撤回就调去夜班。').waitFor()
  await send(head, '请写上内容。')
  await write(head, '怎样保护了职工', '约谈了用人单位负责人，书面保证不调岗。')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  expect(await fits(head)).toBe(true)
  await browser.screen(head, 'desk-protection')
  await send(head, '已写明，职工看得到。')
  expect(await told(raised)).toMatch(/上一级工会答复您：怎样保护您.*约谈了用人单位负责人，书面保证不调岗。/s)
  await write(handler, '怎样保护了职工', '我也找过他们。')
  await send(handler, '您写的时候有人办了一步。')
  await send(handler, '这里没有等着写明的保护，可能别人已经写了。')
  await browser.screen(handler, 'desk-protection-gone')
  expect(await site.events(raised.demand, 'ProtectionAnswered')).toBe(1)
})

it('protects a worker who says a month later that there is trouble', async () => {
  await phone.goto(`${site.url}/raise?region=990102001`)
  await phone.getByLabel('发生了什么事？').fill('五月的加班费没有发')
  await phone.locator('#more > summary').click()
  await phone.getByLabel('用人单位名称').fill('江湾精工')
  await phone.locator('#which').getByRole('button', { name: '找一找' }).click()
  await phone.getByLabel('江湾精工有限公司').check()
  await phone.getByRole('button', { name: '提交，拿回执' }).click()
  const by = await site.person('township')
  const raised = await taken(site, await receiptOn(phone), { lead: street, by })
  const { demand, receipt } = raised
  await site.accept(by, 'contact.log', { demand, way: 'call' })
  await site.accept(by, 'demand.answer', { demand, claim: 'explained', text: '下月随工资补发。' })
  await followBy(phone, site.url, receipt)
  await phone.getByRole('button', { name: '解决了', exact: true }).click()
  site.clock.stepTo(new Date('2026-07-24T02:00:00Z'))
  await runClock(site.context, { wait: true })
  await site.settle()
  await followBy(phone, site.url, receipt)
  await phone.getByLabel('怎么为难的').fill('班长调我去夜班。')
  await phone.getByRole('button', { name: '有', exact: true }).click()

  const head = await openedFrom({ site, browser }, 'head', '防报复', demand)
  await head.getByText(`下一步：${county}，7月29日 23:59 之前保护职工`).waitFor()
  await head.keyboard.press('z')
  const form = head.getByRole('form', { name: '保护情况' })
  await form.getByText('职工说有人找麻烦').waitFor()
  await form.getByText('班长调我去夜班。').waitFor()
  await send(head, '请写上内容。')
  await write(head, '怎样保护了职工', '已经调回原班，区总工会每周问一次。')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  await browser.screen(head, 'desk-protection-watch')
  await send(head, '已写明，职工看得到。')
  await head.getByText('没有要保护的职工').or(head.getByText('这件诉求已经结束。')).first().waitFor()
  expect(await told(raised)).toContain('已经调回原班，区总工会每周问一次。')
})
