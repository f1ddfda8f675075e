import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { Actor, Role } from '../../src/domain/actor.ts'
import { makeId, realmOfRegion } from '../../src/domain/id.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import { buildWeb } from '../../src/server/http/built/build-web.ts'
import { startSite, type TestSite } from '../kit/server.ts'

/** The site with the demo's county, three people of its unions, and short ways to act for them. */
export interface DoorSite extends TestSite {
  readonly triage: Actor
  readonly handler: Actor & { readonly unit: number }
  readonly head: Actor
  /** Somebody with a post at a union of the demo's county. */
  staff(union: string, role: Role): Promise<Actor & { readonly unit: number }>
  /** A command that must be accepted; answers with its stream. */
  accept(actor: Actor, kind: CommandKind, body: object): Promise<string>
  /** The id of the demand of a number. */
  demandOf(number: string): Promise<string>
  /** How many demands there are. */
  demands(): Promise<number>
}

const REGION = '990102'

/** Starts on a Monday morning when the offices are open. */
export async function doorSite(): Promise<DoorSite> {
  await buildWeb(() => undefined)
  const site = await startSite({ kind: 'story', at: new Date('2026-06-15T01:00:00Z') })
  const { context, database, clock } = site
  const newId = () => makeId(realmOfRegion(REGION), clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const submit = async (actor: Actor, kind: CommandKind, body: object) => {
    const { outcome } = await context.pipeline.submit(actor, { id: newId(), kind, body })
    if ('refused' in outcome) throw new Error(`${kind} was refused: ${outcome.refused.code}`)
    return outcome.accepted
  }
  const staff = async (name: string, role: Role) => {
    const { rows } = await database.owner.query('select id from unit where name = $1 and valid_to is null', [name])
    const unit = Number(rows[0]?.id)
    const account = newId()
    await database.owner.query(
      `insert into account (id, realm, login, name, password_hash, created_at) values ($1, $2, $3, $3, '-', $4)`,
      [account, realmOfRegion(REGION), `login-${account.slice(-12)}`, clock.now()],
    )
    await submit({ kind: 'operator' }, 'account.create', { account, unit })
    const granted = await submit({ kind: 'operator' }, 'post.grant', { account, unit, role, fullTime: true })
    return { kind: 'staff' as const, account, post: Number(granted.post), unit, section: null, role }
  }
  return {
    ...site,
    triage: await staff('江湾区总工会', 'triage'),
    head: await staff('江湾区总工会', 'head'),
    handler: await staff('柳荫街道工会', 'handler'),
    staff,
    accept: async (actor, kind, body) => String((await submit(actor, kind, body)).stream),
    demandOf: async (number) => {
      const { rows } = await database.owner.query('select id from demand where number = $1', [number])
      return String(rows[0]?.id)
    },
    demands: async () => Number((await database.owner.query('select count(*)::int as n from demand')).rows[0]?.n),
  }
}

/** Types a whole demand into `/raise` and submits it; gives number and code of the receipt. */
export async function raiseBy(page: Page, url: string, text: string): Promise<{ number: string; code: string }> {
  await page.goto(`${url}/raise?region=990102001`)
  await page.getByLabel('发生了什么事？').fill(text)
  await page.getByRole('button', { name: '提交，拿回执' }).click()
  return receiptOn(page)
}

/** Number and code on the receipt page. */
export async function receiptOn(page: Page): Promise<{ number: string; code: string }> {
  const number = (await page.locator('.kept .number').textContent()) ?? ''
  const code = (await page.locator('.kept .code').textContent()) ?? ''
  return { number, code }
}

/** Opens the follow page with number and code. */
export async function followBy(
  page: Page,
  url: string,
  { number, code }: { number: string; code: string },
): Promise<void> {
  await page.goto(`${url}/follow`)
  await page.getByLabel('流水号').fill(number)
  await page.getByLabel('提取码').fill(code)
  await page.getByRole('button', { name: '查看' }).click()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What colours decide: all that can differ between light and dark. */
export const colourRules = ['color-contrast', 'link-in-text-block']

/** Everything axe finds against WCAG 2.2 A and AA and its own best practices, or by `only` these. `rules` says how many it tried. */
export async function axeOn(
  page: Page,
  only: readonly string[] = [],
): Promise<{ violations: string[]; rules: number }> {
  // Evaluated and not added as a script: the site's policy forbids what stands inline.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (values) => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<Found> } }
    const some = values.length > 0 ? { runOnly: { type: 'rule', values } } : {}
    // A colour on its way from one to another is no colour anybody reads: what moves and comes to an end is waited for.
    const moving = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map((each) => each.finished))
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'], preload: false, ...some })
    return { violations: violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`), rules: passes.length }
  }, only)
}
