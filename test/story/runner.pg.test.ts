import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { makeStoryDatabases, type StoryDatabases } from '../../src/cli/story-databases.ts'
import { type Played, playIn } from '../../src/cli/story-play.ts'
import { readStory } from '../../src/server/story/story-file.ts'
import { Place, zhagen } from '../start/zhagen-process.ts'

let databases: StoryDatabases
beforeAll(async () => {
  const { adminUrl: ownerUrl, appUrl } = inject('testDatabases')
  databases = await makeStoryDatabases({ own: { ownerUrl, appUrl }, say: () => undefined })
}, 180_000)
afterAll(() => databases?.close())

async function play(text: string): Promise<Played> {
  const read = readStory('made.yaml', text)
  expect(read.problems).toEqual([])
  const database = await databases.fresh()
  try {
    return await playIn(database, read.story!)
  } finally {
    await database.drop()
  }
}

const head = `
story: made up
clock: 2026-06-15T09:00+08:00
cast:
  units: [{ id: county, name: 江湾区总工会, level: county, region: "990102", sections: [legal] }]
  people:
    - { id: all, name: 周研, posts: [{ unit: county, role: triage }, { unit: county, role: handler }] }
  workers: [{ id: w }]
steps:
`
const raise =
  '{ as: w, do: demand.raise, with: { region: "990102", channel: online, mode: anonymous, text: 没有水喝 }, keep: { demand: d, receipt: r, command: c }'

it('sees every expectation that is not met, and plays on', async () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['state: closed', 'state'],
    ['order: offered', 'order'],
    ['order: objected', 'order'],
    ['fixed: group', 'fixed'],
    ['pending: extend', 'pending'],
    ['paused: true', 'paused'],
    ['pausedUntilOn: 2026-06-20', 'pausedUntilOn'],
    ['promisedOn: "+3d"', 'promisedOn'],
    ['callbackOpen: true', 'callbackOpen'],
    ['sameUnit: false', 'sameUnit'],
    ['supervised: 1', 'supervised'],
    ['letterReplyDueOn: 2026-07-06', 'letterReplyDueOn'],
    ['protection: open', 'protection'],
    ['autoSigned: true', 'autoSigned'],
    ['archived: true', 'archived'],
    ['outcome: unknown', 'outcome'],
    ['master: d', 'master'],
    ['master: null', 'master'],
    ['claims: 0', 'claims'],
    ['combined: 0', 'combined'],
    ['masterOutcome: open', 'masterOutcome'],
    ['priority: P1', 'priority'],
    ['persons: 2', 'persons'],
    ['mode: named', 'mode'],
    ['region: "990103"', 'region'],
    ['employer: 江湾精工有限公司', 'employer'],
    ['lead: county', 'lead'],
    ['seals: { met: call }', 'seals.met'],
    ['seals: { delivered: true }', 'seals.delivered'],
    ['next: null', 'next'],
    ['next: { unit: 柳荫街道工会 }', 'next.unit'],
    ['next: { what: sign }', 'next.what'],
    ['next: { at: "2026-06-15T14:31" }', 'next.at'],
    ['triageDueOn: 2026-06-16', 'triageDueOn'],
    ['submittedAt: 2026-06-15T09:01', 'submittedAt'],
    ['answerDueOn: 2026-06-23', 'answerDueOn'],
    ['reopened: 1', 'reopened'],
    ['version: 2', 'version'],
    ['events: [DemandTriaged]', 'events'],
    ['opened: 1', 'opened'],
    ['assisted: true', 'assisted'],
    ['can: [verdict.give]', 'can'],
    ['cannot: [message.post]', 'cannot'],
    ['hides: [没有水喝]', 'hides'],
    ['shows: [没有饭吃]', 'shows'],
    ['refused: demand.closed', 'refused'],
    ['problem: { status: 404 }', 'problem.status'],
    ['not-found: true', 'problem.status'],
    ['count: 0', 'count'],
    ['has: [d]', 'has'],
    ['first: d', 'first'],
    ['counts: { today: 0 }', 'counts.today'],
    ['same: true', 'same'],
  ]
  const views = wrong.map(([expected]) => `  - { as: w, view: follow, with: { receipt: r }, expect: { ${expected} } }`)
  const lists = [
    '  - { as: all, list: triage, expect: { count: 2 } }',
    '  - { as: all, list: triage, expect: { hasNot: [d] } }',
    '  - { as: all, list: closed, expect: { has: [d] } }',
    '  - { as: all, view: counts, expect: { counts: { triage: 0 } } }',
    '  - { as: all, view: me, expect: { is: { posts.0.role: agent, posts.0.unit.level: county, acting: 0 } } }',
    '  - { again: c, unchecked: { text: 另一句 }, expect: { same: true } }',
    '  - { as: all, do: demand.triage, with: { demand: d, topic: K04, nature: help, urgency: P2, difficulty: plain, lead: county }, expect: { refused: demand.closed } }',
    '  - { as: all, do: demand.triage, with: { demand: d, topic: K04, nature: help, urgency: P2, difficulty: plain, lead: county } }',
  ]
  const { steps, failed } = await play(`${head}  - ${raise} }\n${[...views, ...lists].join('\n')}\n`)
  const found = steps.slice(1, -1).map((step) => [step.ok, step.differences[0]?.figure ?? step.why])
  const expected = [
    ...wrong.map(([, figure]) => figure),
    'count',
    'hasNot',
    'has',
    'counts.triage',
    'posts.0.role',
    'problem',
    'refused',
    'refused',
  ]
  expect(found).toEqual(expected.map((figure) => [false, figure]))
  expect(failed).toBe(expected.length)
  expect(steps[0]).toMatchObject({ ok: true })
})

