import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../kit/browser.ts'
import { comeIn, type DeskSite, deskSite } from './desk-site.ts'
import { axeOn } from './door-site.ts'

let site: DeskSite
let browser: TestBrowser
beforeAll(async () => {
  site = await deskSite()
  await site.settle()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('says what will stand there, wide and narrow, and names nobody but the reader', async () => {
  for (const width of [1440, 390] as const) {
    const page = await browser.page(width)
    await comeIn(page, site.url, 'trainer')
    await page.goto(`${site.url}/desk/training`)
    await page.getByRole('heading', { name: '训练计划' }).waitFor()
    await page.getByText(/还没有班次/).waitFor()
    expect(await axeOn(page)).toMatchObject({ violations: [] })
    await browser.screen(page, `desk-training-${width}`)
    await page.close()
  }
})
