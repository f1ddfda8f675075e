import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { nouns } from '../command/nouns.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { recount } from '../figure/recount.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { fakeVideo } from '../gateway/video-fake.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { countedUnder } from './counted.ts'
import { unionsBelow } from './meeting-answers.ts'
import { findMeetings, meetingPage } from './meetings.ts'
import { reading } from './scope.ts'

let fixture: PipelineFixture
let organiser: Staff
let township: Staff
let enterprise: Staff
let city: Staff
let province: Staff
let meeting: string
const video = fakeVideo()
beforeAll(async () => {
  fixture = await pipelineFixture({ at: new Date('2026-06-16T01:00:00Z') })
  organiser = await fixture.staff('江湾区总工会', 'organiser')
  township = await fixture.staff('柳荫街道工会', 'handler')
  enterprise = await fixture.staff('江湾精工有限公司工会', 'handler')
  city = await fixture.staff('示例市总工会', 'head')
  province = await fixture.staff('示例省总工会', 'organiser')
  meeting = (await fixture.accept(organiser, 'meeting.call', called())).stream
})
afterAll(() => fixture?.close())

const called = (more = {}) => ({
  ...{ unit: organiser.unit, title: '动员会', agenda: ['讲话', '部署'], place: '三楼', video: true },
  ...{ startAt: '2026-06-18T09:00:00+08:00', endAt: '2026-06-18T11:00:00+08:00' },
  ...more,
})
const list = (actor: Staff) => reading(fixture.db.reader, actor, (client) => findMeetings(client, actor, undefined))
const page = (actor: Staff, id = meeting, unit = actor.unit) =>
  reading(fixture.db.reader, actor, (client) =>
    meetingPage(client, actor, { meeting: id, unit }, { video, now: fixture.clock.now() }),
  )

test('every union below is invited, without a row of its own; those above the caller may look on', async () => {
  for (const actor of [organiser, township, enterprise, city, province])
    expect((await list(actor)).rows.map(({ id }) => id)).toEqual([meeting])
  const { rows } = await fixture.db.owner.query(
    'select count(*)::int as n from unit where $1 = any (ancestors) and valid_to is null',
    [organiser.unit],
  )
  expect(await page(township)).toMatchObject({
    ...{
      invited: rows[0].n,
      agenda: ['讲话', '部署'],
      own: { invited: true, receivedAt: null, persons: null },
      join: null,
      verbs: ['meeting.read'],
    },
    meeting: { startAt: '2026-06-18T01:00:00.000Z', sequence: 0, cancelled: false },
  })
})

test('one beside is not invited and finds nothing', async () => {
  const { stream } = await fixture.accept(organiser, 'meeting.call', called({ below: township.unit }))
  const beside = await fixture.staff('望江街道工会', 'head')
  await expect(page(beside, stream)).rejects.toMatchObject({ status: 404 })
  expect((await list(beside)).rows.map(({ id }) => id)).toEqual([meeting])
  await expect(
    fixture.send(beside, 'meeting.attend', { meeting: stream, unit: beside.unit, persons: 1 }),
  ).rejects.toMatchObject({ status: 404 })
  expect((await page(enterprise, stream)).meeting.below.name).toBe('柳荫街道工会')
  await fixture.accept(organiser, 'meeting.cancel', { meeting: stream })
  expect((await page(township, stream)).meeting).toMatchObject({ cancelled: true, sequence: 1 })
})

