import { expect, it } from 'vitest'
import { loadDemoAccounts } from '../../src/server/account/demo-accounts.ts'
import { DemoClock } from '../../src/server/clock.ts'
import { Pipeline } from '../../src/server/command/handle.ts'
import { type InstallContext, install, installSteps } from '../../src/server/install.ts'
import { recordInstallation } from '../../src/server/installation.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { demoScript } from '../../src/server/story/demo-script.ts'
import { installDemo } from '../../src/server/story/install-demo.ts'
import { playDemo } from '../../src/server/story/play-demo.ts'
import { startSite, type TestSite } from '../kit/server.ts'

const at = new Date('2026-06-23T02:30:00Z')

/** What the last step of every story of the demo expects, and what came of it. */
async function expectWhatTheStoriesSay(site: TestSite): Promise<void> {
  const { rows } = await site.database.owner.query(
    `select c.id, d.state, d.confirmed, d.outcome, d.order_state as order, d.reopened, d.seal_met as met,
       d.seal_understood as understood, d.seal_delivered as delivered
     from command c join demand d on d.realm = c.realm and d.id = (c.outcome::jsonb->'accepted'->>'stream')::uuid`,
  )
  const made = await site.database.owner.query('select created_at as at from installation')
  const script = demoScript(made.rows[0].at.getTime(), site.context.rules.calendar)
  const stories = new Map(script.map(({ story, command }) => [story, command]))
  expect(stories.size).toBeGreaterThanOrEqual(24)
  for (const [story, command] of stories) {
    const last = story.steps.findLast((step) => step.expect !== undefined)
    const { seals, ...figures } = (last?.expect ?? {}) as Record<string, unknown>
    const { met, understood, delivered } = (seals ?? {}) as Record<string, unknown>
    const wanted = {
      ...figures,
      ...(met ? { met } : {}),
      ...(typeof understood === 'string' ? { understood } : {}),
      ...(typeof delivered === 'string' ? { delivered } : {}),
    }
    expect({ story: story.story, ...rows.find((row) => row.id === command) }).toMatchObject({
      story: story.story,
      ...wanted,
    })
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
    const clock = new DemoClock((script[0]?.at ?? 0) - 86_400_000)
    const pipeline = new Pipeline({ ...site.context.command, clock })
    const submit = pipeline.submit.bind(pipeline)
    await loadDemoAccounts({ signIn: site.context.signIn, clock, actor: { kind: 'operator' }, submit }, SHIPPED_RULES)
    const { calendar } = site.context.rules
    const pass = async (until: number) => clock.reach(until)
    await playDemo({ owner, submit, clock, calendar, pass }, script.slice(0, 70))

    expect(await installDemo.needed(context)).toBe(true)
    await installDemo.run(context)
    expect(said.at(-1)).toBe(`${script.length} commands, 70 of them stored by a start that was cut off`)
    expect(await installDemo.needed(context)).toBe(false)
    const { rows } = await owner.query('select count(*)::int as demands from demand')
    expect(rows[0].demands).toBe(new Set(script.map(({ story }) => story.file)).size)
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
