import type { Cookie, Page } from 'playwright-core'
import type { Actor, Role } from '../../src/domain/actor.ts'
import { makeId, realmOfRegion } from '../../src/domain/id.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import { loadDemoAccounts, readDemoAccounts } from '../../src/server/account/demo-accounts.ts'
import { operatorDesk } from '../../src/server/account/operator-desk.ts'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import { buildWeb } from '../../src/server/http/built/build-web.ts'
import { passTime } from '../../src/server/job/pass-time.ts'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { startSite, type TestSite } from '../kit/server.ts'

/** The site with the demo's county and the built desk. */
export interface DeskSite extends TestSite {
  /** A worker raises a demand on the open door; answers with its id. */
  raise(text: string, body?: object): Promise<string>
  /** How many events of a kind a demand has. */
  events(demand: string, kind: string): Promise<number>
  /** A person of the demo in one of their posts, for what a test needs done without a browser. */
  person(login: string, role?: Role): Promise<Staff>
  /** A command that must be accepted. */
  accept(actor: Actor, kind: CommandKind, body: object): Promise<void>
  /** Id of a union in force by its name. */
  unit(name: string): Promise<number>
  number(demand: string): Promise<string>
  /** What follows from what happened: one stream hears of another. */
  settle(): Promise<void>
  /** Lets time pass as it would have: whatever is due on the way happens. */
  pass(to: string): Promise<void>
}
type Staff = Extract<Actor, { kind: 'staff' }>

const region = '990102'

/**
 * Starts on a Monday morning when the offices are open; with the demo played into it, or as a story begins: the county and
 * its people, and nothing that happened. With further settings, as the operator would give them.
 */
export async function deskSite(
  kind: 'demo' | 'story' = 'demo',
  env: Readonly<Record<string, string>> = {},
): Promise<DeskSite> {
  await buildWeb(() => undefined)
  const site = await startSite({ kind, at: new Date('2026-06-15T01:00:00Z'), env })
  const { context, database, clock } = site
  if (kind === 'story') await loadDemoAccounts(operatorDesk(context), SHIPPED_RULES)
  const newId = () => makeId(realmOfRegion(region), clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  return {
    ...site,
    person: async (login, role) => {
      const { rows } = await database.owner.query(
        `select a.id as account, p.id as post, p.unit, p.section, p.role from account a join post p on p.account = a.id
         where a.login = $1 and p.valid_to is null and ($2::text is null or p.role = $2) order by p.id limit 1`,
        [login, role ?? null],
      )
      return { kind: 'staff', ...rows[0] }
    },
    accept: async (actor, command, body) => {
      const { outcome } = await context.pipeline.submit(actor, { id: newId(), kind: command, body })
      if ('refused' in outcome) throw new Error(`${command} was refused: ${outcome.refused.code}`)
    },
    unit: async (name) => {
      const { rows } = await database.owner.query('select id from unit where name = $1 and valid_to is null', [name])
      return Number(rows[0]?.id)
    },
    number: async (demand) =>
      String((await database.owner.query('select number from demand where id = $1', [demand])).rows[0]?.number),
    settle: () => runFollowersOnce(context),
    pass: (to) => passTime(context, new Date(to), (at) => clock.stepTo(at)),
    raise: async (text, body = {}) => {
      const id = newId()
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

/** Sessions opened by hand in this file, by site and person. */
const sessions = new Map<string, readonly Cookie[]>()

/**
 * Comes in as a person of the demo: the first time in a file by keyboard, afterwards with the session that was opened then.
 * A password costs half a second on purpose, and most tests are about what comes after it. Not for tests that sign out,
 * change a password or the post acted in: whoever shares the session would notice.
 */
export async function comeIn(page: Page, url: string, login: string): Promise<void> {
  if (!(await known(page, url, login))) return
  await page.goto(`${url}/desk/`)
  await page
    .getByRole('navigation', { name: '清单' })
    .or(page.getByRole('heading', { name: '今天' }))
    .first()
    .waitFor()
}

/** The same, straight to a page of the desk: it saves drawing the start page first. The caller waits for what it needs. */
export async function comeTo(page: Page, url: string, login: string, path: string): Promise<void> {
  await known(page, url, login)
  await page.goto(`${url}${path}`)
}

/** Signs in where nobody has yet, which answers false; else gives the window the session that is open. */
async function known(page: Page, url: string, login: string): Promise<boolean> {
  const session = sessions.get(`${url} ${login}`)
  if (session) await page.context().addCookies([...session])
  else {
    await signIn(page, url, login)
    sessions.set(`${url} ${login}`, await page.context().cookies())
  }
  return session !== undefined
}

/** Opens a picker that has the focus or is named, types, and takes the first hit. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.focus()
  await box.fill('')
  await page.keyboard.type(text)
  // What was found for the letters before may still stand above it: the arrow takes whatever is first.
  await page.getByRole('option').first().filter({ hasText: text }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}
