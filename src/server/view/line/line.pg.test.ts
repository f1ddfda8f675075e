import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carry, type LineLife, lineLife } from '../../../../test/kit/line-life.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../../test/kit/pipeline.ts'
import { makeId } from '../../../domain/id.ts'
import type { CommandKind } from '../../../protocol/command.ts'
import { lineViews } from '../../../protocol/line-view.ts'
import { figureFollower } from '../../figure/figure-follower.ts'
import { runFollowersOnce } from '../../follow/start-following.ts'
import { formFollower } from '../../notice/form-follower.ts'
import { ownNotices } from '../../notice/own-notices.ts'
import { reading } from '../scope.ts'
import { campaignPage } from './campaign.ts'
import { campaignsOf } from './campaigns.ts'
import { directivePage, directiveRow, placeOf } from './directive.ts'
import { instructionsOf } from './instructions.ts'
import { publicLine } from './public-line.ts'
import { withoutReceipt } from './receipts.ts'
import { wantedForms } from './wanted-forms.ts'

let fixture: PipelineFixture
let line: LineLife
let demand: string
let neighbour: Staff
let enterprise: Staff
let province: Staff

beforeAll(async () => {
  fixture = await pipelineFixture()
  await fixture.staff('江湾区总工会', 'triage')
  demand = await fixture.raise('三个月没有发工资')
  for (let n = 0; n < 6; n += 1) await fixture.raise(`第${n}件`)
  line = await lineLife(fixture, demand)
  neighbour = await fixture.staff('望江街道工会', 'head')
  enterprise = await fixture.staff('江湾精工有限公司工会', 'head')
  province = await fixture.staff('示例省总工会', 'organiser')
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
})
afterAll(() => fixture.close())

const now = () => fixture.clock.now()
const rules = () => fixture.context.rules
const page = (actor: Staff, unit = actor.unit, directive = line.directive) =>
  directivePage(fixture.opening(actor), actor, { directive, unit }, { rules: rules(), now: now() })
const campaign = (actor: Staff, id = line.campaign) =>
  campaignPage(fixture.opening(actor), actor, id, { rules: rules(), now: now() })
const campaigns = (actor: Staff, after?: string) =>
  reading(fixture.db.reader, actor, (client) => campaignsOf(client, actor, { after }, now()))
