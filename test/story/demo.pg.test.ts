import { expect, it } from 'vitest'
import { loadDemoAccounts } from '../../src/server/account/demo-accounts.ts'
import { type InstallContext, install, installSteps } from '../../src/server/install.ts'
import { recordInstallation } from '../../src/server/installation.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { compare } from '../../src/server/story/compare.ts'
import { demoScript } from '../../src/server/story/demo-script.ts'
import { figuresOf } from '../../src/server/story/figures.ts'
import { demoDesk, installDemo } from '../../src/server/story/install-demo.ts'
import { mergedFiguresOf } from '../../src/server/story/merged-figures.ts'
import { noNames } from '../../src/server/story/names.ts'
import { playDemo } from '../../src/server/story/play-demo.ts'
import { getDemand } from '../../src/server/view/demand-page.ts'
import { demandRow } from '../../src/server/view/demand-row.ts'
import { openedOf, timelineOf } from '../../src/server/view/events-of-demand.ts'
import { startSite, type TestSite } from '../kit/server.ts'

const at = new Date('2026-06-23T02:30:00Z')

/** What the last step of every story expects, and what came of it by the time the demo opens. */
async function expectWhatTheStoriesSay(site: TestSite): Promise<void> {
  const { owner } = site.database
  const { calendar, limits } = site.context.rules
  const { rows } = await owner.query("select id, outcome::jsonb->'accepted'->>'stream' as stream from command")
  const streams = new Map<string, string>(rows.map((row) => [row.id, row.stream]))
  const made = await owner.query('select created_at as at from installation')
  const places = await owner.query('select id, name from unit')
  const names = { ...noNames(), units: new Map<string, number>(places.rows.map(({ id, name }) => [name, id])) }
  const script = demoScript(made.rows[0].at.getTime(), calendar)
  const expecting = new Map(script.filter(({ step }) => step.expect).map((each) => [each.story.file, each]))
  expect(expecting.size).toBe(
    new Set(script.flatMap(({ story, step }) => (step.do === 'demand.raise' ? [story.file] : []))).size,
  )
  expect(expecting.size).toBeGreaterThanOrEqual(42)
  const client = await owner.connect()
  try {
    for (const { story, step, command } of expecting.values()) {
      const id = streams.get(command(9901)) ?? ''
      const [timeline, opened] = [await timelineOf(client, id), await openedOf(client, id)]
      const demand = demandRow(await getDemand(client, id), { kind: 'system' })
      const page = {
        demand,
        timeline: timeline.map((row) => ({ ...row, person: null, text: null })),
        opened: opened.map((row) => ({ ...row, person: null })),
      }
      const figures = { ...figuresOf(page, limits), ...mergedFiguresOf(page) }
      const came = { figures, answer: {}, text: '' }
      expect([story.story, compare(step.expect, came, { names, at: at.getTime(), calendar })]).toEqual([
        story.story,
        [],
      ])
    }
  } finally {
    client.release()
  }
}

async function expectSoundLedger(site: TestSite): Promise<void> {
  const { config, keys, db } = site.context
  expect(await verifyLedger(db.owner, { macKey: keys.mac, keysFolder: config.keysFolder })).toMatchObject({
    intact: true,
  })
  const { rows } = await site.database.owner.query(
    'select count(*) filter (where at < before)::int as backwards, max(at) as last from (select at, lag(at) over (partition by realm order by position) as before from event) e',
  )
  expect(rows[0].backwards).toBe(0)
  expect(rows[0].last.getTime()).toBeLessThan(at.getTime() + 1000)
}

it('plays a county in every state there is, in the past and in order, once', async () => {
  const site = await startSite({ kind: 'demo', at })
  try {
    await expectWhatTheStoriesSay(site)
    await expectSoundLedger(site)
    const { rows } = await site.database.owner.query(
      'select array_agg(distinct state order by state) as states, count(distinct channel)::int as channels, count(distinct mode)::int as modes from demand',
    )
    expect(rows[0]).toEqual({
      states: ['answered', 'closed', 'inHand', 'raised', 'reopened', 'triaged', 'withdrawn'],
      channels: 5,
      modes: 3,
    })
    const papers = await site.database.owner.query(
      'select count(*)::int as articles, count(distinct series)::int as series from article where public_version = 1',
    )
    expect(papers.rows).toEqual([{ articles: 3, series: 1 }])
    const context: InstallContext = {
      ...site.context,
      kind: 'demo',
      federation: '',
      admin: undefined,
      say: () => undefined,
    }
    expect(await installDemo.needed(context)).toBe(false)
  } finally {
    await site.close()
  }
})

it('goes on where a start was cut off, with nothing twice', async () => {
  const site = await startSite({ kind: 'test', at })
  try {
    const { owner } = site.database
    await owner.query('delete from installation')
    await recordInstallation(owner, { now: () => at }, { kind: 'demo', federation: '', keyFingerprint: 'x' })
    const said: string[] = []
    const context: InstallContext = {
      ...site.context,
      kind: 'demo',
      federation: '',
      admin: undefined,
      say: (line) => said.push(line),
    }
    await install(context, installSteps.slice(0, installSteps.indexOf(installDemo)))
    const script = demoScript(at.getTime(), site.context.rules.calendar)
    const { desk } = await demoDesk(context, script)
    const { signIn } = site.context
    await loadDemoAccounts({ ...desk, signIn, actor: { kind: 'operator' } }, SHIPPED_RULES)
    const cut = Math.floor(script.length / 2)
    await playDemo(desk, script.slice(0, cut))

    expect(await installDemo.needed(context)).toBe(true)
    await installDemo.run(context)
    expect(said.at(-1)).toBe(`${script.length} commands, ${cut} of them stored by a start that was cut off`)
    expect(await installDemo.needed(context)).toBe(false)
    const { rows } = await owner.query('select count(*)::int as demands from demand')
    expect(rows[0].demands).toBe(script.filter(({ step }) => step.do === 'demand.raise').length)
    await expectWhatTheStoriesSay(site)
    await expectSoundLedger(site)
  } finally {
    await site.close()
  }
})

it('leaves alone what somebody has worked in', async () => {
  const site = await startSite({ kind: 'test', at })
  try {
    const { owner } = site.database
    await owner.query("update installation set kind = 'demo'")
    const context: InstallContext = {
      ...site.context,
      kind: 'demo',
      federation: '',
      admin: undefined,
      say: () => undefined,
    }
    expect(await installDemo.needed(context)).toBe(true)
    await install(
      context,
      installSteps.filter((step) => step !== installDemo),
    )
    expect(await installDemo.needed(context)).toBe(false)
  } finally {
    await site.close()
  }
})
