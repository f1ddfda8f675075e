import { fastify } from 'fastify'
import type { Page } from 'playwright-core'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import { doorRoutes } from '../../src/server/http/door/door-routes.ts'
import { runCascades } from '../../src/server/job/cascade-runner.ts'
import { createLog } from '../../src/server/log.ts'
import type { DoorSite } from './door-site.ts'

/** A page of the worker's door, by how one gets there. */
export type DoorPage = {
  readonly name: string
  /** The GET route it shows, as the server names it; null where only a form leads there. */
  readonly route: string | null
  /** What comes before it, on another page. */
  readonly before?: (page: Page, query: string) => Promise<unknown>
  /** The one step that brings the page; `query` is language and edition. */
  readonly open: (page: Page, query: string) => Promise<unknown>
}

/** What the pages show: a demand on which everything is asked at once, a published article, a main line. */
export type Shown = {
  readonly receipt: { readonly number: string; readonly code: string }
  readonly article: string
  readonly union: number
}

/**
 * Every page of the door. What is measured of one is measured of all of them, and `routesOf` sees to it that none is
 * forgotten: **a new page of the door is one line here**.
 */
export function doorPages(site: DoorSite, shown: Shown): readonly DoorPage[] {
  const go = (path: string) => (page: Page, query: string) =>
    page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}${query}`)
  const get = (name: string, route: string, path = route): DoorPage => ({ name, route, open: go(path) })
  const filled = (path: string, fields: Readonly<Record<string, string>>) => async (page: Page, query: string) => {
    await go(path)(page, query)
    for (const [field, text] of Object.entries(fields)) await page.locator(field).fill(text)
  }
  const sent = (
    name: string,
    path: string,
    fields: Readonly<Record<string, string>>,
    button = 'main form .button',
  ): DoorPage => ({ name, route: null, before: filled(path, fields), open: (page) => press(page, button) })
  const { number, code } = shown.receipt
  return [
    get('home', '/'),
    get('raise', '/raise', '/raise?region=990102'),
    get('blank', '/raise'),
    sent('wrong', '/raise', { '#phone': 'abc' }, '.send .button'),
    {
      name: 'found',
      route: null,
      before: filled('/raise', { '#place': '柳荫' }),
      open: (page) => sendAs(page, 'find-place'),
    },
    sent('receipt', '/raise?region=990102001', { '#text': '宿舍漏水' }, '.send .button'),
    get('enter', '/follow'),
    sent('unfit', '/follow', { '#number': 'SQ-990102-20260615-000217-5' }),
    sent('follow', '/follow', { '#number': number, '#code': code }),
    get('help', '/help'),
    get('card', '/help/card/:code', `/help/card/${site.context.rules.cards[0]?.code}`),
    get('evidence', '/help/evidence'),
    get('where', '/help/where'),
    get('owed', '/help/owed'),
    get('overtime', '/help/owed/:kind', '/help/owed/overtime'),
    get('limits', '/help/limits'),
    get('complaint', '/help/papers/:kind', '/help/papers/complaint'),
    get('deed-word', '/deed-word'),
    get('line', '/line'),
    get('about', '/about'),
    get('status', '/status'),
    get('accessibility', '/accessibility'),
    get('privacy', '/privacy'),
    get('poster', '/poster/:union', `/poster/${shown.union}`),
    get('cards', '/poster/:union/cards', `/poster/${shown.union}/cards`),
    get('paper', '/poster/:union/form', `/poster/${shown.union}/form`),
    get('news', '/news'),
    get('article', '/news/:id', `/news/${shown.article}`),
    get('own-comment', '/comment'),
    get('notices', '/notices'),
    { name: 'missing', route: null, open: go('/nowhere') },
    get('away', '/away'),
  ]
}

/** Addresses of the door that are no page of their own, and why. */
export const noPages: Readonly<Record<string, string>> = {
  '/door/': 'style, script and icon, named by their content',
  '/follow/:verb': 'leads back to /follow',
  '/poster/:union/poster.svg': 'a drawing',
  '/poster/:union/card.svg': 'a drawing',
  '/poster/:union/contact.svg': 'a drawing',
  '/poster/:union/chat.txt': 'a text to paste',
  '/news/:id/comment': 'closed as the rules ship: not found',
  '/news/:id/card.svg': 'a drawing',
  '/news/:id/picture/:n': 'a picture',
}

/** Every GET route of the door, as the server itself registers them; addresses of one kind under one name. */
export async function routesOf(site: DoorSite): Promise<string[]> {
  const found = new Set<string>()
  const app = fastify()
  app.addHook('onRoute', ({ method, url }) => {
    if ([method].flat().includes('GET'))
      found.add(url.replace(/^\/door\/.*/, '/door/').replace(/^\/follow\/.+/, '/follow/:verb'))
  })
  await doorRoutes(app, site.context)
  await app.close()
  return [...found].sort()
}

/** A form that is sent leads to another page: it is there when it has loaded. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(button).first().click()])
}

/** The form of `/raise`, sent as a phone without scripts sends it at a button whose answer scripts put into the page. */
async function sendAs(page: Page, step: string): Promise<void> {
  const send = (value: string) => {
    const form = document.querySelector<HTMLFormElement>('#raise')
    form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value }))
    form?.submit()
  }
  await Promise.all([page.waitForEvent('load'), page.evaluate(send, step)])
}

/** A published article that tells of nobody, and a main line with a paper in force. */
export async function publish(site: DoorSite): Promise<Pick<Shown, 'article' | 'union'>> {
  const { handler, staff, accept, context, clock } = site
  const county = await staff('江湾区总工会', 'editor')
  const other = await staff('江湾区总工会', 'editor')
  const head = { title: '门口的一张纸', author: '江湾工会报', source: '江湾区总工会', topics: [], tells: 'nobody' }
  const blocks = [{ kind: 'paragraph', text: '2012年的这张纸，写着谁来、什么时候来、找谁说。'.repeat(12) }]
  const article = await accept(county, 'article.write', { unit: county.unit, ...head, blocks })
  await accept(county, 'article.offer', { article })
  await accept(other, 'article.release', { article })
  const city = await staff('示例市总工会', 'organiser')
  const stages = [{ title: '部署', fromOn: '2026-01-05', toOn: '2026-01-31' }]
  const words = { title: '到一线去', purpose: '当面听', basis: '全会', fromOn: '2026-01-05', toOn: null, stages }
  const campaign = await accept(city, 'campaign.open', { unit: city.unit, ...words })
  const clauses = [
    { text: '听职工说', measure: 'heard', cut: null },
    { text: '欠薪的事办成', measure: 'solved', cut: 'topic:A' },
  ]
  const drafted = { unit: city.unit, campaign, number: '2026-3', title: '意见', clauses }
  const directive = await accept(city, 'directive.draft', drafted)
  await accept(city, 'directive.issue', { directive, unit: city.unit })
  await runCascades({ db: context.db, clock, pipeline: context.pipeline, log: createLog('silent') }, { wait: true })
  await runFollowersOnce(context)
  return { article, union: handler.unit }
}
