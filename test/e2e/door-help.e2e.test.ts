import { readFileSync } from 'node:fs'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { axeOn, type DoorSite, doorSite } from './door-site.ts'

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

/** A phone narrower than the others. */
async function narrow(width: number, javaScript = true): Promise<Page> {
  const page = await browser.page(390, { javaScript })
  await page.setViewportSize({ width, height: 740 })
  return page
}

/** Notes every request but for sheet, script and icon, which carry nothing and which a browser asks for when it likes. */
function listed(asked: string[]): (request: Request) => void {
  return (request) => void (request.url().startsWith(`${site.url}/door/`) || asked.push(request.url()))
}

/** Opens the overtime calculator and types ten hours at six thousand yuan. */
async function tenHours(page: Page): Promise<void> {
  await page.goto(`${site.url}/help/owed/overtime`)
  await page.getByLabel('每月工资（元）').fill('６０００')
  await page.getByLabel('工作日加了几个小时班').fill('10')
}

describe('help tonight', () => {
  it('reckons overtime, fills a complaint, prints and saves it on the phone, and asks the server nothing', async () => {
    const page = await narrow(360)
    await tenHours(page)
    const asked: string[] = []
    page.on('request', listed(asked))
    await page.getByRole('button', { name: '算一算' }).click()
    expect(await page.locator('.sum').textContent()).toContain('517.24')
    expect(await page.locator('.steps').textContent()).toContain('6000 ÷ 21.75 ÷ 8 = 约 34.48 元')
    expect(await page.locator('.laws').textContent()).toContain('《劳动法》第四十四条')
    await page.getByLabel('工作日加了几个小时班').fill('很多')
    await page.getByRole('button', { name: '算一算' }).click()
    expect(await page.locator('#workday-error').textContent()).toContain('写成数字')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('workday')
    await page.getByLabel('工作日加了几个小时班').fill('10')
    await page.getByRole('button', { name: '算一算' }).click()
    expect(asked).toEqual([])
    await browser.screen(page, 'door-help-owed')
    await page.getByRole('button', { name: '写进投诉书' }).click()
    await page.waitForURL('**/help/papers/complaint')
    expect(await page.getByLabel('您要什么').inputValue()).toBe('支付加班费 517.24 元')
    expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0)
    expect(page.url()).toBe(`${site.url}/help/papers/complaint`)
    expect(asked).toEqual([`${site.url}/help/papers/complaint`])
    asked.length = 0
    await page.getByLabel('用人单位全名').fill('江湾精工有限公司')
    await page.getByLabel('事情经过').fill('五月每天加班两小时\n没有给加班费')
    await page.getByRole('button', { name: '看看成文' }).click()
    expect(await page.locator('.paper').textContent()).toMatch(
      /劳动保障监察投诉书.*江湾精工有限公司.*支付加班费 517\.24 元/s,
    )
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '存成文件' }).click()
    const saved = await waiting
    expect(saved.suggestedFilename()).toBe('tousu.html')
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^<!doctype html>.*没有给加班费/s)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper').isVisible()).toBe(true)
    expect(await page.getByLabel('事情经过').isVisible()).toBe(false)
    await browser.screen(page, 'door-help-printed')
    await page.emulateMedia({ media: 'screen' })
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
    await page.getByRole('button', { name: '告诉工会，请工会来办' }).click()
    await page.waitForURL('**/raise')
    expect(await page.getByLabel('发生了什么事？').inputValue()).toContain(
      '没有给加班费\n\n我要：\n支付加班费 517.24 元',
    )
    expect(await site.demands()).toBe(0)
    await page.close()
  })

  it('does all of it without a script, and keeps nothing', async () => {
    const page = await narrow(360, false)
    await page.goto(site.url)
    await page.getByRole('link', { name: '今晚就想知道该怎么办' }).click()
    await page.getByLabel('有什么想问的').fill('老板不发工资')
    await page.getByRole('button', { name: '找一找' }).click()
    expect(page.url()).toBe(`${site.url}/help`)
    await page.locator('section[aria-labelledby=found] a').first().click()
    expect(await page.locator('h1').textContent()).toBe('老板拖着工资不发，怎么办？')
    expect(await page.locator('.laws').textContent()).toContain('《劳动合同法》第八十五条（2012-12-28文本）')
    await tenHours(page)
    await page.getByRole('button', { name: '算一算' }).click()
    expect(await page.locator('.sum').textContent()).toContain('517.24')
    await page.getByRole('button', { name: '写进仲裁申请书' }).click()
    expect(await page.getByLabel('您要什么').inputValue()).toBe('支付加班费 517.24 元')
    await page.getByLabel('姓名', { exact: true }).fill('㛃𬱖')
    await page.getByRole('button', { name: '看看成文' }).click()
    expect(await page.locator('.paper').textContent()).toMatch(/仲裁申请书.*㛃𬱖/s)
    await page.getByRole('button', { name: '告诉工会，请工会来办' }).click()
    expect(await page.getByLabel('发生了什么事？').inputValue()).toContain('支付加班费 517.24 元')
    await page.goto(`${site.url}/help/limits`)
    await page.getByLabel('从哪天算起').fill('2025-06-20')
    await page.getByRole('button', { name: '算一算' }).click()
    // 2026-06-20 is a Saturday of the Dragon Boat holiday, which ends on Sunday.
    expect(await page.locator('.sum').textContent()).toMatch(/2026-06-22.*还有 7 天/s)
    expect(await site.demands()).toBe(0)
    await page.close()
  })

  it('reckons the same limit on the phone', async () => {
    const page = await narrow(360)
    await page.goto(`${site.url}/help/limits`)
    const asked: string[] = []
    page.on('request', listed(asked))
    await page.getByLabel('从哪天算起').fill('2025-06-20')
    await page.getByRole('button', { name: '算一算' }).click()
    expect(await page.locator('.sum').textContent()).toMatch(/2026-06-22.*还有 7 天/s)
    expect(asked).toEqual([])
    await page.close()
  })

  it('is found without a fault by axe, and clips nothing at 320 px, in both editions and languages', async () => {
    const found: string[] = []
    const paths = [
      '',
      '/owed',
      '/owed/severance',
      '/evidence',
      '/limits',
      '/where',
      '/papers/arbitration',
      '/card/arrears',
    ]
    for (const [query, width] of [
      ['', 320],
      ['?care=1', 320],
      ['?lang=en', 360],
    ] as const) {
      const page = await narrow(width)
      for (const path of paths) {
        const answer = await page.goto(`${site.url}/help${path}${query}`)
        expect(answer?.status()).toBe(200)
        const { violations, rules } = await axeOn(page)
        expect(rules).toBeGreaterThan(15)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        found.push(
          ...violations.map((each) => `${path}${query}: ${each}`),
          ...(wide > 0 ? [`${path}${query}: ${wide}px too wide`] : []),
        )
        if (query !== '?lang=en') await browser.screen(page, `door-help${path.replaceAll('/', '-')}${query && '-care'}`)
      }
      await page.close()
    }
    expect(found).toEqual([])
  }, 120_000)
})
