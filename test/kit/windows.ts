import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export interface Windows {
  /** A window that looks like new. Within a test it is taken back when the test ends; before all tests it is kept. */
  open(options: BrowserContextOptions, listen: (page: Page) => void): Promise<Page>
  /** A window nobody sat at before, closed when its test ends. */
  fresh(options: BrowserContextOptions, listen: (page: Page) => void): Promise<Page>
}

/**
 * Windows given from one test to the next, emptied in between: a process that has drawn a page and compiled its scripts
 * does it again at a quarter of the cost, and starting one was most of what a browser test took. Two windows open at the
 * same time are never one context, so no cookie is shared between two people.
 */
export function windowsOf(browser: Browser): Windows {
  const spare = new Map<string, Page[]>()
  const made = async (options: BrowserContextOptions) => (await browser.newContext(options)).newPage()
  return {
    fresh: async (options, listen) => {
      const page = await made(options)
      listen(page)
      atEnd(() => page.context().close())
      return page
    },
    open: async (options, listen) => {
      const kind = JSON.stringify(options)
      const page = spare.get(kind)?.pop() ?? (await made(options))
      listen(page)
      atEnd(async () => {
        if (page.isClosed()) return
        await empty(page, options)
        spare.set(kind, [...(spare.get(kind) ?? []), page])
      })
      return page
    },
  }
}

/** Outside a test, as in beforeAll, nothing is taken back. */
function atEnd(work: () => Promise<void>): void {
  try {
    onTestFinished(work)
  } catch {
    // The window lives as long as the browser.
  }
}

/** Nothing of the person who sat here stays: no page, cookie, storage, listener, route, emulation. */
async function empty(page: Page, { viewport }: BrowserContextOptions): Promise<void> {
  const context = page.context()
  for (const other of context.pages()) if (other !== page) await other.close()
  page.removeAllListeners()
  await Promise.all([page.unrouteAll({ behavior: 'ignoreErrors' }), context.unrouteAll({ behavior: 'ignoreErrors' })])
  await context.setOffline(false)
  await forget(page, context)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null })
  if (viewport) await page.setViewportSize(viewport)
}

async function forget(page: Page, context: BrowserContext): Promise<void> {
  const { origin } = new URL(page.url())
  if (origin !== 'null') await page.evaluate(() => sessionStorage.clear())
  await page.goto('about:blank')
  await context.clearCookies()
  await context.clearPermissions()
  if (origin === 'null') return
  await (await lineTo(page)).send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
}

const lines = new WeakMap<Page, Promise<CDPSession>>()

/**
 * A line of our own to the browser's tools of a page. One for its whole life: when one is hung up while the network is cut on
 * purpose, the cut can no longer be ended.
 */
export function lineTo(page: Page): Promise<CDPSession> {
  const line = lines.get(page) ?? page.context().newCDPSession(page)
  lines.set(page, line)
  return line
}