test('the room is open for the time of the meeting alone; each union says how many were there', async () => {
  await fixture.accept(organiser, 'meeting.paper', { meeting, title: '讲话稿', text: '同志们：' })
  await fixture.accept(organiser, 'meeting.change', { meeting, title: '动员部署会' })
  expect(await fixture.send(township, 'meeting.attend', { meeting, unit: township.unit, persons: 4 })).toMatchObject({
    refused: { code: 'meeting.not-begun' },
  })
  fixture.clock.stepTo(new Date('2026-06-18T01:05:00Z'))
  await fixture.accept(township, 'meeting.attend', { meeting, unit: township.unit, persons: 4 })
  await fixture.accept(enterprise, 'meeting.attend', { meeting, unit: enterprise.unit, persons: 2 })
  await fixture.accept(enterprise, 'meeting.attend', { meeting, unit: enterprise.unit, persons: 3 })
  expect(await fixture.send(organiser, 'meeting.attend', { meeting, unit: township.unit, persons: 9 })).toMatchObject({
    refused: { code: 'not-allowed' },
  })
  expect(await page(organiser)).toMatchObject({
    ...{ own: { receivedAt: null, persons: null }, papers: [{ n: 1, title: '讲话稿' }] },
    of: {
      whole: { units: 2, persons: 7, received: 2 },
      children: expect.arrayContaining([
        expect.objectContaining({ unit: { id: township.unit, name: '柳荫街道工会' }, units: 2, persons: 7 }),
      ]),
    },
    meeting: { title: '动员部署会', sequence: 1 },
  })
  // What a union beside or above said is nobody's but theirs.
  expect(await page(enterprise)).toMatchObject({ of: { whole: { units: 1, persons: 3 } }, own: { persons: 3 } })
  expect((await page(organiser, meeting, township.unit)).of).toMatchObject({
    unit: { name: '柳荫街道工会' },
    whole: { units: 2 },
  })
  await expect(page(township, meeting, organiser.unit)).rejects.toMatchObject({ status: 404 })
  expect((await page(township)).join).toMatch(/^https:\/\/room\.example\//)
  expect(video.asked.at(-1)).toEqual({
    meeting,
    ...{ startAt: new Date('2026-06-18T01:00:00Z'), endAt: new Date('2026-06-18T03:00:00Z') },
  })
})

test('a task is told to its unit until it is done', async () => {
  const decided = { meeting, what: '七月前逐户走访', unit: township.unit, until: '2026-07-01' }
  await fixture.accept(organiser, 'meeting.decide', decided)
  expect((await list(township)).tasks).toMatchObject([
    { meeting, n: 1, what: '七月前逐户走访', until: '2026-07-01', mayDo: true, done: false },
  ])
  expect((await list(enterprise)).tasks).toEqual([])
  await fixture.accept(township, 'meeting.task-done', { meeting, n: 1 })
  expect((await list(township)).tasks).toEqual([])
  expect((await page(organiser)).decisions).toMatchObject([{ n: 1, done: true, mayDo: false }])
})

test('an invited union gives its receipt once; the counts of unions and people are figures like any other', async () => {
  const head = await fixture.staff('柳荫街道工会', 'head')
  const late = { startAt: '2026-06-25T09:00:00+08:00', endAt: '2026-06-25T11:00:00+08:00' }
  const { stream } = await fixture.accept(organiser, 'meeting.call', called(late))
  expect((await page(head, stream)).verbs).toContain('meeting.receive')
  const receipt = { meeting: stream, unit: head.unit }
  await fixture.accept(head, 'meeting.receive', receipt)
  expect(await fixture.send(head, 'meeting.receive', receipt)).toMatchObject({
    refused: { code: 'meeting.received-before' },
  })
  const told = await page(head, stream)
  expect(told.verbs).not.toContain('meeting.receive')
  expect(told.own.receivedAt).not.toBeNull()
  expect((await page(organiser, stream)).of.whole).toMatchObject({ received: 1, units: 0, persons: 0 })
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
  const { rows } = await fixture.db.owner.query(
    `select measure, sum(n)::int as n, sum(persons)::int as persons from figure
     where unit = $1 and measure like 'meeting-%' group by 1 order by 1`,
    [organiser.unit],
  )
  expect(rows).toEqual([
    { measure: 'meeting-attended', n: 2, persons: 7 },
    { measure: 'meeting-persons', n: 2, persons: 7 },
  ])
  const asked = { measure: 'meeting-attended', unit: organiser.unit, from: '2026-06', to: '2026-06' } as const
  const under = await reading(fixture.db.reader, organiser, (client) =>
    countedUnder(client, organiser, asked, fixture.context.rules.figures),
  )
  expect(under.rows.map(({ other }) => [other?.noun, other?.stream])).toEqual([
    ['meeting', meeting],
    ['meeting', meeting],
  ])
  await fixture.accept(organiser, 'meeting.cancel', { meeting: stream })
  expect((await recount(fixture.db.owner)).differences).toEqual([])
})

test('a decision becomes the last clause of a draft of the same union, in one step, and of no other', async () => {
  const opened = {
    ...{ title: '主线', purpose: '去', basis: '决议', fromOn: '2026-06-01', toOn: null, stages: [] },
  }
  const { stream: campaign } = await fixture.accept(organiser, 'campaign.open', { unit: organiser.unit, ...opened })
  const words = { number: '2026-1', title: '意见', clauses: [{ text: '一', measure: null, cut: null }] }
  const draft = await fixture.accept(organiser, 'directive.draft', { unit: organiser.unit, campaign, ...words })
  const decided = { meeting, what: '逐户走访', directive: draft.stream }
  await fixture.accept(organiser, 'meeting.decide', decided)
  const { rows } = await fixture.db.owner.query('select clauses from directive where id = $1', [draft.stream])
  expect(rows[0].clauses).toEqual([words.clauses[0], { text: '逐户走访', measure: null, cut: null }])
  expect((await page(organiser)).decisions.at(-1)).toMatchObject({ directive: { number: '2026-1' }, clause: 2 })
  expect((await page(organiser)).drafts).toMatchObject([{ id: draft.stream }])
  expect((await page(township)).drafts).toEqual([])
  await fixture.accept(organiser, 'directive.issue', { directive: draft.stream, unit: organiser.unit })
  expect(await fixture.send(organiser, 'meeting.decide', decided)).toMatchObject({
    refused: { code: 'meeting.directive-issued' },
  })
  const none = await fixture.send(organiser, 'meeting.decide', { ...decided, directive: meeting }).catch((e) => e)
  expect(none).toMatchObject({ code: 'meeting.directive-unknown' })
  const named = await fixture.send(organiser, 'meeting.decide', {
    ...{ meeting, what: '找 13800138000', unit: township.unit, until: '2026-07-01' },
  })
  expect(named).toMatchObject({ refused: { code: 'words.names-someone', params: { field: 'what', found: 'phone' } } })
})

test('unions below are found by name, and only those below', async () => {
  const found = (actor: Staff, text = '') =>
    reading(fixture.db.reader, actor, async (client) =>
      (await unionsBelow(client, actor.unit, text)).rows.map(({ name }) => name),
    )
  expect(await found(organiser)).toEqual(expect.arrayContaining(['江湾区总工会', '柳荫街道工会']))
  expect(await found(organiser, '精工')).toEqual(['江湾精工有限公司工会'])
  expect(await found(township, '江湾区')).toEqual([])
})

test('what is malformed names its field; a rebuild gives the same rows', async () => {
  const bad = (more: object) => fixture.send(organiser, 'meeting.call', called(more))
  const late = { startAt: '2026-06-20T09:00:00+08:00', endAt: '2026-06-20T11:00:00+08:00' }
  await expect(bad({ ...late, below: city.unit })).rejects.toMatchObject({ status: 422, field: 'body.below' })
  await expect(bad({ ...late, campaign: meeting })).rejects.toMatchObject({ field: 'body.campaign' })
  await expect(bad({ ...late, endAt: late.startAt })).rejects.toMatchObject({ field: 'body.endAt' })
  await expect(bad({ unit: city.unit })).rejects.toMatchObject({ code: 'unit.unknown' })
  const rows = async () =>
    Promise.all(
      ['meeting', 'invitation', 'meeting_decision'].map(
        async (table) => (await fixture.db.owner.query(`select * from ${table} order by 1, 2, 3`)).rows,
      ),
    )
  const before = await rows()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await rows()).toEqual(before)
  expect(before.map(({ length }) => length)).toEqual([3, 3, 2])
})
