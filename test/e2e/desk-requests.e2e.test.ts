import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser, type Width } from '../kit/browser.ts'
import { type DeskSite, deskSite } from './desk-site.ts'
import { choose, fromMenu, inHand, opened, openedFrom, type Raised, send, write } from './desk-window.ts'
import { axeOn, followBy } from './door-site.ts'

// What the lead asks of one level up about its time and its class, as three people read it: who asks, who decides, and the
// worker, whose time it is.

let site: DeskSite
let browser: TestBrowser
let phone: Page
const widths: readonly Width[] = [390, 1440]
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

const given = async (text: string, difficulty = 'plain'): Promise<Raised> =>
  inHand({ site, phone }, { lead: street, by: await site.person('township'), text, difficulty })

/** What the worker reads of it now. */
async function told({ receipt }: Raised): Promise<string> {
  await followBy(phone, site.url, receipt)
  return (await phone.locator('main').textContent()) ?? ''
}

const due = (page: Page) => page.locator('.fact', { hasText: '答复期限' }).locator('dd').textContent()
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

it.each(widths)('asks at %i for more time once, is granted it, and cannot ask again', async (width) => {
  const raised = await given('要一个一个核实。', 'hard')
  const lead = await opened({ site, browser }, 'township', raised.demand, width)
  expect(await due(lead)).toBe('6月30日 23:59')
  await fromMenu(lead, '申请')
  await choose(lead, '延期')
  await send(lead, '请选原因。')
  await choose(lead, '涉及人数多，需逐一核实')
  await write(lead, '说明', '四十个人的考勤要逐个核对，先核完二十个。')
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  expect(await fits(lead)).toBe(true)
  await browser.screen(lead, 'desk-extend')
  await send(lead, '申请已提交，等上一级审批；批准之前照常办。')
  await lead.locator('.marks').getByText('延期待审批').waitFor()
  expect(await told(raised)).toMatch(/请上一级同意延长期限；没有同意之前，期限照算/)

  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('g')
  const form = head.getByRole('form', { name: '审批' })
  await form.getByText(/申请延期：涉及人数多，需逐一核实。请江湾区总工会审批/).waitFor()
  await form.getByText('四十个人的考勤要逐个核对，先核完二十个。').waitFor()
  await choose(head, '同意')
  await browser.screen(head, 'desk-extend-decide')
  await send(head, '已审批。')
  await lead.getByText('延期：涉及人数多，需逐一核实，7月14日 23:59 之前答复').waitFor()
  expect(await due(lead)).toBe('7月14日 23:59')
  expect(await told(raised)).toMatch(/延长了一次期限：涉及人数多，需逐一核实.*答复期限 7月14日/s)
  await fromMenu(lead, '申请')
  expect(await lead.getByRole('radio', { name: '延期', exact: true }).count()).toBe(0)
  await browser.screen(lead, 'desk-extended')
})

it('is refused more time with a reason that the lead reads, and the due stays', async () => {
  const raised = await given('材料还没有齐。')
  const lead = await opened({ site, browser }, 'township', raised.demand)
  await lead.keyboard.press('q')
  await choose(lead, '延期')
  await choose(lead, '正在协商')
  await write(lead, '说明', '用人单位约了下周谈。')
  await send(lead, '申请已提交，等上一级审批；批准之前照常办。')
  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('g')
  await choose(head, '不同意')
  await send(head, '不同意要写明原因。')
  await write(head, '说一句（不同意必须写）', '谈判不影响先答复，本周内先告诉职工进展。')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  await browser.screen(head, 'desk-refuse')
  await send(head, '已审批。')
  await lead.getByText('不同意延期，照常办').waitFor()
  await lead.getByRole('button', { name: /^打开 1 段文字/ }).click()
  await lead.getByText('谈判不影响先答复，本周内先告诉职工进展。').waitFor()
  expect(await due(lead)).toBe('6月23日 23:59')
  await browser.screen(lead, 'desk-refused')
  expect(await told(raised)).toMatch(/上一级没有同意延长，期限照算/)
})

it('is granted a lower class, and the later due with it', async () => {
  const raised = await given('几年的加班费，比想的复杂。')
  const lead = await opened({ site, browser }, 'township', raised.demand)
  await lead.keyboard.press('q')
  await choose(lead, '降低等级')
  await write(lead, '说明', '要调三年的考勤和工资表。')
  await send(lead, '请选原因。')
  await choose(lead, '了解以后，比当初看的难办')
  await send(lead, '申请的并不是更低的等级。')
  await choose(lead, '难点', '难易程度')
  expect(await lead.getByText('申请的并不是更低的等级。').count()).toBe(0)
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  await browser.screen(lead, 'desk-lower')
  await send(lead, '申请已提交，等上一级审批；批准之前照常办。')
  await lead.locator('.marks').getByText('降级待审批').waitFor()
  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('g')
  const form = head.getByRole('form', { name: '审批' })
  await form.getByText(/申请降为P2 一般 · 难点。请江湾区总工会审批/).waitFor()
  await form.getByText('要调三年的考勤和工资表。').waitFor()
  await choose(head, '同意')
  await browser.screen(head, 'desk-lower-decide')
  await send(head, '已审批。')
  await lead.getByText('改为P2 一般 · 难点，6月30日 23:59 之前答复').waitFor()
  expect(await due(lead)).toBe('6月30日 23:59')
  expect(await told(raised)).toMatch(/上一级同意改了等级，期限改了：了解以后，比当初看的难办.*答复期限 6月30日/s)
})

