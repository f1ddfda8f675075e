import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { clustersOf } from './clusters.ts'
import { issuePage } from './issue-page.ts'
import { findIssues } from './issues.ts'
import { reading } from './scope.ts'

const county = '江湾区总工会'
const street = '柳荫街道工会'

let fixture: PipelineFixture
let organiser: Staff
let triage: Staff
let head: Staff
let township: Staff
let handler: Staff
let enterprise: Staff
let city: Staff
let beside: Staff
let employer: number

beforeAll(async () => {
  fixture = await pipelineFixture()
  organiser = await fixture.staff(county, 'organiser')
  triage = await fixture.staff(county, 'triage')
  head = await fixture.staff(county, 'head')
  township = await fixture.staff(street, 'organiser')
  handler = await fixture.staff(street, 'handler')
  enterprise = await fixture.staff('江湾精工有限公司工会', 'head')
  city = await fixture.staff('示例市总工会', 'organiser')
  beside = await fixture.staff('望江街道工会', 'organiser')
  const { rows } = await fixture.db.owner.query("select id from employer where name = '江湾精工有限公司'")
  employer = rows[0].id
})
afterAll(() => fixture?.close())

const { stringify } = JSON
const now = () => fixture.clock.now()
const rules = () => fixture.context.rules
const clusters = (actor: Staff, unit = actor.unit, after?: string) =>
  reading(fixture.db.reader, actor, (client) => clustersOf(client, actor, { unit, after }, rules(), now()))
const issues = (actor: Staff, more = {}) =>
  reading(fixture.db.reader, actor, (client) => findIssues(client, actor, more, now()))
const page = (actor: Staff, issue: string) => issuePage(fixture.opening(actor), actor, issue, rules(), now())
async function heard(topic: string, more: Readonly<Record<string, unknown>> = { employer }): Promise<string> {
  const demand = await fixture.raise('测试：加班费没有发', more)
  const asked = { topic, nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: township.unit }
  await fixture.accept(triage, 'demand.triage', { demand, ...asked })
  return demand
}
const pass = (days: number) => fixture.clock.stepTo(new Date(now().getTime() + days * 86_400_000))
const few = { n: null, hidden: 'few' }

describe('clusters', () => {
  test('appear with the third of a leaf at one employer, and say neither three nor who', async () => {
    await heard('A03')
    await heard('A03')
    expect((await clusters(organiser)).rows).toEqual([])
    await heard('A03')
    const found = await clusters(organiser)
    expect(found).toMatchObject({ unit: { name: county }, days: 30, sameLeaf: 3, after: null })
    expect(found.rows).toEqual([
      {
        ...{
          topic: 'A03',
          kind: 'employer',
          employer: { id: employer, name: '江湾精工有限公司' },
          region: null,
          count: few,
          persons: few,
        },
        ...{ firstOn: '2026-06-15', lastOn: '2026-06-15', issue: null },
      },
    ])
    expect(stringify(found)).not.toMatch(/SQ-|职工-|加班费没有发/)
  })

  test('of a wider place stand beside the narrower once they hold more than it', async () => {
    for (const region of ['990102001', '990102001', '990102002', '990102002', '990102002'])
      await heard('C01', { region, persons: 2 })
    const { rows } = await clusters(triage)
    expect(rows.filter(({ topic }) => topic === 'C01').map(({ region, count }) => [region?.code, count.n])).toEqual([
      ['990102002', null],
      ['990102', 5],
    ])
    expect(rows.find(({ region }) => region?.code === '990102')?.persons.n).toBe(10)
  })

  test('are those of what the asker sees: the township its own, the one beside none, the employer’s own union nothing', async () => {
    expect((await clusters(township)).rows.map(({ topic }) => topic).sort()).toEqual(['A03', 'C01', 'C01'])
    expect((await clusters(beside)).rows).toEqual([])
    expect((await clusters(enterprise)).rows).toEqual([])
    expect((await clusters(city, organiser.unit)).rows).toHaveLength(3)
    for (const unit of [organiser.unit, beside.unit])
      await expect(clusters(township, unit)).rejects.toMatchObject({ status: 404 })
    await expect(clusters(handler)).rejects.toMatchObject({ status: 403 })
    await expect(clusters(organiser, organiser.unit, 'x')).rejects.toMatchObject({ status: 400 })
  })

  test('never hold what one section alone may see', async () => {
    const discipline = await fixture.staff(county, 'head', 'discipline')
    const alone = rules()
      .taxonomy.groups.flatMap((group) => group.leaves)
      .find(({ flags }) => flags.includes('discipline-only'))
    for (let n = 0; n < 3; n += 1) {
      const demand = await fixture.raise('测试：一件需要保密的事', { employer })
      const asked = {
        topic: alone?.code,
        nature: 'complaint',
        urgency: 'P2',
        difficulty: 'plain',
        section: 'discipline',
      }
      await fixture.accept(triage, 'demand.triage', { demand, ...asked, lead: organiser.unit })
    }
    for (const actor of [discipline, organiser])
      expect((await clusters(actor)).rows.map(({ topic }) => topic)).not.toContain(alone?.code)
    const opened = { unit: organiser.unit, topic: alone?.code, employer, title: '不该有的共性问题' }
    expect(await fixture.send(organiser, 'issue.open', opened)).toMatchObject({
      refused: { code: 'issue.topic-alone' },
    })
  })

  test('are read page by page', async () => {
    const all = (await clusters(organiser)).rows
    const first = all[0]
    const rest = await clusters(organiser, organiser.unit, `9999-12-31T00:00:00.000Z~${first?.topic} e1`)
    expect(rest.rows).toEqual(all)
  })
})

