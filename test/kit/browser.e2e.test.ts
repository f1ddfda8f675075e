import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'

let browser: TestBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The pixels a text darkens: two characters a font lacks look alike (both the empty box). */
async function drawn(text: string): Promise<string> {
  const page = await browser.page(1440)
  return page.evaluate((characters) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.font = '48px sans-serif'
    context.fillText(characters, 4, 52)
    return Array.from(context.getImageData(0, 0, 64, 64).data.filter((_, index) => index % 4 === 3)).join()
  }, text)
}

it('draws Chinese characters, each its own', async () => {
  const [met, understood, delivered, missing] = [
    await drawn('面'),
    await drawn('心'),
    await drawn('实'),
    await drawn('\u{10fffd}'),
  ]
  expect(new Set([met, understood, delivered, missing]).size).toBe(4)
})

it.each([390, 1440] as const)('shows a page %i pixels wide and keeps a screenshot', async (width) => {
  const page = await browser.page(width)
  await page.setContent(
    '<html lang="zh-CN"><meta name="viewport" content="width=device-width"><body><h1>扎根</h1><p>面对面 心贴心 实打实</p></body></html>',
  )
  expect(await page.evaluate(() => window.innerWidth)).toBe(width)
  expect(statSync(await browser.screen(page, 'kit')).size).toBeGreaterThan(1000)
})

it('reaches no other machine, and says who asked', async () => {
  const page = await browser.page(390)
  const before = browser.troubles.length
  await page.setContent('<img src="http://example.invalid/a.png">')
  await page.waitForLoadState('load')
  expect(browser.troubles.slice(before)).toContain('asks another machine: example.invalid')
})

it('can do without scripts', async () => {
  const page = await browser.page(390, { javaScript: false })
  await page.setContent('<p id="p">plain</p><script>document.getElementById("p").textContent = "scripted"</script>')
  expect(await page.textContent('#p')).toBe('plain')
})

it('says in one line that there is no browser', () => {
  expect(() => findChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow(
    /^browser tests need Chromium: .*install-chromium\.sh/,
  )
})
