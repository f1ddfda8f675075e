import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import { runClock } from '../../src/server/job/clock-runner.ts'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { axeOn, type DoorSite, doorSite, followBy, raiseBy, receiptOn } from './door-site.ts'

let browser: TestBrowser
let site: DoorSite
beforeAll(async () => {
  site = await doorSite()
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

type Receipt = { readonly number: string; readonly code: string }

/** Time passes, and what it owes is done: the clock acts, and the followers tell what it did. */
async function waitUntil(instant: string): Promise<void> {
  site.clock.stepTo(new Date(instant))
  await runClock(site.context, { wait: true })
  await runFollowersOnce(site.context)
}

/** Triaged, signed for and spoken about: in hand. */
async function inHand({ number }: Receipt): Promise<string> {
  const demand = await site.demandOf(number)
  const { accept, triage, handler } = site
  const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
  await accept(triage, 'demand.triage', { demand, ...triaged, lead: handler.unit })
  await accept(handler, 'order.sign', { demand })
  await accept(handler, 'contact.log', { demand, way: 'call', note: '在宿舍门口谈的' })
  return demand
}

async function answered(receipt: Receipt, text = '已经补发'): Promise<string> {
  const demand = await inHand(receipt)
  await site.accept(site.handler, 'deed.record', { demand, deed: site.context.rules.deeds[0]!.code, text: '谈妥补发' })
  await site.accept(site.handler, 'demand.answer', { demand, claim: 'done', text })
  return demand
}

const status = (page: Page) => page.getByRole('status').textContent()
const plain = () => browser.page(390, { javaScript: false })

/** As it stands: nothing for axe to find and nothing wider than the screen, in light, dark and the care edition. */
async function holds(receipt: Receipt, name: string): Promise<void> {
  for (const [query, scheme, widths] of [
    ['', 'light', [390, 1440]],
    ['care=1', 'light', [390]],
    ['lang=en', 'dark', [1440]],
  ] as const)
    for (const width of widths) {
      const page = await browser.page(width)
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto(`${site.url}/follow?${query}`)
      await page.locator('#number').fill(receipt.number)
      await page.locator('#code').fill(receipt.code)
      await page.locator('form .button').click()
      await page.locator('.seals').waitFor()
      await browser.screen(page, `door-${name}-${query || scheme}`)
      const { violations, rules } = await axeOn(page)
      expect(rules).toBeGreaterThan(5)
      expect(violations).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await page.evaluate(over)).toBe(0)
      await page.context().close()
    }
}

it('takes a word that a life is in danger, names who leads already and by when, and the numbers to dial first', async () => {
  const page = await plain()
  await page.goto(`${site.url}/raise?region=990102001`)
  const order = await page.content()
  expect(order.indexOf('tel:120')).toBeLessThan(order.indexOf('name="danger"'))
  expect(await page.getByLabel('现在就有人有生命危险').isChecked()).toBe(false)
  await page.getByLabel('发生了什么事？').fill('三号井口瓦斯报警，还在让人下井')
  await page.getByLabel('现在就有人有生命危险').check()
  await page.getByRole('button', { name: '关怀版' }).click()
  expect(await page.getByLabel('现在就有人有生命危险').isChecked()).toBe(true)
  await page.getByRole('radio', { name: /^匿名/ }).check()
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  const receipt = await receiptOn(page)
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toMatch(/您说有人有生命危险，所以已经直接交给.+承办。 6月15日（今天）\d\d:\d\d前答复您/)
  expect(text.indexOf('先打')).toBeLessThan(text.indexOf('收到了'))
  await browser.screen(page, 'door-receipt-danger')
  await followBy(page, site.url, receipt)
  expect(await page.locator('.course').textContent()).toMatch(/您说有人有生命危险：马上交给.+承办/)
})

it('tells many people on the receipt who leads, and nothing of one another', async () => {
  const page = await plain()
  await page.goto(`${site.url}/raise?region=990102001`)
  await page.getByLabel('发生了什么事？').fill('十二个人的工资没有发')
  await page.locator('#more > summary').click()
  await page.getByLabel('不止我一个').check()
  await page.getByLabel('一共大约几个人').fill('12')
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  const first = await receiptOn(page)
  expect(await page.locator('main').textContent()).toMatch(/遇到这件事的人多，所以已经按规定直接交给.+承办/)
  const second = await raiseBy(page, site.url, '同一家，我的工资也没有发')
  const demand = await inHand(second)
  const master = await site.demandOf(first.number)
  const sorted = { topic: 'A01', nature: 'complaint', urgency: 'P1', difficulty: 'plain' }
  await site.accept(site.triage, 'demand.triage', { demand: master, ...sorted, lead: site.handler.unit })
  await site.accept(site.triage, 'demand.merge', { demand, master })
  await runFollowersOnce(site.context)
  await followBy(page, site.url, second)
  expect(await page.locator('.course').textContent()).toMatch(/和别人的同类事情一起办.*别人看不到您，您也看不到别人/s)
  const told = async (of: Receipt) => {
    const headers = { authorization: `Receipt ${of.number} ${of.code}` }
    return (await fetch(`${site.url}/api/view/follow`, { headers })).text()
  }
  const [mine, other] = [await told(second), await told(first)]
  expect(mine).toContain('DemandMerged')
  for (const secret of [master, first.number]) expect(mine).not.toContain(secret)
  for (const secret of [demand, second.number, 'Claim']) expect(other).not.toContain(secret)
})

it('asks before the union goes to the employer, and takes another word as easily', async () => {
  const page = await plain()
  const receipt = await raiseBy(page, site.url, '一直没有安排休息日')
  const demand = await inHand(receipt)
  const text = '周五下午给人事发意见书，只说休息日怎么排，不提是谁说的。'
  await site.accept(site.handler, 'approach.propose', { demand, text })
  await followBy(page, site.url, receipt)
  expect(await page.locator('#approach').textContent()).toContain(text)
  const two = page.locator('#approach .answers .button')
  const sizes = await two.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width))
  expect(sizes.length).toBe(2)
  expect(new Set(sizes.map(Math.round)).size).toBe(1)
  await browser.screen(page, 'door-approach')
  await page.getByRole('button', { name: '不同意', exact: true }).click()
  expect(await status(page)).toContain('工会不去找用人单位')
  await page.getByText('看一看，改主意').click()
  await page.getByRole('button', { name: '同意', exact: true }).click()
  expect(await status(page)).toContain('您同意工会去找用人单位')
  await browser.screen(page, 'door-approach-said')
})