describe('a common issue', () => {
  let issue: string
  const send = (actor: Staff, kind: Parameters<PipelineFixture['send']>[1], body: object) =>
    fixture.send(actor, kind, { issue, ...body })
  const accept = (actor: Staff, kind: Parameters<PipelineFixture['send']>[1], body: object) =>
    fixture.accept(actor, kind, { issue, ...body })

  test('is opened from a cluster with what was found, once', async () => {
    const body = { unit: organiser.unit, topic: 'A03', employer, title: '精工公司加班费核算' }
    issue = (await fixture.accept(organiser, 'issue.open', body)).stream
    expect((await page(organiser, issue)).cluster).toEqual({ count: few, firstOn: '2026-06-15', lastOn: '2026-06-15' })
    expect((await clusters(organiser)).rows.find(({ topic }) => topic === 'A03')?.issue).toBe(issue)
    expect(await fixture.send(organiser, 'issue.open', body)).toMatchObject({ refused: { code: 'issue.already-open' } })
    const wrong = (more: object) => fixture.send(organiser, 'issue.open', { ...body, topic: 'C02', ...more })
    await expect(wrong({ region: '990102' })).rejects.toMatchObject({ code: 'issue.one-place', field: 'body.region' })
    await expect(wrong({ employer: undefined, region: '990101' })).rejects.toMatchObject({ code: 'region.unknown' })
    await expect(wrong({ topic: 'Z99' })).rejects.toMatchObject({ code: 'topic.unknown', field: 'body.topic' })
    await expect(wrong({ title: '打 13800000000 找他' })).rejects.toMatchObject({ code: 'title.names-someone' })
    await expect(wrong({ unit: city.unit })).rejects.toMatchObject({ code: 'unit.unknown', field: 'body.unit' })
    expect(await fixture.send(enterprise, 'issue.open', { ...body, unit: enterprise.unit })).toMatchObject({
      refused: { code: 'lead.is-employers-own-union' },
    })
  })

  test('has an owner below, a plan and tasks, in words that only those it reaches read', async () => {
    await accept(organiser, 'issue.own', { unit: township.unit, post: township.post })
    await accept(township, 'issue.plan', { goal: '按月核算加班费', text: '请用人单位公布算法', until: '2026-07-20' })
    await accept(township, 'issue.task', { unit: township.unit, what: '约谈人事负责人', until: '2026-06-20' })
    expect(await send(organiser, 'issue.own', { unit: township.unit, post: township.post })).toMatchObject({
      refused: { code: 'issue.as-it-is' },
    })
    expect(await send(organiser, 'issue.own', { unit: enterprise.unit })).toMatchObject({
      refused: { code: 'lead.is-employers-own-union' },
    })
    await expect(send(organiser, 'issue.own', { unit: city.unit })).rejects.toMatchObject({ field: 'body.unit' })
    await expect(send(township, 'issue.plan', { goal: '一', text: '二', until: '2026-06-01' })).rejects.toMatchObject({
      code: 'issue.past-day',
    })
    const read = await page(township, issue)
    expect(read.plan).toEqual({ goal: '按月核算加班费', text: '请用人单位公布算法', until: '2026-07-20' })
    expect(read.tasks).toMatchObject([{ task: 1, what: '约谈人事负责人', doneOn: null, late: false }])
    expect(read.issue.verbs).toEqual(['issue.plan', 'issue.task', 'issue.task-done'])
    const { rows } = await fixture.db.owner.query("select body::text from event where noun = 'issue'")
    expect(stringify(rows)).not.toMatch(/核算加班费|公布算法|约谈/)
    for (const actor of [beside, enterprise]) {
      await expect(page(actor, issue)).rejects.toMatchObject({ status: 404 })
      await expect(send(actor, 'issue.close', { reason: 'planned-done' })).rejects.toMatchObject({ status: 404 })
      expect((await issues(actor)).rows).toEqual([])
    }
    const readers = await fixture.openedBy(issue)
    expect(readers).toContain(township.post)
    expect(readers).not.toContain(beside.post)
    expect((await issues(city)).rows).toMatchObject([{ id: issue, owner: { unit: { id: township.unit } }, verbs: [] }])
    expect((await issues(await fixture.staff(county, 'editor'))).rows).toEqual([])
  })

  test('is closed for a reason, and what was before and after is counted, not told', async () => {
    await heard('A03')
    await heard('A03')
    expect((await page(organiser, issue)).measured).toEqual({
      days: 30,
      before: { from: '2026-05-17', to: '2026-06-15', cell: { n: 5, hidden: null }, running: false },
      after: null,
    })
    await pass(10)
    expect((await page(organiser, issue)).issue.late).toBe(true)
    await accept(township, 'issue.task-done', { task: 1, text: '已约谈' })
    expect(await send(township, 'issue.task-done', { task: 1 }).catch((fault) => fault.code)).toBe('issue.no-task')
    expect(await send(township, 'issue.close', { reason: 'planned-done' })).toMatchObject({
      refused: { code: 'not-allowed' },
    })
    await expect(send(head, 'issue.close', { reason: 'solved' })).rejects.toMatchObject({ code: 'reason.unknown' })
    await accept(head, 'issue.close', { reason: 'planned-done', text: '算法已经上墙' })
    expect(await send(head, 'issue.close', { reason: 'planned-done' })).toMatchObject({
      refused: { code: 'issue.closed' },
    })
    await pass(2)
    await heard('A03')
    const read = await page(head, issue)
    expect(read).toMatchObject({ closing: '算法已经上墙', issue: { closedOn: '2026-06-25', tasks: { n: 1, done: 1 } } })
    expect(read.measured?.before.cell).toEqual({ n: 5, hidden: null })
    expect(read.measured?.after).toEqual({ from: '2026-06-26', to: '2026-07-25', cell: few, running: true })
    expect(read.issue.verbs).toEqual(['issue.reopen'])
    expect((await page(handler, issue)).measured).toBeNull()
  })

  test('is opened again with a word why', async () => {
    expect((await issues(organiser, { state: 'closed' })).rows).toMatchObject([{ id: issue }])
    await accept(organiser, 'issue.reopen', { text: '又来了三件' })
    expect((await issues(organiser, { state: 'closed' })).rows).toEqual([])
    expect(await page(organiser, issue)).toMatchObject({ reopening: '又来了三件', issue: { closedOn: null } })
  })

  test('is nothing to a reader without a scope', async () => {
    const { rows } = await fixture.db.reader.query('select count(*)::int as n from issue')
    expect(rows).toEqual([{ n: 0 }])
  })
})
