import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser, type Width } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite, deskSite, pick } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
const widths: readonly Width[] = [390, 1440]
const county = '江湾区总工会'
const street = '柳荫街道工会'

beforeAll(async () => {
  site = await deskSite('story')
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A demand that was triaged to a union, done without a browser. */
async function given(lead: string, text: string, more: object = {}): Promise<string> {
  const demand = await site.raise(text, { region: '990102001', ...more })
  const triage = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'hard', lead: await site.unit(lead) }
  await site.accept(await site.person('triage'), 'demand.triage', { demand, ...triage })
  return demand
}

/** The same, signed for. */
async function signed(lead: string, login: string, text: string): Promise<string> {
  const demand = await given(lead, text)
  await site.accept(await site.person(login), 'order.sign', { demand })
  return demand
}

/** Someone's own window, with the demand open in it. */
async function opened(login: string, demand: string, width: Width = 1440, list = 'unit'): Promise<Page> {
  const page = await browser.page(width)
  await comeTo(page, site.url, login, `/desk/${list}/${demand}`)
  await page.getByRole('heading', { name: '经过' }).waitFor()
  return page
}

const choose = async (page: Page, name: string) => {
  await page.getByRole('radio', { name, exact: true }).focus()
  await page.keyboard.press('Space')
}
const type = (page: Page, label: string | RegExp, text: string) =>
  page.getByRole('textbox', { name: label, exact: true }).fill(text)
/** Sends as its width has it: by its keys at a desk, by touch on a phone. */
const submit = (page: Page) =>
  page.viewportSize()?.width === 390
    ? page.getByRole('form').locator('button[type=submit]').click()
    : page.keyboard.press('Control+Enter')
/** A verb of the menu: opened by its key, chosen by its name. */
async function menu(page: Page, verb: string): Promise<void> {
  await page.keyboard.press('.')
  await page.getByRole('menuitem', { name: verb }).click()
  await page.getByRole('form', { name: verb }).waitFor()
}

it('takes an objection up to a ruling that names the lead for good', async () => {
  const demand = await given(street, '街道说这件事不归它管。')
  const handler = await opened('township', demand)
  await handler.keyboard.press('o')
  await handler.getByText(/之前可以提，只能提一次。期限照算，不停。/).waitFor()
  await submit(handler)
  await handler.getByText('请选一项。').waitFor()
  await choose(handler, '不属于本会职责')
  await type(handler, '说明', '用人单位在区里注册，宜由区总工会办理。')
  expect(await axeOn(handler)).toMatchObject({ violations: [] })
  await browser.screen(handler, 'desk-object')
  await submit(handler)
  await handler.getByText('异议已提交，期限照算，等上级裁定。').waitFor()
  await handler.getByText('待裁定', { exact: true }).first().waitFor()

  const head = await browser.page(1440)
  await comeIn(head, site.url, 'head')
  await head.getByRole('link', { name: /^待裁定/ }).click()
  await head.locator(`.line[href$="${demand}"]`).click()
  await head.getByRole('heading', { name: '经过' }).waitFor()
  await head.keyboard.press('l')
  await head.getByText('这个分类以前没有裁定过。').waitFor()
  await head.getByRole('form').getByText('用人单位在区里注册，宜由区总工会办理。').waitFor()
  await pick(head, '主办工会', county)
  await type(head, '裁定的理由', '由区总工会办理。')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  await browser.screen(head, 'desk-rule')
  await submit(head)
  await head.getByText('已裁定。').waitFor()
  await head.getByText(`裁定：异议成立，改由${county}主办`).waitFor()
  expect(await site.events(demand, 'OrderRuled')).toBe(1)
})

it('shows the earlier ruling beside the next objection of the topic', async () => {
  const demand = await given(street, '又一件派到街道的。')
  const township = await site.person('township')
  await site.accept(township, 'order.object', { demand, reason: 'not-our-duty', text: '同前。' })
  const head = await opened('head', demand)
  await head.keyboard.press('l')
  await head.getByText('这个分类以前的裁定（1）').waitFor()
  await head.getByText(new RegExp(`${street}：不属于本会职责.*${county}主办`)).waitFor()
})

it.each(widths)('asks one level up for a pause at %i, and is granted it from another post', async (width) => {
  const demand = await signed(county, 'handler', '要等工伤认定出来。')
  const handler = await opened('handler', demand, width)
  if (width === 390) {
    await handler.getByRole('button', { name: '更多' }).click()
    await handler.getByRole('menuitem', { name: '申请' }).click()
  } else await handler.keyboard.press('q')
  await handler.getByRole('form', { name: '申请' }).waitFor()
  await choose(handler, '挂起')
  await choose(handler, '等待鉴定、认定')
  await submit(handler)
  await handler.getByText('请选挂起到哪一天。').waitFor()
  await handler.getByLabel('挂起到哪一天').fill('2026-06-17')
  await type(handler, '说明', '认定机构周三给结果。')
  expect(await axeOn(handler)).toMatchObject({ violations: [] })
  expect(await handler.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await browser.screen(handler, 'desk-request')
  await submit(handler)
  await handler.getByText('申请已提交，等上一级审批；批准之前照常办。').waitFor()

  const city = await browser.page(1440)
  await comeIn(city, site.url, 'city')
  await city.getByRole('button', { name: /换一个岗位/ }).click()
  await city
    .getByRole('menuitemradio', { name: /示例市总工会/ })
    .or(city.getByRole('menuitem', { name: /负责人/ }))
    .last()
    .click()
  await city.getByRole('link', { name: /^待审批/ }).click()
  await city.locator(`.line[href$="${demand}"]`).click()
  await city.getByRole('heading', { name: '经过' }).waitFor()
  await city.keyboard.press('g')
  await city
    .getByRole('form', { name: '审批' })
    .getByText(/申请挂起到 6月17日：等待鉴定、认定/)
    .waitFor()
  await choose(city, '不同意')
  await submit(city)
  await city.getByText('不同意要写明原因。').waitFor()
  await choose(city, '同意')
  expect(await axeOn(city)).toMatchObject({ violations: [] })
  await browser.screen(city, `desk-decide-${width}`)
  await submit(city)
  await city.getByText('已审批。').waitFor()
  await handler.locator('.marks').getByText('挂起至 6月17日').waitFor()
  expect(await site.events(demand, 'PauseStarted')).toBe(1)
})

it('ends a pause on the second press', async () => {
  const demand = await signed(county, 'handler', '职工已经把材料补来了。')
  const city = await site.person('city', 'head')
  const pause = { request: 'pause', reason: 'appraisal', until: '2026-06-18', text: '等认定。' }
  await site.accept(await site.person('handler'), 'request.ask', { demand, ...pause })
  await site.accept(city, 'request.decide', { demand, grant: true })
  const handler = await opened('handler', demand)
  await handler.getByRole('button', { name: '恢复办理' }).click()
  await handler.getByRole('form', { name: '恢复办理' }).getByRole('button', { name: '恢复办理' }).click()
  await handler.getByText('已恢复办理，期限接着算。').waitFor()
  expect(await site.events(demand, 'PauseEnded')).toBe(1)
})

it('records a promise only when the worker agreed, and shows its day in the list', async () => {
  const demand = await signed(county, 'handler', '用人单位答应下月发。')
  await site.accept(await site.person('handler'), 'contact.log', { demand, way: 'call' })
  const handler = await opened('handler', demand)
  await handler.keyboard.press('p')
  await choose(handler, '用人单位')
  await handler.getByLabel('哪一天之前办到').fill('2026-07-08')
  await type(handler, /金额/, '38,600')
  await type(handler, '答应了什么', '七月八日前补发三月到五月加班费。')
  await choose(handler, '还没有问')
  await submit(handler)
  await handler.getByText('先问职工同不同意这个日子，同意了再登记。').waitFor()
  await choose(handler, '职工亲口同意了')
  expect(await axeOn(handler)).toMatchObject({ violations: [] })
  await browser.screen(handler, 'desk-promise')
  await submit(handler)
  await handler.getByText('承诺已登记，到期第二天回访职工。').waitFor()
  await handler.getByText('用人单位答应 7月8日 之前付 38,600.00 元，职工同意').waitFor()
  await handler.getByText('承诺 7月8日').first().waitFor()
  await browser.screen(handler, 'desk-promised')
})

it.each(widths)('reads a callback from its script at %i and takes down the answers', async (width) => {
  const demand = await signed(street, 'township', '加班费补发了，等回访。')
  const township = await site.person('township')
  await site.accept(township, 'contact.log', { demand, way: 'call' })
  await site.accept(township, 'understanding.write', { demand, text: '三月到五月加班费没有发。' })
  await site.accept(township, 'demand.answer', { demand, claim: 'explained', text: '下月随工资补发。' })
  const agent = await opened('agent', demand, width, 'callback')
  await agent.getByRole('button', { name: '回访记录' }).click()
  await agent.getByText(/接通先说核对词：\S+/).waitFor()
  await agent.getByText(/不说是工会打来的/).waitFor()
  const group = (name: RegExp) => agent.getByRole('radiogroup', { name })
  await submit(agent)
  await agent.getByText('请记下职工说的：解决了没有。').waitFor()
  await group(/说的是不是这件事/)
    .getByRole('radio', { name: '是', exact: true })
    .focus()
  await agent.keyboard.press('Space')
  await group(/有没有人联系过您/)
    .getByRole('radio', { name: '有', exact: true })
    .focus()
  await agent.keyboard.press('Space')
  await choose(agent, '解决了一部分')
  await choose(agent, '基本满意')
  expect(await axeOn(agent)).toMatchObject({ violations: [] })
  expect(await agent.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await browser.screen(agent, 'desk-callback')
  await submit(agent)
  await agent.getByText('已记下职工的回答。').waitFor()
  await agent.getByText('职工评价：解决了一部分（工会人员协助）（回访时说的）').waitFor()
})

it('logs a callback that reached nobody', async () => {
  const demand = await signed(street, 'township', '打不通的电话。')
  const township = await site.person('township')
  await site.accept(township, 'contact.log', { demand, way: 'call' })
  await site.accept(township, 'demand.answer', { demand, claim: 'explained', text: '说清楚了。' })
  const agent = await opened('agent', demand)
  await agent.keyboard.press('y')
  await choose(agent, '电话')
  await submit(agent)
  await agent.getByText('已登记，改天再试。').waitFor()
  expect(await site.events(demand, 'CallbackTried')).toBe(1)
})

it('merges a demand into one found by its number, and says why another cannot be', async () => {
  const master = await given(county, '整个班组的加班费。')
  const claim = await given(county, '我也是这个班组的。')
  const triage = await opened('triage', claim)
  await triage.getByRole('button', { name: '并案' }).click()
  await type(triage, '并到哪一件（编号）', 'SQ-1')
  await triage.getByText('编号不对，请核对一遍。').waitFor()
  await type(triage, '并到哪一件（编号）', await site.number(claim))
  await triage.getByText('这就是本件，请填另一件的编号。').waitFor()
  await type(triage, '并到哪一件（编号）', await site.number(master))
  await triage.getByRole('form', { name: '并案' }).getByText('加班费', { exact: true }).waitFor()
  expect(await axeOn(triage)).toMatchObject({ violations: [] })
  await browser.screen(triage, 'desk-merge')
  await submit(triage)
  await triage.getByText('已并案，两件一起办，各有各的回执和评价。').waitFor()
  await triage.getByRole('link', { name: `跟 ${await site.number(master)} 一起办` }).click()
  await site.settle()
  await triage.getByRole('heading', { name: '并进来的诉求（1）' }).waitFor()
  await triage.locator('.claims').getByRole('link').waitFor()
  expect(await axeOn(triage)).toMatchObject({ violations: [] })
  await browser.screen(triage, 'desk-master')
})

it('steps back on the second press and sees nothing of it any more', async () => {
  const demand = await signed(county, 'handler', '承办人认识用人单位的老板。')
  const handler = await opened('handler', demand)
  await menu(handler, '回避')
  await handler.getByText(/回避以后您再也看不到这件/).waitFor()
  await browser.screen(handler, 'desk-recusal')
  await handler.getByRole('form', { name: '回避' }).getByRole('button', { name: '我要回避' }).click()
  await handler.getByText('没有这件诉求').waitFor()
  expect(await site.events(demand, 'HandlerRecused')).toBe(1)
})

it('fills a letter with what is known and lets none go out with a hole in it', async () => {
  const demand = await signed(county, 'handler', '要发一封提示函。')
  const handler = await opened('handler', demand)
  // Nothing goes to the employer before the worker was asked.
  await menu(handler, '先问职工：能不能找用人单位')
  await type(handler, '什么时候、找谁、在哪里、怎么说', '周五发意见书，不提是谁。')
  await browser.screen(handler, 'desk-approach')
  await submit(handler)
  await handler.getByText('职工同意以前，不去找用人单位，也不发函。').waitFor()
  await site.accept({ kind: 'claimant', demand, assisted: false }, 'approach.answer', { demand, yes: true })
  await handler.getByText('职工同意去找用人单位').waitFor()
  await handler.keyboard.press('f')
  await pick(handler, '哪一种函', '意见书')
  await handler.getByText(/今天发出，.* 之前回复。/).waitFor()
  const text = handler.getByRole('textbox', { name: '函的内容' })
  expect(await text.inputValue()).toContain(county)
  await submit(handler)
  await handler.getByText(/“.*”还没有填。/).waitFor()
  await text.fill((await text.inputValue()).replaceAll(/【[^】]*】/g, '如前所述'))
  await browser.screen(handler, 'desk-letter')
  await submit(handler)
  await handler.getByText('已登记发函。').waitFor()
  await menu(handler, '登记复函')
  await type(handler, '回复的内容', '已经安排补发。')
  await submit(handler)
  await handler.getByText('已登记复函。').waitFor()
  await handler.getByText('意见书，已回复').waitFor()
})

it('asks another union to join in, and has its answer', async () => {
  const demand = await signed(county, 'handler', '要街道一起上门。')
  const handler = await opened('handler', demand)
  await handler.keyboard.press('x')
  await pick(handler, '协办工会', street)
  await type(handler, '请办什么', '请一起上门核对考勤。')
  await submit(handler)
  await handler.getByText('已请协办。').waitFor()
  const township = await browser.page(1440)
  await comeIn(township, site.url, 'township')
  await township.getByRole('link', { name: /^协办/ }).click()
  await township.locator(`.line[href$="${demand}"]`).click()
  await township.getByRole('button', { name: '协办答复' }).click()
  await choose(township, '办了')
  await type(township, '给主办的答复', '考勤已经核对。')
  await browser.screen(township, 'desk-joint')
  await submit(township)
  await township.getByText('协办的答复已经记下。').waitFor()
  await handler.getByText(`${street}，已答复`).waitFor()
})