it('shows a promise, and lets it fall when the worker never agreed to it', async () => {
  const page = await plain()
  const receipt = await raiseBy(page, site.url, '三月的加班费没有发')
  const demand = await inHand(receipt)
  const promise = { promisedOn: '2026-07-08', promisor: 'employer', amountFen: 3_000_000, workerAgreed: true }
  await site.accept(site.handler, 'commitment.make', { demand, ...promise, text: '分两次补发' })
  await followBy(page, site.url, receipt)
  const box = page.locator('section', { has: page.getByRole('heading', { name: '有人答应了您' }) })
  expect(await box.textContent()).toMatch(/用人单位.*7月8日做到.*30,000 元.*分两次补发/s)
  expect(await page.content()).not.toContain('宿舍门口')
  await holds(receipt, 'promise')
  await page.getByText('我没有答应过这个').click()
  await page.getByLabel('想说的话').first().fill('没有人问过我')
  await page.getByRole('button', { name: '我没有答应，这个不算' }).click()
  expect(await status(page)).toContain('您没有答应过')
  expect(await box.count()).toBe(0)
  expect(await page.locator('.course').textContent()).toMatch(/您说没有答应过.*没有人问过我/s)
})

describe('told where to go', () => {
  it('reads where, why and the time of the law that runs meanwhile', async () => {
    const page = await plain()
    const receipt = await raiseBy(page, site.url, '公司不认工伤')
    const demand = await site.demandOf(receipt.number)
    const told = { outcome: 'legal-channel', reason: 'arbitration', text: '请到江湾区仲裁院申请，带工资条' }
    await site.accept(site.triage, 'demand.redirect', { demand, ...told })
    await followBy(page, site.url, receipt)
    const figure = await page.locator('#gone').textContent()
    expect(figure).toMatch(/劳动争议仲裁.*带工资条.*一年内.*劳动争议调解仲裁法第二十七条/s)
    expect(await page.locator('#reopen').count()).toBe(0)
    await holds(receipt, 'gone')
  })
})

