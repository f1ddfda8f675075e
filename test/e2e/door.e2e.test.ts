import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { phonePhoto } from '../kit/file-life.ts'
import { type DoorSite, doorSite, followBy, raiseBy, receiptOn } from './door-site.ts'

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

it('saves the receipt as a picture that is drawn on the phone and sent nowhere', async () => {
  const page = await browser.page(390)
  const { number, code } = await raiseBy(page, site.url, '宿舍的热水又停了，已经第三次。')
  const word = await page.locator('.word b').textContent()
  await page.evaluate(() => {
    const drawn: string[] = []
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (...given) {
      drawn.push(given[0])
      fillText.apply(this, given)
    }
    Object.assign(window, { drawn })
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '存成图片' }).click()
  const file = await saved
  // Neither the name of the file nor the words beside it tell what it is about.
  expect(file.suggestedFilename()).toBe('note.png')
  const picture = sharp(await file.path())
  expect(await picture.metadata()).toMatchObject({ format: 'png', width: 720 })
  expect((await picture.stats()).channels[0]?.mean).toBeLessThan(250)
  expect(await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn)).toEqual(
    expect.arrayContaining([number, code, word]),
  )
  await page.getByText('图片交给手机存了').waitFor()
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

describe('a worker without scripts', () => {
  it('says what happened, finds place and employer by name, gets a receipt, and follows it to the verdict', async () => {
    const page = await browser.page(390, { javaScript: false })
    await page.goto(site.url)
    await page.getByRole('link', { name: '说出您的事' }).click()
    await page.getByLabel('发生了什么事？').fill('三月到五月的加班费没有发\n问过两次')
    await page.getByLabel('地名').fill('柳荫')
    await page.locator('#where').getByRole('button', { name: '找一找' }).click()
    // A township of the same name is real: names above tell them apart.
    expect(await page.locator('.found').textContent()).toContain('重庆市 · 北碚区 · 柳荫镇')
    await page.getByLabel('示例省 · 示例市 · 江湾区 · 柳荫街道').check()
    await page.locator('#more > summary').click()
    await page.getByLabel('用人单位名称').fill('江湾精工')
    await page.locator('#which').getByRole('button', { name: '找一找' }).click()
    await page.getByLabel('江湾精工有限公司').check()
    await page.getByText('是别的公司派您去的吗？').click()
    await page.getByLabel('派您去的公司名称').fill('江湾电子')
    await page.locator('#sent').getByRole('button', { name: '找一找' }).click()
    await page.getByLabel('江湾电子科技有限公司').check()
    expect(await page.getByLabel('江湾精工有限公司').isChecked()).toBe(true)
    await browser.screen(page, 'door-sent-by-another')
    await page.getByLabel('不止我一个').check()
    await page.getByLabel('一共大约几个人').fill('３')
    await page.getByLabel('电话', { exact: true }).fill('138 0000 0000')
    await page.getByRole('button', { name: '提交，拿回执' }).click()
    const receipt = await receiptOn(page)
    expect(receipt.number).toMatch(/^SQ-990102-20260615-\d{6}-\d$/)
    expect(receipt.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(await page.locator('.next').textContent()).toContain('江湾区总工会')
    expect(await namedBy(receipt.number)).toEqual(['江湾精工有限公司', '江湾电子科技有限公司'])
    await browser.screen(page, 'door-receipt')
    await live(receipt.number)
    await followBy(page, site.url, {
      number: receipt.number.toLowerCase().replaceAll('-', ' '),
      code: receipt.code.toLowerCase(),
    })
    expect(await page.locator('h1').textContent()).toBe('加班费')
    await browser.screen(page, 'door-understanding')
    await page.getByRole('button', { name: '是这样' }).click()
    expect(await page.getByRole('status').textContent()).toBe('记下了：您说“是这样”。')
    await answer(receipt.number)
    await page.getByRole('button', { name: '看看有没有新进展' }).click()
    const three = page.locator('#verdict .answers .button')
    const sizes = await three.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width))
    expect(new Set(sizes.map(Math.round)).size).toBe(1)
    await browser.screen(page, 'door-verdict')
    await page.getByText('想多说一点').click()
    await page.getByLabel('基本满意').check()
    await page.getByRole('button', { name: '解决了', exact: true }).click()
    expect(await page.getByRole('status').textContent()).toBe('记下了：您说“解决了”。')
    expect(await page.locator('.seals .solid').count()).toBe(2)
    expect(await page.locator('.facts').textContent()).toMatch(/工会说办好了.*您说解决了/s)
    await browser.screen(page, 'door-closed')
  })

  async function namedBy(number: string): Promise<readonly string[]> {
    const { rows } = await site.database.owner.query(
      'select e.name, a.name as agency from demand d join employer e on e.id = d.employer join employer a on a.id = d.agency where d.number = $1',
      [number],
    )
    return rows.flatMap(({ name, agency }) => [name, agency])
  }

  async function live(number: string): Promise<void> {
    const demand = await site.demandOf(number)
    const { accept, triage, handler } = site
    await accept(triage, 'demand.triage', {
      demand,
      topic: 'A03',
      nature: 'complaint',
      urgency: 'P2',
      difficulty: 'plain',
      lead: handler.unit,
    })
    await accept(handler, 'order.sign', { demand })
    await accept(handler, 'contact.log', { demand, way: 'call', note: '在宿舍门口谈的' })
    await accept(handler, 'understanding.write', { demand, text: '三个月加班费没有发' })
  }
  async function answer(number: string): Promise<void> {
    const demand = await site.demandOf(number)
    const { accept, handler, context } = site
    await accept(handler, 'deed.record', { demand, deed: context.rules.deeds[0]!.code, text: '谈妥补发' })
    await accept(handler, 'demand.answer', { demand, claim: 'done', text: '已经补发三个月加班费' })
  }

  it('writes into the thread, is asked what is not right, and withdraws only after saying whether anyone pressed', async () => {
    const page = await browser.page(390, { javaScript: false })
    const receipt = await raiseBy(page, site.url, '宿舍漏水')
    await live(receipt.number)
    await followBy(page, site.url, receipt)
    expect(await page.content()).not.toContain('宿舍门口')
    await page.getByLabel('补充或者问一句').fill('照片可以发吗')
    await page.getByRole('button', { name: '发给工会' }).click()
    expect(await page.locator('.thread').textContent()).toContain('照片可以发吗')
    await page.getByRole('button', { name: '不太对' }).click()
    await page.getByLabel('哪里不对，您补一句').fill('是四个月')
    await page.getByRole('button', { name: '不太对' }).click()
    expect(await page.getByRole('status').textContent()).toContain('您说“不太对”')
    await page.getByText('撤回这件事').click()
    await page.getByLabel('想说的话').fill('班长找过我')
    await page.getByRole('button', { name: '提交' }).click()
    expect(await page.locator('#pressed-error').textContent()).toContain('有没有人让您撤回')
    expect(await page.getByLabel('想说的话').inputValue()).toBe('班长找过我')
    await page.getByLabel('有人给我压力').check()
    await page.getByRole('button', { name: '提交' }).click()
    expect(await page.getByRole('status').textContent()).toContain('没有撤回')
    await page.getByText('删除我的姓名和电话').click()
    await page.getByRole('button', { name: '删除，不能恢复' }).click()
    expect(await page.getByRole('status').textContent()).toContain('已经删除')
  })
})

