import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'
import { lineTo, windowsOf } from './windows.ts'

/** A phone in a worker's hand, and an office screen: the two widths every screen is looked at. */
export type Width = 390 | 1440

const HEIGHTS: Record<Width, number> = { 390: 844, 1440: 900 }
const SCREENS = path.resolve(import.meta.dirname, '../../test-output/screens')
/** A list of a thousand rows is looked at by its beginning. */
const TALLEST = 8000
const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]'])

export interface PageOptions {
  /** Language the browser asks for; Chinese unless told. */
  readonly language?: 'zh-CN' | 'en'
  /** false: a worker's door must be whole without it. */
  readonly javaScript?: boolean
  readonly baseURL?: string
  /** A window nobody sat at before, and nobody does after: where the browser's own memory of files would matter. */
  readonly fresh?: boolean
}

export interface TestBrowser {
  /** A page in a context of its own: no cookie is shared between two people's windows. */
  page(width: Width, options?: PageOptions): Promise<Page>
  /** Full page into test-output/screens/NAME-WIDTH.png; answers with the path. */
  screen(page: Page, name: string): Promise<string>
  /** What went wrong in any page so far: script errors, console errors, requests to another machine. */
  readonly troubles: readonly string[]
  /** Work during which the browser may complain in these words: they are no trouble, the same words at any other time are. */
  expecting(words: RegExp, work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** One Chromium per test file: start it in beforeAll, close it in afterAll. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  const troubles: string[] = []
  const windows = windowsOf(browser)
  return {
    troubles,
    page: (width, { language, javaScript, baseURL, fresh } = {}) => {
      const options = {
        viewport: { width, height: HEIGHTS[width] },
        locale: language ?? 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        javaScriptEnabled: javaScript ?? true,
        ...(width === 390 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
        ...(baseURL ? { baseURL } : {}),
      }
      return windows[fresh ? 'fresh' : 'open'](options, (page) => listen(page, troubles))
    },
    screen: async (page, name) => {
      mkdirSync(SCREENS, { recursive: true })
      const file = path.join(SCREENS, `${name}-${page.viewportSize()?.width ?? 0}.png`)
      writeFileSync(file, await picture(page))
      return file
    },
    expecting: async (words, work) => {
      const before = troubles.length
      await work()
      const others = troubles.splice(before).filter((trouble) => !words.test(trouble))
      troubles.push(...others)
    },
    close: () => browser.close(),
  }
}

/** The full page. Asked of the browser itself, which packs it quickly: Playwright's own packs it well, and takes a second. */
async function picture(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready)
  const line = await lineTo(page)
  const { cssContentSize } = await line.send('Page.getLayoutMetrics')
  const { data } = await line.send('Page.captureScreenshot', {
    clip: { x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, TALLEST), scale: 1 },
    captureBeyondViewport: true,
    optimizeForSpeed: true,
  })
  return Buffer.from(data, 'base64')
}

/** No name but this machine's is ever resolved (see the flags); here is written down who tried. */
function listen(page: Page, troubles: string[]): void {
  page.on('request', (request) => {
    const { protocol, hostname, host } = new URL(request.url())
    if (protocol.startsWith('http') && !LOCAL.has(hostname)) troubles.push(`asks another machine: ${host}`)
  })
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()}`)
  })
}
