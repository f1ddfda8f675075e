import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

/** A phone in a worker's hand, and an office screen: the two widths every screen is looked at. */
export type Width = 390 | 1440

const HEIGHTS: Record<Width, number> = { 390: 844, 1440: 900 }
const SCREENS = path.resolve(import.meta.dirname, '../../test-output/screens')
const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]'])

export interface PageOptions {
  /** Language the browser asks for; Chinese unless told. */
  readonly language?: 'zh-CN' | 'en'
  /** false: a worker's door must be whole without it. */
  readonly javaScript?: boolean
  readonly baseURL?: string
}

export interface TestBrowser {
  /** A page in a context of its own: no cookie is shared between two people's windows. */
  page(width: Width, options?: PageOptions): Promise<Page>
  /** Full page into test-output/screens/NAME-WIDTH.png; answers with the path. */
  screen(page: Page, name: string): Promise<string>
  /** What went wrong in any page so far: script errors, console errors, requests to another machine. */
  readonly troubles: readonly string[]
  close(): Promise<void>
}

/** One Chromium per test file: start it in beforeAll, close it in afterAll. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  const troubles: string[] = []
  return {
    troubles,
    page: async (width, options = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: HEIGHTS[width] },
        locale: options.language ?? 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        javaScriptEnabled: options.javaScript ?? true,
        ...(width === 390 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
        ...(options.baseURL ? { baseURL: options.baseURL } : {}),
      })
      await keepLocal(context, troubles)
      return listen(await context.newPage(), troubles)
    },
    screen: async (page, name) => {
      mkdirSync(SCREENS, { recursive: true })
      const file = path.join(SCREENS, `${name}-${page.viewportSize()?.width ?? 0}.png`)
      await page.screenshot({ path: file, fullPage: true })
      return file
    },
    close: () => browser.close(),
  }
}

async function keepLocal(context: BrowserContext, troubles: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && !LOCAL.has(url.hostname),
    async (route) => {
      troubles.push(`asks another machine: ${new URL(route.request().url()).host}`)
      await route.abort()
    },
  )
}

function listen(page: Page, troubles: string[]): Page {
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()}`)
  })
  return page
}