const newId = (realm: number) => makeId(realm, now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
const notFound = { status: 404, code: 'not-found' }

describe('the list of campaigns', () => {
  test('shows each union those of its own line, with the directives in force', async () => {
    for (const actor of [line.city, line.county, line.township, enterprise, province]) {
      const told = await campaigns(actor)
      expect(told.rows).toMatchObject([
        { id: line.campaign, title: '到一线去', inForce: true, directives: [{ id: line.directive, number: '2026-3' }] },
      ])
      expect(lineViews.line.answer.parse(told)).toEqual(told)
    }
  })
  test('shows nobody what a neighbour opened', async () => {
    const words = { purpose: '听', basis: '会议', fromOn: '2026-07-01', toOn: null, stages: [] }
    const own = { unit: neighbour.unit, title: '望江的主线', ...words }
    const { stream } = await fixture.accept(neighbour, 'campaign.open', own)
    expect((await campaigns(neighbour)).rows.map(({ id }) => id)).toEqual([stream, line.campaign])
    expect((await campaigns(line.county)).rows.map(({ id }) => id)).toEqual([stream, line.campaign])
    expect((await campaigns(line.township)).rows.map(({ id }) => id)).toEqual([line.campaign])
    await expect(campaign(line.township, stream)).rejects.toMatchObject(notFound)
    expect((await campaigns(neighbour, `2026-07-01~${stream}`)).rows.map(({ id }) => id)).toEqual([line.campaign])
    await expect(campaigns(neighbour, '2026-02-31~x')).rejects.toMatchObject({ status: 400 })
  })
})

describe('a campaign', () => {
  test('opens its origin chain, and a note on a demand to those who see the demand', async () => {
    const told = await campaign(line.city)
    expect(lineViews.campaign.answer.parse(told)).toEqual(told)
    expect(told.origins).toMatchObject([
      {
        origin: 'instruction',
        on: '2025-10-19',
        who: '某书记',
        words: '到职工中间去。',
        ledTo: '发了意见',
        demand: null,
      },
      { origin: 'note', words: '这件要办好。', demand },
    ])
    expect(told.groups).toMatchObject([
      {
        members: [
          { title: '组长', name: '甲某' },
          { title: '副组长', name: '乙某' },
        ],
      },
    ])
    expect(told.verbs).toContain('campaign.change')
    const below = await campaign(enterprise)
    expect(below.origins.map(({ origin }) => origin)).toEqual(['instruction'])
    expect(below.verbs).not.toContain('campaign.change')
    // The note tells of a worker: who was shown it is written down; the words about the line are everybody's.
    expect(await fixture.openedBy(line.campaign)).toEqual([line.city.post])
  })
  test('shows what followed, computed: the call to everybody, visits, deeds, training, what was published', async () => {
    const times = { startAt: '2026-06-16T01:30:00Z', endAt: '2026-06-16T03:00:00Z' }
    const called = { unit: line.city.unit, campaign: line.campaign, title: '动员会', agenda: ['讲清楚'], video: false }
    const { stream: id } = await fixture.accept(line.city, 'meeting.call', { ...called, ...times })
    const told = (await campaign(line.city)).way
    const nothing = { on: null, meeting: null, figure: { n: 0, hidden: null } }
    expect(told).toEqual([
      { step: 'meeting', on: '2026-06-16', meeting: { id, title: '动员会' }, figure: null },
      ...['visits', 'deeds', 'training', 'news'].map((step) => ({ step, ...nothing })),
    ])
    expect((await campaign(enterprise)).way[0]).toMatchObject({ meeting: { id } })
  })
  test('has its note on the page of the demand, and hides it with the demand', async () => {
    expect((await instructionsOf(fixture.opening(line.city), line.city, demand)).rows).toMatchObject([
      { origin: 'note', words: '这件要办好。', campaign: { id: line.campaign } },
    ])
    await expect(instructionsOf(fixture.opening(enterprise), enterprise, demand)).rejects.toMatchObject({ status: 404 })
  })
  test('takes no note on a demand that the writer does not see', async () => {
    const words = { purpose: '听', basis: '会议', fromOn: '2026-06-01', toOn: null, stages: [] }
    const own = { unit: enterprise.unit, title: '企业的主线', ...words }
    const { stream } = await fixture.accept(enterprise, 'campaign.open', own)
    const note = { campaign: stream, origin: 'note', on: '2026-06-10', who: '主席', words: '办', demand }
    await expect(fixture.send(enterprise, 'origin.record', note)).rejects.toMatchObject({
      status: 422,
      code: 'demand.unknown',
    })
  })
})

describe('a directive', () => {
  test('shows each clause with the live figure of the viewer, as the page of figures would', async () => {
    const told = await page(line.city)
    expect(lineViews.directive.answer.parse(told)).toEqual(told)
    expect(told.period).toEqual({ from: '2026-01', to: '2026-06' })
    expect(told.clauses).toEqual([
      { n: 1, text: '听职工说', measure: 'heard', cut: null, by: null, figure: { n: 7, hidden: null }, plan: null },
      {
        ...{ n: 2, text: '欠薪的事办成', measure: 'solved', cut: 'topic:A', by: 'topic:A' },
        ...{ figure: { n: 0, hidden: null }, plan: null },
      },
      { n: 3, text: '靠大家', measure: null, cut: null, by: null, figure: null, plan: null },
    ])
    expect((await page(enterprise)).clauses[0]?.figure).toEqual({ n: 0, hidden: null })
  })
  test('shows receipts of unions, children side by side, and the own brief with its verbs', async () => {
    const told = await page(line.city)
    expect(told.cascade).toMatchObject({ done: true, delivered: told.below.units })
    expect(told.below).toMatchObject({ delivered: told.below.units, received: 1, planned: 1 })
    const county = told.children.find(({ unit }) => unit.id === line.county.unit)
    expect(county).toMatchObject({ received: 1, planned: 1 })
    expect(told.brief?.verbs).toEqual(['brief.receive'])
    const own = await page(line.township)
    expect(own.brief).toMatchObject({ plan: '先去三家还没去过的。', parts: [{ clause: 1, text: '六月走完' }] })
    expect(own.brief?.verbs).toEqual(['brief.plan', 'brief.decompose'])
    // Whoever is above reads what a union below made of it, and writes nothing for it.
    expect((await page(line.city, line.township.unit)).brief).toMatchObject({ plan: '先去三家还没去过的。', verbs: [] })
    await expect(page(line.township, line.county.unit)).rejects.toMatchObject(notFound)
  })
  test('lists unions without a receipt, page by page, and no person', async () => {
    const rest = (after?: string) =>
      reading(fixture.db.reader, line.city, async (client) => {
        await placeOf(client, line.city.unit)
        const row = await directiveRow(client, line.city, line.directive)
        return withoutReceipt(client, row, { unit: line.city.unit, after })
      })
    const told = await rest()
    expect(lineViews.receipts.answer.parse(told)).toEqual(told)
    const ids = told.rows.map(({ unit }) => unit.id)
    expect(ids).toContain(line.county.unit)
    expect(ids).not.toContain(line.township.unit)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    const second = await rest(String(ids[0]))
    expect(second.rows.map(({ unit }) => unit.id)).toEqual(ids.slice(1))
    await expect(rest('x')).rejects.toMatchObject({ status: 400 })
  })
  test('is a draft for its own union alone until it is issued, and has no figure that can be typed', async () => {
    const clauses = [{ text: '听', measure: 'heard', cut: null }]
    const body = { unit: line.city.unit, campaign: line.campaign, number: '2026-4', title: '草稿', clauses }
    const { stream } = await fixture.accept(line.city, 'directive.draft', body)
    expect((await page(line.city, line.city.unit, stream)).verbs).toEqual(['directive.change', 'directive.issue'])
    await expect(page(line.county, line.county.unit, stream)).rejects.toMatchObject(notFound)
    await expect(page(province, province.unit, stream)).rejects.toMatchObject(notFound)
    expect(await fixture.send(line.city, 'directive.draft', body)).toEqual({
      refused: { code: 'directive.number-taken', params: { number: '2026-4' } },
    })
  })
  test('is cut by topics and plans that there are, and by no plan of another line', async () => {
    const trainer = await fixture.staff('示例市总工会', 'trainer')
    const ours = {
      fromOn: '2026-01-01',
      toOn: '2026-12-31',
      groups: [{ level: 'county', fullTime: true, hours: 8 }],
    }
    const plan = await fixture.accept(trainer, 'plan.open', { unit: trainer.unit, title: '全市', ...ours })
    const town = await fixture.staff('望江街道工会', 'trainer')
    const theirs = await fixture.accept(town, 'plan.open', { unit: town.unit, title: '望江', ...ours })
    const drafting = (cut: string, number: string, who = line.city, campaignId = line.campaign) => {
      const clauses = [
        { text: '听', measure: 'heard', cut: 'topic:A' },
        { text: '训', measure: cut.startsWith('plan:') ? 'trained' : 'heard', cut },
      ]
      return fixture.send(who, 'directive.draft', {
        unit: who.unit,
        campaign: campaignId,
        number,
        title: '分',
        clauses,
      })
    }
    const strange = (cut: string) => ({
      ...{ status: 422, code: 'clause.cut-unknown', field: 'body.clauses' },
      params: { clause: 2, field: 'cut', cut },
    })
    await expect(drafting('topic:Y', '2026-7')).rejects.toMatchObject(strange('topic:Y'))
    expect(await drafting(`plan:${plan.stream}`, '2026-8')).toHaveProperty('accepted')
    // Of a union below it may be; a township asks for the plan of its city, and not for that of its neighbour.
    expect(await drafting(`plan:${theirs.stream}`, '2026-9')).toHaveProperty('accepted')
    expect(await drafting(`plan:${plan.stream}`, '2026-1', line.township)).toHaveProperty('accepted')
    for (const cut of [`plan:${theirs.stream}`, `plan:${line.campaign}`])
      await expect(drafting(cut, '2026-2', line.township)).rejects.toMatchObject(strange(cut))
  })
  test('cannot be sent to the realm of somebody else, by a stranger, or twice', async () => {
    const send = async (kind: CommandKind, body: object, realm: number, actor: Staff, id = newId(realm)) =>
      fixture.pipeline.submit(actor, { id, kind, body })
    const receive = { directive: line.directive, unit: line.county.unit }
    const id = newId(9901)
    const once = await send('brief.receive', receive, 9901, line.county, id)
    expect(once.outcome).toHaveProperty('accepted')
    expect(await send('brief.receive', receive, 9901, line.county, id)).toMatchObject({
      again: true,
      outcome: once.outcome,
    })
    expect((await send('brief.receive', receive, 9901, line.county)).outcome).toEqual({
      refused: { code: 'brief.received-before', params: {} },
    })
    await expect(send('brief.receive', receive, 9900, line.county)).rejects.toMatchObject(notFound)
    await expect(
      send('directive.withdraw', { directive: line.directive, reason: '错' }, 9901, line.county),
    ).rejects.toMatchObject(notFound)
    const deliver = { ...receive, path: [1], clauses: 1 }
    await expect(send('brief.deliver', deliver, 9901, line.city)).rejects.toMatchObject({ status: 403 })
  })
  test('is numbered once and issued once, however many at the union press at the same time', async () => {
    const head = await fixture.staff('示例市总工会', 'head')
    const clauses = [{ text: '听', measure: 'heard', cut: null }]
    const body = { unit: line.city.unit, campaign: line.campaign, number: '2026-6', title: '一起起草', clauses }
    const drafts = await Promise.all(
      [line.city, head, line.city].map((who) => fixture.send(who, 'directive.draft', body)),
    )
    const made = drafts.flatMap((one) => ('accepted' in one ? [one.accepted.stream] : []))
    expect(made).toHaveLength(1)
    expect(drafts).toContainEqual({ refused: { code: 'directive.number-taken', params: { number: '2026-6' } } })
    const issue = { directive: made[0], unit: line.city.unit }
    const issued = await Promise.all([line.city, head].map((who) => fixture.send(who, 'directive.issue', issue)))
    expect(issued.filter((one) => 'accepted' in one)).toHaveLength(1)
    expect(issued).toContainEqual({ refused: { code: 'directive.issued', params: {} } })
    await fixture.accept(line.city, 'directive.withdraw', { directive: made[0], reason: '试一试' })
  })
  test('takes a new form only with the approval of a province that names the law', async () => {
    const form = { directive: line.directive, unit: line.county.unit, title: '走访月报表' }
    expect(await fixture.send(line.county, 'form.attach', form)).toEqual({
      refused: { code: 'form.needs-approval', params: {} },
    })
    const approve = { ...form, legalBasis: '统计法第十三条' }
    expect(await fixture.send(line.city, 'form.approve', approve)).toEqual({
      refused: { code: 'not-allowed', params: {} },
    })
    // Buttons are told as the decider would decide: a city may want one for itself, and approves none.
    expect((await page(line.county)).verbs).toEqual(['form.ask', 'form.attach'])
    expect((await page(line.city, line.county.unit)).verbs).not.toContain('form.approve')
    expect((await page(province, line.county.unit)).verbs).toEqual(['form.approve', 'form.refuse'])
    await fixture.accept(province, 'form.approve', approve)
    const told = { unit: { id: line.county.unit, name: '江湾区总工会', level: 'county' }, title: '走访月报表' }
    const basis = { legalBasis: '统计法第十三条' }
    expect((await page(line.county)).forms).toEqual([{ ...told, ...basis, attached: false }])
    await fixture.accept(line.county, 'form.attach', form)
    expect((await page(line.county)).forms).toEqual([{ ...told, ...basis, attached: true }])
    expect(await fixture.send(line.county, 'form.attach', form)).toEqual({
      refused: { code: 'form.attached-before', params: {} },
    })
  })
  test('asks the nearest union that may let a form go down, which sees the asking and answers, and the answer is told', async () => {
    const waiting = (actor: Staff, after?: string) =>
      reading(fixture.db.reader, actor, (client) => wantedForms(client, actor, { after }))
    const told = async (actor: Staff) => {
      const { notices } = rules()
      const { rows } = await reading(fixture.db.reader, actor, (client) => ownNotices(client, actor, notices))
      return rows.map(({ code }) => code).filter((code) => code.startsWith('form-'))
    }
    const form = { directive: line.directive, unit: line.county.unit, title: '联系点季报表' }
    await fixture.accept(line.county, 'form.ask', { ...form, why: '各条里没有这个数' })
    await fixture.accept(line.county, 'form.ask', { ...form, title: '走访周报表', why: '要每周看' })
    expect(await fixture.send(line.county, 'form.ask', { ...form, why: '再问' })).toEqual({
      refused: { code: 'form.asked-before', params: {} },
    })
    const first = await waiting(province)
    expect(lineViews['wanted-forms'].answer.parse(first)).toEqual(first)
    expect(first.rows).toMatchObject([
      {
        title: '联系点季报表',
        why: '各条里没有这个数',
        directive: { id: line.directive },
        verbs: ['form.approve', 'form.refuse'],
      },
      { title: '走访周报表', unit: { id: line.county.unit }, approver: { id: province.unit } },
    ])
    // The city lies between and is not asked; a neighbour and those below see nothing of it.
    expect((await waiting(line.city)).rows).toEqual([])
    expect((await page(line.city)).wanted).toHaveLength(2)
    expect((await page(neighbour)).wanted).toEqual([])
    expect((await page(line.township)).wanted).toEqual([])
    await expect(waiting(province, '2026-02-31~x~1')).rejects.toMatchObject({ status: 400 })
    const followers = [formFollower({ clock: fixture.clock })]
    await runFollowersOnce({ db: fixture.db, followers })
    expect(await told(province)).toEqual(['form-asked', 'form-asked'])
    // That of the test before.
    expect(await told(line.county)).toEqual(['form-answered'])
    const no = { ...form, reason: '第一条已经能看到' }
    expect(await fixture.send(line.city, 'form.refuse', no)).toEqual({ refused: { code: 'not-allowed', params: {} } })
    await fixture.accept(province, 'form.refuse', no)
    await fixture.accept(province, 'form.approve', { ...form, title: '走访周报表', legalBasis: '统计法第十三条' })
    expect((await waiting(province)).rows).toEqual([])
    expect((await page(line.county)).wanted).toMatchObject([
      { title: '走访周报表', state: 'approved', answeredBy: { id: province.unit } },
      { title: '联系点季报表', state: 'refused', reason: '第一条已经能看到' },
    ])
    await runFollowersOnce({ db: fixture.db, followers })
    await runFollowersOnce({ db: fixture.db, followers })
    expect(await told(line.county)).toEqual(Array(3).fill('form-answered'))
    await fixture.accept(line.county, 'form.attach', { ...form, title: '走访周报表' })
  })
  test('is superseded by another, then withdrawn from every plan', async () => {
    const clauses = [{ text: '听', measure: 'brief-received', cut: null }]
    const body = { unit: line.city.unit, campaign: line.campaign, number: '2026-5', title: '新的意见', clauses }
    const { stream: successor } = await fixture.accept(line.city, 'directive.draft', body)
    await fixture.accept(line.city, 'directive.issue', { directive: successor, unit: line.city.unit })
    await carry(fixture)
    await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
    await fixture.accept(line.city, 'directive.supersede', { directive: line.directive, successor })
    expect(await page(line.city)).toMatchObject({
      state: 'superseded',
      successor: { id: successor, title: body.title },
      verbs: [],
    })
    const at = { directive: line.directive, unit: line.township.unit }
    expect(await fixture.send(line.township, 'brief.plan', { ...at, text: '再写' })).toEqual({
      refused: { code: 'directive.not-issued', params: {} },
    })
    const [before] = (await page(line.township, line.township.unit, successor)).clauses
    // The receipt the township gave for the other directive is none for this one.
    expect(before).toMatchObject({ by: `directive:${successor}`, figure: { n: 0, hidden: null } })
    await fixture.accept(line.township, 'brief.receive', { directive: successor, unit: line.township.unit })
    await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
    // Receipts of unions are no matters of workers: one is shown.
    const [clause] = (await page(line.township, line.township.unit, successor)).clauses
    expect(clause?.figure).toEqual({ n: 1, hidden: null })
  })
})

test('everybody reads what is in force with the figures of the union that asks, and how often the federation failed', async () => {
  const told = await publicLine(fixture.db.reader, rules().figures, now())
  // Of the highest level alone: what a township opened is its own.
  expect(told.campaigns.map(({ title }) => title)).toEqual(['到一线去'])
  const [first] = told.campaigns
  expect(first?.by).toBe('示例市总工会')
  // The one that took its place; the superseded one is gone.
  expect(first?.papers.map(({ number }) => number)).toEqual(['2026-5'])
  expect(first?.papers[0]?.clauses).toEqual([
    { text: '听', cut: null, figured: { measure: 'brief-received', figure: { n: 1, hidden: null } } },
  ])
  const failures = ['unsolved', 'unknown', 'reopened', 'contacted-late', 'excluded']
  expect(told.failures.map(({ measure }) => measure)).toEqual(failures)
  const text = JSON.stringify(told)
  for (const sealed of ['某书记', '甲某', '先去三家']) expect(text).not.toContain(sealed)
})
