import type { Page } from 'playwright-core'
import { makeId, realmOfRegion } from '../../src/domain/id.ts'
import { readDemoAccounts } from '../../src/server/account/demo-accounts.ts'
import { buildDesk } from '../../src/server/http/desk/build-desk.ts'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { startSite, type TestSite } from '../kit/server.ts'

/** The site with the demo's county and the built desk. */
export interface DeskSite extends TestSite {
  /** A worker raises a demand on the open door; answers with its id. */
  raise(text: string, body?: object): Promise<string>
  /** How many events of a kind a demand has. */
  events(demand: string, kind: string): Promise<number>
}

const region = '990102'

/** Starts on a Monday morning when the offices are open. */
export async function deskSite(): Promise<DeskSite> {
  await buildDesk(() => undefined)
  const site = await startSite({ kind: 'demo', at: new Date('2026-06-15T01:00:00Z') })
  return {
    ...site,
    raise: async (text, body = {}) => {
      const id = makeId(realmOfRegion(region), site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
      const answer = await fetch(`${site.url}/api/command/demand.raise`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, body: { region, channel: 'online', mode: 'confidential', text, ...body } }),
      })
      const { accepted } = (await answer.json()) as { accepted: { stream: string } }
      return accepted.stream
    },
    events: async (demand, kind) => {
      const query = 'select count(*)::int as n from event where stream = $1 and kind = $2'
      return Number((await site.database.owner.query(query, [demand, kind])).rows[0]?.n)
    },
  }
}

/** Signs in by keyboard, as a person of the demo. */
export async function signIn(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/desk/`)
  await page.getByRole('textbox', { name: '账号' }).waitFor()
  await page.keyboard.type(login)
  await page.keyboard.press('Tab')
  await page.keyboard.type(readDemoAccounts(SHIPPED_RULES).password)
  await page.keyboard.press('Enter')
  await page
    .getByRole('navigation', { name: '清单' })
    .or(page.getByRole('heading', { name: '今天' }))
    .first()
    .waitFor()
}

/** Opens a picker that has the focus or is named, types, and takes the first hit. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.focus()
  await box.fill('')
  await page.keyboard.type(text)
  await page.getByRole('option', { name: text }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
