import type { Page } from 'playwright-core'
import type { Actor } from '../../src/domain/actor.ts'
import type { TestBrowser, Width } from '../kit/browser.ts'
import { comeIn, comeTo, type DeskSite } from './desk-site.ts'
import { raiseBy } from './door-site.ts'

/** A worker's receipt and the id of the demand it is for. */
export interface Raised {
  readonly demand: string
  readonly receipt: { readonly number: string; readonly code: string }
}

interface Given {
  readonly lead: string
  readonly by: Actor
  readonly difficulty?: string
}

/** A demand raised on a worker's phone without a script, triaged to a union and signed for there. */
export async function inHand(
  { site, phone }: { site: DeskSite; phone: Page },
  { text, ...given }: Given & { text: string },
): Promise<Raised> {
  return taken(site, await raiseBy(phone, site.url, text), given)
}

/** A demand that has its receipt, triaged to a union and signed for there. */
export async function taken(
  site: DeskSite,
  receipt: Raised['receipt'],
  { lead, by, difficulty = 'plain' }: Given,
): Promise<Raised> {
  const { rows } = await site.database.owner.query('select id from demand where number = $1', [receipt.number])
  const demand = String(rows[0]?.id)
  const triage = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty, lead: await site.unit(lead) }
  await site.accept(await site.person('triage'), 'demand.triage', { demand, ...triage })
  await site.accept(by, 'order.sign', { demand })
  return { demand, receipt }
}

/** Someone's own window, with the demand open in it. */
export async function opened(
  { site, browser }: { site: DeskSite; browser: TestBrowser },
  login: string,
  demand: string,
  width: Width = 1440,
): Promise<Page> {
  const page = await browser.page(width)
  await comeTo(page, site.url, login, `/desk/unit/${demand}`)
  await page.getByRole('heading', { name: '经过' }).waitFor()
  return page
}

/** Someone's own window, with the demand opened from a list by its line. */
export async function openedFrom(
  { site, browser }: { site: DeskSite; browser: TestBrowser },
  login: string,
  list: string,
  demand: string,
): Promise<Page> {
  const page = await browser.page(1440)
  await comeIn(page, site.url, login)
  await page.getByRole('link', { name: new RegExp(`^${list}`) }).click()
  await page.locator(`.line[href$="${demand}"]`).click()
  await page.getByRole('heading', { name: '经过' }).waitFor()
  return page
}

/** Chooses of alternatives by keyboard; in a named group where two groups have one of that name. */
export async function choose(page: Page, name: string, group?: string): Promise<void> {
  const within = group ? page.getByRole('radiogroup', { name: group }) : page
  await within.getByRole('radio', { name, exact: true }).focus()
  await page.keyboard.press('Space')
}

export async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
}

/** A verb of the menu, opened as its width has it: by its key at a desk, by touch on a phone. */
export async function fromMenu(page: Page, verb: string): Promise<void> {
  if (page.viewportSize()?.width === 390) await page.getByRole('button', { name: '更多' }).click()
  else await page.keyboard.press('.')
  await page.getByRole('menuitem', { name: verb }).click()
  await page.getByRole('form', { name: verb }).waitFor()
}

/** Sends as its width has it, by its keys at a desk, by touch on a phone, and waits for the words that confirm it or say why not. */
export async function send(page: Page, said: string | RegExp): Promise<void> {
  if (page.viewportSize()?.width === 390) await page.getByRole('form').locator('button[type=submit]').click()
  else await page.keyboard.press('Control+Enter')
  await page.getByText(said).first().waitFor()
}