it('asks three equal questions once the due has passed without an answer, and goes on with a new time', async () => {
  const page = await plain()
  const receipt = await raiseBy(page, site.url, '四月的加班费没有发')
  await inHand(receipt)
  await followBy(page, site.url, receipt)
  expect(await page.locator('#verdict').count()).toBe(0)
  await waitUntil('2026-06-24T01:30:00Z')
  await followBy(page, site.url, receipt)
  expect(await page.locator('#verdict').textContent()).toContain('期限过了，工会还没有答复您')
  const sizes = await page
    .locator('#verdict .answers .button')
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().width)))
  expect(sizes).toHaveLength(3)
  expect(new Set(sizes).size).toBe(1)
  expect(await page.locator('.course').textContent()).toContain('到时间还没有答复您，已经催办')
  await holds(receipt, 'overdue')
  await page.getByRole('button', { name: '没解决', exact: true }).click()
  expect(await status(page)).toContain('已经重新办理，新的期限在下面')
  expect(await page.locator('.course li').first().textContent()).toMatch(/重新办理.*答复期限/s)
})

it('opens again by right, with a reason, and says how often and what comes then', async () => {
  const page = await plain()
  const receipt = await raiseBy(page, site.url, '宿舍漏水')
  await answered(receipt, '修了一半')
  await followBy(page, site.url, receipt)
  await page.getByRole('button', { name: '部分解决' }).click()
  expect(await status(page)).toBe('记下了：您说“部分解决”。')
  const box = page.locator('#reopen')
  expect(await box.textContent()).toMatch(
    /7月24日（星期五）以前.*机会有 2 次，还没有用过。到第 3 次，由上一级工会来办/s,
  )
  await holds(receipt, 'reopen')
  await page.getByRole('button', { name: '重新办理' }).click()
  expect(await page.locator('#reopenText-error').textContent()).toContain('为什么要重新办')
  await page.getByLabel('为什么要重新办').fill('西边的屋还在漏')
  await page.getByRole('button', { name: '重新办理' }).click()
  expect(await status(page)).toContain('重新办理了')
  expect(await page.locator('.course').textContent()).toContain('西边的屋还在漏')
  expect(await page.locator('.next').textContent()).toContain('柳荫街道工会')
})

it('asks a month later whether anyone gave trouble, and yes is taken up one level higher', async () => {
  const page = await plain()
  await page.goto(`${site.url}/raise?region=990102001`)
  await page.getByLabel('发生了什么事？').fill('五月的加班费没有发')
  await page.locator('#more > summary').click()
  await page.getByLabel('用人单位名称').fill('江湾精工')
  await page.locator('#which').getByRole('button', { name: '找一找' }).click()
  await page.getByLabel('江湾精工有限公司').check()
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  const receipt = await receiptOn(page)
  await answered(receipt)
  await followBy(page, site.url, receipt)
  await page.getByRole('button', { name: '解决了', exact: true }).click()
  expect(await page.locator('#watch').count()).toBe(0)
  await waitUntil('2026-07-24T02:00:00Z')
  await followBy(page, site.url, receipt)
  expect(await page.locator('#watch .answers .button').allTextContents()).toEqual(['没有', '有'])
  expect(await page.locator('#watch').textContent()).toContain('上一级马上按急事来管')
  await holds(receipt, 'watch')
  await page.getByLabel('怎么为难的').fill('班长调我去夜班')
  await page.getByRole('button', { name: '有', exact: true }).click()
  expect(await status(page)).toContain('您说有人为难您')
  expect(await page.locator('#watch').count()).toBe(0)
  expect(await page.locator('.next').last().textContent()).toContain('江湾区总工会')
  expect(await page.locator('.course').textContent()).toMatch(/由江湾区总工会出面保护您.*班长调我去夜班/s)
})
