import type { Page } from 'playwright-core'

/** Buttons, fields and choices (the whole line of one, not its box) lower than a finger needs; links within a sentence are exempt (WCAG 2.5.8). */
export function small(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'button, .button, input:not([type=radio], [type=checkbox]), textarea, select, .choice, summary, nav a, .way, .numbers a, .brand',
      ),
    ]
    const seen = targets.filter((each) => each.offsetParent !== null && !each.matches('.unseen, [type=hidden]'))
    return seen
      .filter((each) => each.getBoundingClientRect().height < pixels - 0.5)
      .map((each) => each.outerHTML.slice(0, 90))
  }, least)
}

/** Words set smaller than `least` pixels. */
export function fine(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement
      if (!within || !node.textContent?.trim() || within.closest('svg, .heard, .unseen, .skip, option')) continue
      const size = Number.parseFloat(getComputedStyle(within).fontSize)
      if (size < pixels - 0.05) found.add(`${size.toFixed(1)} px: ${within.outerHTML.slice(0, 90)}`)
    }
    return [...found]
  }, least)
}

/** What can be reached by key but does not show that it was. One Tab first: only then does a browser show the focus of a script. */
export async function unmarked(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const reached = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), textarea, select, summary',
    )
    const marked = (each: Element | null) => {
      if (!each) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(each)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    return [...reached]
      .filter((each) => each.offsetParent !== null && !each.matches('.unseen, :disabled'))
      .filter((each) => {
        each.focus()
        return document.activeElement === each && !marked(each) && !marked(each.closest('.choice'))
      })
      .map((each) => each.outerHTML.slice(0, 90))
  })
}

/** How many pixels of the page lie beside the screen, at each of these widths. The last one stays. */
export async function widerAt(page: Page, widths: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
  }
  return found
}