it('is refused a lower class, and a second request waits for the first', async () => {
  const raised = await given('一件小事。')
  const [one, other] = [
    await opened({ site, browser }, 'township', raised.demand),
    await opened({ site, browser }, 'township', raised.demand),
  ]
  for (const lead of [one, other]) {
    await lead.keyboard.press('q')
    await choose(lead, '降低等级')
    await choose(lead, '出现新情况')
    await choose(lead, '特别复杂', '难易程度')
    await write(lead, '说明', '人手不够，想多要些时间。')
  }
  await send(one, '申请已提交，等上一级审批；批准之前照常办。')
  await other.getByText('这一步刚刚有人办了，或者现在不能办。').waitFor()
  await send(other, '您写的时候有人办了一步。')
  await send(other, '上一次的申请或者上报还没有答复，请等一等。')
  await browser.screen(other, 'desk-ask-twice')
  expect(await site.events(raised.demand, 'RequestAsked')).toBe(1)
  const head = await openedFrom({ site, browser }, 'head', '待审批', raised.demand)
  await head.keyboard.press('g')
  await choose(head, '不同意')
  await write(head, '说一句（不同意必须写）', '人手不是理由，按原来的等级办。')
  await send(head, '已审批。')
  await one.getByText('不同意降低等级，照常办').waitFor()
  await one.getByRole('button', { name: /^打开 1 段文字/ }).click()
  await one.getByText('人手不是理由，按原来的等级办。').waitFor()
  expect(await told(raised)).toMatch(/上一级没有同意调低，期限照算/)
})

it.each([390] as const)('raises the class at %i, never lowers it, and the due comes sooner', async (width) => {
  const raised = await given('听了才知道要紧。', 'hard')
  const lead = await opened({ site, browser }, 'township', raised.demand, width)
  await fromMenu(lead, '提高等级')
  await send(lead, '等级没有变。')
  await choose(lead, '特别复杂', '难易程度')
  await send(lead, '这里只能提高等级。要降低，请向上一级申请。')
  await browser.screen(lead, 'desk-reclass-refused')
  await choose(lead, 'P1 紧急', '紧急程度')
  await choose(lead, '难点', '难易程度')
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  expect(await fits(lead)).toBe(true)
  await browser.screen(lead, 'desk-reclass')
  await send(lead, '等级已提高。')
  await lead.getByText('改为P1 紧急 · 难点，6月18日 23:59 之前答复').waitFor()
  expect(await due(lead)).toBe('6月18日 23:59')
  expect(await told(raised)).toMatch(/改按更急的办，期限只会提前.*答复期限 6月18日/s)
})

it('says why nothing is asked for once the due has passed', async () => {
  const raised = await given('拖到了期限以后。')
  const lead = await opened({ site, browser }, 'township', raised.demand)
  await lead.keyboard.press('q')
  await choose(lead, '延期')
  await choose(lead, '出现新情况')
  await write(lead, '说明', '刚刚知道还有一笔。')
  site.clock.stepTo(new Date('2026-06-24T01:00:00Z'))
  await send(lead, '答复期限已过，不能再申请。')
  await browser.screen(lead, 'desk-ask-too-late')
  expect(await site.events(raised.demand, 'RequestAsked')).toBe(0)
})

it('has a score left out of the rates by two persons above, and the words of the worker stay', async () => {
  const raised = await given('淋浴间三个坏了两个。')
  const township = await site.person('township')
  const { demand } = raised
  await site.accept(township, 'contact.log', { demand, way: 'call' })
  await site.accept(township, 'deed.record', { demand, deed: site.context.rules.deeds[0]!.code, text: '换好了两个。' })
  await site.accept(township, 'demand.answer', { demand, claim: 'done', text: '坏的两个已经换好。' })
  await followBy(phone, site.url, raised.receipt)
  await phone.getByRole('button', { name: '部分解决', exact: true }).click()
  const lead = await opened({ site, browser }, 'township', demand, 390)
  await fromMenu(lead, '申请剔除')
  await send(lead, '请选原因。')
  await choose(lead, '身份冒用')
  await send(lead, '请写清凭据。')
  await write(lead, '凭据', '那一晚手机不在机主手里，有挂失回执。')
  expect(await axeOn(lead)).toMatchObject({ violations: [] })
  expect(await fits(lead)).toBe(true)
  await browser.screen(lead, 'desk-exclude')
  await send(lead, '已申请，上级五个工作日内由两个人定。')
  expect(await lead.locator('.verbs').getByRole('button').count()).toBe(0)

  const head = await openedFrom({ site, browser }, 'head', '剔除申请', demand)
  await head.getByRole('button', { name: '审定剔除' }).click()
  await head.getByText('那一晚手机不在机主手里，有挂失回执。').first().waitFor()
  await choose(head, '不同意，照常计入')
  await send(head, '请说明为什么照常计入。')
  await choose(head, '同意，不计入')
  expect(await axeOn(head)).toMatchObject({ violations: [] })
  await browser.screen(head, 'desk-exclude-weigh')
  await send(head, '已记下您的意见。')
  // Once is enough from one person: there is nothing to press, and it says what is waited for.
  await head.getByText('您已经同意。还要另一个人来定').waitFor()
  expect(await head.getByRole('button', { name: '审定剔除' }).count()).toBe(0)
  const second = await openedFrom({ site, browser }, 'triage', '剔除申请', demand)
  await second.getByRole('button', { name: '审定剔除' }).click()
  await second.getByText('已有一人同意，您是第二个人。').waitFor()
  await choose(second, '同意，不计入')
  await send(second, '已记下您的意见。')
  expect(await told(raised)).toMatch(/您说部分解决/)
})