it('meets the same expectations where they are true, acts in the post that may, and counts later apart', async () => {
  const { steps, passed, failed, later } = await play(`${head}
  - ${raise}, expect: { state: raised, order: null, priority: P2, persons: 1, lead: null, next: { what: triage, unit: county, at: "2026-06-15T14:30" }, submittedAt: 2026-06-15T09:00, triageDueOn: "+0d", version: 1, opened: 0, assisted: false } }
  - { again: c, times: 8, expect: { same: true } }
  - { at: "+30m", as: all, do: demand.triage, with: { demand: d, topic: K04, nature: help, urgency: P2, difficulty: plain, lead: county }, expect: { answerDueOn: "+5wd", lead: 江湾区总工会 } }
  - { as: all, do: order.sign, with: { demand: d } }
  - { as: all, post: county/triage, do: contact.log, with: { demand: d, way: try }, expect: { refused: not-allowed } }
  - { later: not yet, do: anything.at.all, with: { whatever: 1 } }
  - { at: "+1wd 09:00" }
  - { as: all, view: demand, with: { demand: d }, expect: { state: inHand } }
  - { as: all, view: me, expect: { is: { posts.0.unit.level: county, posts.9.unit: null, mustChange: false } } }
`)
  expect(steps.filter((step) => !step.ok).map((step) => [step.later, step.why, step.differences])).toEqual([
    ['not yet', undefined, []],
  ])
  expect([passed, failed, later]).toEqual([9, 0, 1])
  expect(steps.at(-3)).toMatchObject({ at: '2026-06-16T09:00' })
})

it('lets the product answer who was put out, and who never got in again', async () => {
  const admin = head.replace(
    '  workers:',
    '    - { id: adm, name: 吴管, posts: [{ unit: county, role: admin }] }\n  workers:',
  )
  const { steps } = await play(`${admin}  - { as: all, list: unit, expect: { count: 0 } }
  - { as: adm, do: account.disable, with: { account: all } }
  - { as: all, list: unit, expect: { problem: { status: 401, code: sign-in.needed } } }
  - { as: all, list: unit }
  - { as: all, view: me, expect: { problem: { status: 401 } } }
`)
  expect(steps.map((step) => step.ok)).toEqual([true, true, true, false, true, true])
})

