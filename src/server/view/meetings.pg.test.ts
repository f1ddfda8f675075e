import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { nouns } from '../command/nouns.ts'
import { fakeVideo } from '../gateway/video-fake.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
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
const page = (actor: Staff, id = meeting) =>
  reading(fixture.db.reader, actor, (client) => meetingPage(client, actor, id, { video, now: fixture.clock.now() }))

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
      own: null,
      join: null,
      verbs: ['meeting.read', 'meeting.attend'],
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
    ...{ attended: { units: 2, persons: 7 }, own: null, papers: [{ n: 1, title: '讲话稿' }] },
    meeting: { title: '动员部署会', sequence: 1 },
  })
  // What a union beside or above said is nobody's but theirs.
  expect(await page(enterprise)).toMatchObject({ attended: { units: 1, persons: 3 }, own: 3 })
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

test('what is malformed names its field; a rebuild gives the same rows', async () => {
  const bad = (more: object) => fixture.send(organiser, 'meeting.call', called(more))
  const late = { startAt: '2026-06-20T09:00:00+08:00', endAt: '2026-06-20T11:00:00+08:00' }
  await expect(bad({ ...late, below: city.unit })).rejects.toMatchObject({ status: 422, field: 'body.below' })
  await expect(bad({ ...late, campaign: meeting })).rejects.toMatchObject({ field: 'body.campaign' })
  await expect(bad({ ...late, endAt: late.startAt })).rejects.toMatchObject({ field: 'body.endAt' })
  await expect(bad({ unit: city.unit })).rejects.toMatchObject({ code: 'unit.unknown' })
  const rows = async () =>
    Promise.all(
      ['meeting', 'meeting_attendance', 'meeting_decision'].map(
        async (table) => (await fixture.db.owner.query(`select * from ${table} order by 1, 2, 3`)).rows,
      ),
    )
  const before = await rows()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await rows()).toEqual(before)
  expect(before.map(({ length }) => length)).toEqual([2, 2, 1])
})