it('keeps everything typed when something is wrong, and names each thing', async () => {
  const page = await browser.page(390, { javaScript: false })
  await page.goto(`${site.url}/raise`)
  await page.getByLabel('发生了什么事？').fill('<b>工资</b>\n没发')
  await page.getByLabel('怎么称呼您').fill('老"王"')
  await page.getByLabel('电话', { exact: true }).fill('打我微信')
  await page.locator('#more > summary').click()
  await page.getByLabel('不止我一个').check()
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  expect(await page.title()).toMatch(/^请改：/)
  expect(await page.locator('.summary a').allTextContents()).toEqual([
    '电话只能有数字、空格、+ 和 -。',
    '不止一个人，请写大约几个人。',
    '还没有选地方。写区县、街道或乡镇的名字，点“找一找”，再选一个。',
  ])
  for (const link of await page.locator('.summary a').all())
    expect(await page.locator((await link.getAttribute('href'))!).count()).toBe(1)
  expect(await page.getByLabel('发生了什么事？').inputValue()).toBe('<b>工资</b>\n没发')
  expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('老"王"')
  expect(await page.getByLabel('电话', { exact: true }).inputValue()).toBe('打我微信')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors')
  await browser.screen(page, 'door-error')
})

it('finds a place level by level, and says so when a name finds nothing', async () => {
  const page = await browser.page(390, { javaScript: false })
  await page.goto(`${site.url}/raise`)
  await page.getByLabel('地名').fill('没有这地方')
  await page.getByLabel('地名').press('Enter')
  expect(await page.locator('#place-error').textContent()).toContain('没有找到“没有这地方”')
  await page.getByRole('button', { name: '从省份开始，一级一级选' }).click()
  for (const step of ['示例省', '示例市', '江湾区']) {
    await page.locator('select[name=pick]').selectOption({ label: step })
    await page.getByRole('button', { name: '下一级' }).click()
  }
  expect(await page.locator('.chosen').textContent()).toContain('示例省 · 示例市 · 江湾区')
  await page.locator('select[name=pick]').selectOption({ label: '柳荫街道' })
  await page.getByLabel('发生了什么事？').fill('食堂')
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  expect((await receiptOn(page)).number).toMatch(/^SQ-990102-/)
})