it('arranges the offices of its cast, and counts days and hours of a body from its present', async () => {
  const small = head
    .replace('sections: [legal] }', 'sections: [legal], small: true }')
    .replace(
      '{ unit: county, role: handler }] }',
      '{ unit: county, role: handler }], duty: [{ post: handler, from: "08:00", to: "18:00" }, { from: "+1d 18:00", to: +1d 08:00 }] }',
    )
    .replace(
      '  workers:',
      '    - { id: h, name: 赵江, posts: [{ unit: county, role: head }] }\n    - { id: c, name: 何平, posts: [{ unit: 示例市总工会, role: head }] }\n  workers:',
    )
  const { steps } = await play(`${small}
  - { as: h, view: office, with: { unit: county }, expect: { shows: ["true", "2026-06-15T00:00:00.000Z", "2026-06-17T00:00:00.000Z"], can: [duty.set] } }
  - ${raise} }
  - { as: all, do: demand.triage, with: { demand: d, topic: K04, nature: help, urgency: P2, difficulty: plain, lead: county } }
  - { as: all, do: order.sign, with: { demand: d } }
  - { as: h, view: demand, with: { demand: d }, expect: { combined: 1, claims: 0, master: null, masterOutcome: open } }
  - { as: all, do: request.ask, with: { demand: d, request: pause, reason: appraisal, until: +2d, text: 等检测 }, expect: { pending: pause } }
  - { as: c, do: request.decide, with: { demand: d, grant: true }, expect: { paused: true, pausedUntilOn: 2026-06-17, next: { what: resume, at: "2026-06-17T23:59:59" } } }
  - { at: "+2d 08:00", as: w, view: follow, expect: { paused: true, pausedUntilOn: "+0d" } }
  - { at: "+1d 08:00", as: w, view: follow, expect: { paused: false, pausedUntilOn: null, events: [PauseEnded] } }
  - { as: h, do: duty.set, with: { unit: county, post: h, from: "09:00", to: +1d 08:00 } }
  - { as: h, do: duty.set, with: { unit: county, post: county/handler, from: "09:00", to: "08:00" }, expect: { problem: { status: 422, code: duty.order } } }
`)
  expect(steps.filter((step) => !step.ok).map((step) => [step.n, step.why, step.differences])).toEqual([])
})

it('says what could not be played: time that runs back, a post that is not held, a name nobody has', async () => {
  const { steps } = await play(`${head}  - ${raise} }
  - { at: "08:59" }
  - { as: all, post: auditor, list: unit }
  - { as: all, do: demand.triage, with: { demand: d, topic: K04, nature: help, urgency: P2, difficulty: plain, lead: 天上总工会 } }
`)
  expect(steps.slice(1, 4).map((step) => [step.ok, step.why])).toEqual([
    [false, '08:59 lies before the step before'],
    [false, 'no post auditor is held'],
    [false, 'no unit is called 天上总工会'],
  ])
})

it('plays from the command line: JSON alone on stdout, exit code 1 for a failure, nothing left behind', async () => {
  const place = new Place()
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-story-test-'))
  const temporary = path.join(folder, 'tmp')
  mkdirSync(temporary)
  try {
    const file = path.join(folder, 'one.yaml')
    writeFileSync(file, `${head}  - ${raise}, expect: { state: closed } }\n`)
    const { code, stdout, stderr } = await zhagen(place, ['story', 'run', file, '--json'], { TMPDIR: temporary })
    expect([code, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ story: 'made up', passed: 1, failed: 1, later: 0 },
      steps: [
        { ok: false, differences: [{ figure: 'state', expected: 'closed', actual: 'raised' }] },
        { what: 'ledger verify', ok: true },
      ],
    })
    expect(readdirSync(temporary)).toEqual([])
    expect(existsSync(place.data)).toBe(false)
    writeFileSync(file, 'story: [')
    const broken = await zhagen(place, ['story', 'run', file])
    expect([broken.code, broken.stdout]).toEqual([1, ''])
    expect(broken.stderr).toContain(`${file}:1:`)
  } finally {
    await place.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