it('makes one demand of a form that is sent three times, with one receipt', async () => {
  const page = await browser.page(390)
  await page.goto(`${site.url}/raise?region=990102001`)
  await page.getByLabel('发生了什么事？').fill('双击')
  const form = await page
    .locator('#raise')
    .evaluate((element) => new URLSearchParams(new FormData(element as HTMLFormElement) as never).toString())
  const before = await site.demands()
  const send = () =>
    fetch(`${site.url}/raise`, {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }).then((answer) => answer.text())
  const codes = (await Promise.all([send(), send(), send()])).map((text) =>
    /class="code"[^>]*>(.+?)<\/span><span class="heard"/.exec(text)?.[1]?.replace(/<[^>]+>/g, ''),
  )
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).toMatch(/^.{4}-.{4}-.{4}$/)
  expect(await site.demands()).toBe(before + 1)
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  expect((await receiptOn(page)).code).toBe(codes[0])
  await page.getByRole('button', { name: '关怀版' }).click()
  expect((await receiptOn(page)).code).toBe(codes[0])
  expect(await page.locator('html').getAttribute('class')).toBe('care')
  expect(await site.demands()).toBe(before + 1)
})

/** Tab by Tab, as somebody without a pointer goes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await page.evaluate((at) => document.activeElement?.matches(at), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${selector}`)
}

it('keeps a draft over a closed tab and a lost line, and makes one demand of two taps, by keys alone at 360 pixels', async () => {
  const before = await site.demands()
  const first = await browser.page(390, { fresh: true })
  const context = first.context()
  await first.goto(`${site.url}/raise?region=990102001`)
  await tabTo(first, '#text')
  await first.keyboard.type('写到一半，手机没电了')
  const page = await context.newPage()
  await first.close()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${site.url}/raise?region=990102001`)
  expect(await page.locator('#text').inputValue()).toBe('写到一半，手机没电了')
  expect(await page.locator('[data-draft-back]').isVisible()).toBe(true)
  await context.setOffline(true)
  await tabTo(page, '[data-sending]')
  await page.keyboard.press('Enter')
  await page.locator('[data-offline]').waitFor()
  expect(await page.locator('#text').inputValue()).toBe('写到一半，手机没电了')
  await context.setOffline(false)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await receiptOn(page)
  expect(await site.demands()).toBe(before + 1)
  expect(await page.evaluate(() => localStorage.getItem('draft'))).toBe(null)
  await page.close()
})

it('asks an anonymous worker for nothing, keeps nothing on the phone, and drops a name typed before', async () => {
  const page = await browser.page(390)
  await page.goto(`${site.url}/raise?region=990102001`)
  await page.getByLabel('怎么称呼您').fill('不该留下')
  await page.getByLabel('发生了什么事？').fill('匿名的事')
  await page.getByRole('radio', { name: /^匿名/ }).check()
  expect(await page.getByLabel('怎么称呼您').isVisible()).toBe(false)
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  const { number } = await receiptOn(page)
  const kept = await site.database.owner.query("select 1 from content where subject = $1 and part = 'identity'", [
    await site.demandOf(number),
  ])
  expect(kept.rowCount).toBe(0)
  expect(await page.context().cookies()).toEqual([])
})

it('tells a wrong code from a slip, makes a guesser wait in words, and loses no text when time runs out', async () => {
  const page = await browser.page(390)
  const receipt = await raiseBy(page, site.url, '猜码')
  await followBy(page, site.url, { number: receipt.number, code: 'abc' })
  expect(await page.locator('#code-error').textContent()).toContain('十二个数字和字母')
  await followBy(page, site.url, receipt)
  await page.getByLabel('补充或者问一句').fill('写到一半')
  site.clock.stepTo(new Date(site.clock.now().getTime() + 31 * 60_000))
  await page.getByRole('button', { name: '发给工会' }).click()
  expect(await page.getByLabel('流水号').inputValue()).toBe(receipt.number)
  await page.getByLabel('提取码').fill(receipt.code)
  await page.getByRole('button', { name: '查看' }).click()
  expect(await page.getByLabel('补充或者问一句').inputValue()).toBe('写到一半')
  for (let wrong = 0; wrong < 5; wrong++)
    await followBy(page, site.url, { number: receipt.number, code: '0000-0000-0000' })
  expect(await page.locator('#code-error').textContent()).toContain('对不上')
  await followBy(page, site.url, { number: receipt.number, code: '0000-0000-0000' })
  expect(await page.locator('#code-error').textContent()).toContain('请过 15 分钟再试')
  await browser.screen(page, 'door-wait')
})

it('takes no form from another site, and leaves to a page that says nothing', async () => {
  const body = 'text=x&mode=anonymous&region=990102001'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
    origin: 'http://example.invalid',
  }
  const before = await site.demands()
  const answer = await fetch(`${site.url}/raise`, { method: 'POST', body, headers })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('不是从本站的页面发出的')
  expect(await site.demands()).toBe(before)
  const page = await browser.page(390)
  await page.goto(`${site.url}/raise`)
  await page.getByLabel('发生了什么事？').fill('不能让人看见')
  await page.getByRole('link', { name: '快速离开' }).click()
  await page.waitForURL(`${site.url}/away`)
  expect(await page.locator('body').textContent()).not.toMatch(/工会|扎根|诉求/)
  await page.goBack().catch(() => null)
  expect(await page.content()).not.toContain('不能让人看见')
})

it('sends a photo ahead over a line that is cut in the middle, and the matter has it', async () => {
  const page = await browser.page(390)
  const photo = await phonePhoto(900, 700, true)
  let cuts = 0
  await page.route('**/file/*', async (route) => {
    const cut = route.request().method() === 'PATCH' && cuts < 2
    cuts += cut ? 1 : 0
    await (cut ? route.abort('connectionreset') : route.continue())
  })
  await page.goto(`${site.url}/raise?region=990102001`)
  await page.getByLabel('发生了什么事？').fill('护罩拆了，拍了一张')
  await page.locator('#files').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByText('IMG_1.jpg · 收到了').waitFor()
  expect(cuts).toBe(2)
  await browser.screen(page, 'door-photo')
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  const { number } = await receiptOn(page)
  const { rows } = await site.database.owner.query(
    `select e.body from event e join demand d on d.id = e.stream where d.number = $1 and e.kind = 'FileAttached'`,
    [number],
  )
  expect(rows.map(({ body }) => [body.is, body.bytes])).toEqual([['photo', photo.length]])
})
