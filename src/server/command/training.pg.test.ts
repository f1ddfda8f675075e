import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { seatLevels } from '../../domain/training/seat.ts'
import type { CommandKind } from '../../protocol/command.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { recount } from '../figure/recount.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { rotationFollower } from '../job/rotation-follower.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { countedUnder } from '../view/counted.ts'
import { coverageView } from '../view/coverage.ts'
import { ownTraining } from '../view/own-training.ts'
import { reading } from '../view/scope.ts'
import { classesFor, classPage } from '../view/training-class.ts'
import { coursesFor, plansFor } from '../view/training-papers.ts'
import { findPeople } from '../view/training-people.ts'
import { recordsOf } from '../view/training-records.ts'
import { suggestionsFor } from '../view/training-suggestions.ts'
import { nouns } from './nouns.ts'

const county = '江湾区总工会'
const township = '柳荫街道工会'
const operator = { kind: 'operator' } as const
const groups = [
  { fullTime: true, level: null, hours: 8 },
  { fullTime: false, level: null, hours: 4 },
]
const session = (on: string, hours = 4) => ({
  ...{ startAt: `${on}T08:30:00+08:00`, endAt: `${on}T11:30:00+08:00`, hours },
})

let fixture: PipelineFixture
let trainer: Staff
let head: Staff
let handler: Staff
let below: Staff
let stranger: Staff
let plan: string
let course: string
beforeAll(async () => {
  fixture = await pipelineFixture({ at: new Date('2026-06-15T01:00:00Z') })
  trainer = await fixture.staff(county, 'trainer')
  head = await fixture.staff(township, 'head')
  handler = await fixture.staff(county, 'handler')
  below = await fixture.staff(township, 'handler')
  stranger = await fixture.staff('示例市总工会', 'trainer')
  plan = await make(trainer, 'plan.open', {
    ...{ unit: trainer.unit, title: '2026—2030年轮训', fromOn: '2026-01-01', toOn: '2030-12-31', groups },
  })
  course = await make(trainer, 'course.offer', { unit: trainer.unit, title: '隐私与保密', hours: 8, tags: ['privacy'] })
})
afterAll(() => fixture?.close())

async function make(actor: Staff, kind: CommandKind, body: object): Promise<string> {
  return (await fixture.accept(actor, kind, body)).stream
}
const newClass = (days: readonly string[], more: object = {}) =>
  make(trainer, 'class.plan', {
    ...{
      unit: trainer.unit,
      course,
      plan,
      venue: '县工会三楼',
      seats: 20,
      sessions: days.map((on) => session(on)),
      ...more,
    },
  })
const read = <T>(actor: Staff, work: Parameters<typeof reading<T>>[2]) => reading(fixture.db.reader, actor, work)
const coverage = (actor: Staff, on: string, unit = actor.unit) =>
  read(actor, (client) => coverageView(client, { plan, unit, on }, 1))
const codeOf = (outcome: object) => ('refused' in outcome ? (outcome.refused as { code: string }).code : 'accepted')

test('hours by session lead to coverage as of any day, a certificate and an own record', async () => {
  const made = await newClass(['2026-06-10', '2026-06-12'], { trainer: '外请的老师' })
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: [handler.account, below.account] })
  await fixture.accept(trainer, 'class.attend', { class: made, session: 1, accounts: [handler.account, below.account] })
  await fixture.accept(trainer, 'class.attend', { class: made, session: 2, accounts: [handler.account] })
  // Three of the county, two of the township; all full-time, eight hours each.
  expect((await coverage(trainer, '2026-06-11')).whole).toMatchObject({ met: 0 })
  const told = await coverage(trainer, '2026-06-15')
  expect(told).toMatchObject({
    ...{ whole: { roster: 4, met: 1, perMille: 250 }, own: { roster: 2, met: 1 } },
    children: [{ roster: 2, met: 0, unit: { name: township } }],
  })
  expect(await fixture.accept(trainer, 'class.finish', { class: made })).toMatchObject({ completed: 1 })
  const own = await read(handler, (client) => ownTraining(client, handler))
  expect(own).toMatchObject({
    plans: [{ id: plan, hours: 8, needed: 8 }],
    passed: [{ id: made, title: '隐私与保密', hours: 8, tags: ['privacy'] }],
    classes: [
      {
        id: made,
        marks: [
          { session: 1, hours: 4 },
          { session: 2, hours: 4 },
        ],
      },
    ],
  })
  expect((await read(below, (client) => ownTraining(client, below))).passed).toEqual([])
})

test('who sees the list of a class: who keeps it, whole; who enrols, the own people; nobody else', async () => {
  const made = await newClass(['2026-06-08'])
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: [handler.account, below.account] })
  const page = (actor: Staff) => read(actor, (client) => classPage(client, actor, made, 3))
  expect((await page(trainer)).learners).toHaveLength(2)
  expect((await page(head)).learners).toMatchObject([{ account: below.account }])
  expect((await page(handler)).learners).toBeNull()
  expect((await page(trainer)).verbs).toContain('class.attend')
  expect((await page(head)).verbs).toEqual(['class.enrol', 'class.unenrol'])
  // A level above reads what is offered below and keeps no list there.
  expect((await page(stranger)).learners).toBeNull()
  const hours = await read(below, async (client) => (await client.query('select account from training_hours')).rows)
  expect(new Set(hours.map(({ account }) => account))).toEqual(new Set([below.account]))
})

test('out of reach reads as not there; what is the level above is not theirs to change', async () => {
  const made = await newClass(['2026-06-08'])
  const cityCourse = (
    await fixture.accept(
      stranger,
      'course.offer',
      { unit: stranger.unit, title: '工资协商', hours: 4, tags: ['bargaining'] },
      '990100',
    )
  ).stream
  const courses = (actor: Staff) => read(actor, (client) => coursesFor(client, actor))
  expect((await courses(head)).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([course, cityCourse]))
  expect((await courses(stranger)).rows.map(({ id }) => id)).not.toContain(course)
  expect(codeOf(await fixture.send(trainer, 'course.retire', { course: cityCourse }))).toBe('not-allowed')
  const nobody = { class: made, accounts: [stranger.account] }
  expect(codeOf(await fixture.send(trainer, 'class.enrol', nobody))).toBe('person.unknown')
  expect(codeOf(await fixture.send(handler, 'class.enrol', nobody))).toBe('not-allowed')
  const gone = makeId(9901, 1, new Uint8Array(8).fill(7))
  await expect(fixture.send(trainer, 'class.finish', { class: gone })).rejects.toMatchObject({ code: 'not-found' })
  await expect(fixture.send(trainer, 'class.finish', { class: plan })).rejects.toMatchObject({ code: 'not-found' })
  await expect(coverage(head, '2026-06-15', trainer.unit)).rejects.toMatchObject({ code: 'not-found' })
  expect(await coverage(head, '2026-06-15')).toMatchObject({ whole: { roster: 2 } })
  const elsewhere = { unit: stranger.unit, title: '别处', hours: 1, tags: [] }
  await expect(fixture.send(trainer, 'course.offer', elsewhere)).rejects.toMatchObject({
    code: 'unit.unknown',
    field: 'body.unit',
  })
  await expect(
    fixture.send(trainer, 'plan.open', {
      unit: trainer.unit,
      title: '乙',
      fromOn: '2026-01-01',
      toOn: '2026-12-31',
      groups,
      follows: gone,
    }),
  ).rejects.toMatchObject({ code: 'plan.unknown', field: 'body.follows' })
})

test('a sheet books its good rows, names every bad one, and is the same when sent twice', async () => {
  const made = await newClass(['2026-06-08', '2026-06-09'])
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: [handler.account, below.account] })
  const { rows } = await fixture.db.owner.query('select login from account where id = $1', [below.account])
  const text = `登录名,课次,学时\n${rows[0].login},1,\n${handler.account},2,1.5\n没有这个人,1,\n${rows[0].login},9,\n`
  const list = '4 who unknown; 5 session no-session'
  const strict = await fixture.send(trainer, 'class.attend-import', { class: made, text, allOrNothing: true })
  expect(strict).toMatchObject({ refused: { code: 'class.rows', params: { rows: 2, list } } })
  const id = makeId(9901, fixture.clock.now().getTime(), new Uint8Array(8).fill(9))
  const once = await fixture.pipeline.submit(trainer, { id, kind: 'class.attend-import', body: { class: made, text } })
  const twice = await fixture.pipeline.submit(trainer, { id, kind: 'class.attend-import', body: { class: made, text } })
  expect(once.outcome).toMatchObject({
    accepted: { rows: 4, rejected: [{ line: 4, column: 'who', why: 'unknown' }, { line: 5 }] },
  })
  expect(twice.outcome).toEqual(once.outcome)
  const page = await read(trainer, (client) => classPage(client, trainer, made, 3))
  expect(page.learners?.flatMap(({ marks }) => marks)).toEqual(
    expect.arrayContaining([
      { session: 1, hours: 4 },
      { session: 2, hours: 1.5 },
    ]),
  )
  const wrong = { class: made, text: 'a,b\n1,2\n' }
  await expect(fixture.send(trainer, 'class.attend-import', wrong)).rejects.toMatchObject({ field: 'body.text' })
})

test('a part-time cadre on more days than are paid is named, and enrolled all the same', async () => {
  const partTime = await fixture.staff(township, 'agent')
  await fixture.accept(operator, 'post.end', { account: partTime.account, post: partTime.post })
  await fixture.accept(operator, 'post.grant', {
    account: partTime.account,
    unit: partTime.unit,
    role: 'agent',
    fullTime: false,
  })
  const three = await newClass(['2026-06-01', '2026-06-02', '2026-06-03'])
  const body = { accounts: [partTime.account, below.account] }
  expect(await fixture.accept(trainer, 'class.enrol', { ...body, class: three })).toMatchObject({ overloaded: [] })
  const fourth = await newClass(['2026-06-03', '2026-06-04'])
  const enrolled = await fixture.accept(trainer, 'class.enrol', { ...body, class: fourth })
  expect(enrolled).toMatchObject({ overloaded: [partTime.account] })
  const page = await read(trainer, (client) => classPage(client, trainer, fourth, 3))
  expect(page.learners?.filter(({ overloaded }) => overloaded).map(({ account }) => account)).toEqual([
    partTime.account,
  ])
})

test('hours follow the person to another union; one of two posts is counted, full-time first', async () => {
  const moved = await fixture.staff(township, 'handler')
  const made = await newClass(['2026-06-04', '2026-06-05'])
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: [moved.account] })
  for (const n of [1, 2])
    await fixture.accept(trainer, 'class.attend', { class: made, session: n, accounts: [moved.account] })
  const before = await coverage(trainer, '2026-06-15')
  await fixture.accept(operator, 'post.grant', {
    account: moved.account,
    unit: trainer.unit,
    role: 'handler',
    fullTime: false,
  })
  expect(await coverage(trainer, '2026-06-15')).toEqual(before)
  await fixture.accept(operator, 'post.grant', {
    account: moved.account,
    unit: trainer.unit,
    role: 'agent',
    fullTime: true,
  })
  const after = await coverage(trainer, '2026-06-15')
  expect(after.whole).toEqual(before.whole)
  expect(after.own).toMatchObject({ roster: before.own.roster + 1, met: (before.own.met ?? 0) + 1 })
  const before2 = before.children[0]
  expect(after.children[0]).toMatchObject({ roster: (before2?.roster ?? 0) - 1, met: (before2?.met ?? 0) - 1 })
})

test('the database gives the reader sums alone, and none of another union', async () => {
  const ask = (actor: Staff, under: number) =>
    read(actor, async (client) => {
      const until = new Date('2026-06-15T16:00:00Z')
      const values = [9901, plan, under, '2026-06-15', until, seatLevels]
      return (await client.query('select * from training_coverage($1, $2, $3, $4, $5, $6)', values)).rows
    })
  expect((await ask(trainer, trainer.unit)).length).toBeGreaterThan(0)
  expect(await ask(head, trainer.unit)).toEqual([])
  const client = await fixture.db.reader.connect()
  try {
    const { rows } = await client.query('select * from training_causes($1, $2)', [trainer.unit, new Date(0)])
    expect(rows).toEqual([])
  } finally {
    client.release()
  }
})

test('plans and people are found within reach', async () => {
  const plans = (actor: Staff) => read(actor, (client) => plansFor(client, actor))
  expect(await plans(trainer)).toMatchObject({ verbs: ['plan.open', 'course.offer', 'class.plan', 'training.record'] })
  expect((await plans(head)).rows).toMatchObject([{ id: plan, verbs: [] }])
  expect((await plans(stranger)).rows).toMatchObject([{ id: plan, verbs: [] }])
  const found = (actor: Staff) => read(actor, (client) => findPeople(client, actor, 'login-'))
  expect((await found(head)).rows.map(({ account }) => account)).toContain(below.account)
  expect((await found(head)).rows.map(({ account }) => account)).not.toContain(handler.account)
  expect((await found(handler)).rows).toEqual([])
  expect((await read(stranger, (client) => classesFor(client, stranger, {}))).rows).toEqual([])
})

test('suggestions count what a union leads, and hide few', async () => {
  const asked = { rules: fixture.context.rules.training, fewest: 5, now: fixture.clock.now() }
  const told = await read(trainer, (client) => suggestionsFor(client, trainer.unit, asked))
  expect(told).toMatchObject({ days: 90, causes: [] })
  await expect(read(head, (client) => suggestionsFor(client, trainer.unit, asked))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('who is enrolled twice at once has one seat, and the last seat is given once', async () => {
  const made = await newClass(['2026-06-08'], { seats: 1 })
  const enrol = (account: string) => fixture.send(trainer, 'class.enrol', { class: made, accounts: [account] })
  const both = await Promise.all([enrol(handler.account), enrol(handler.account), enrol(below.account)])
  expect(both.map(codeOf).filter((code) => code === 'accepted')).toHaveLength(1)
  expect(both.map(codeOf)).toContain('class.full')
  const page = await read(trainer, (client) => classPage(client, trainer, made, 3))
  expect(page.learners).toHaveLength(1)
  // A trainer of the union above reads the class and keeps no list there.
  for (const kind of ['class.enrol', 'class.attend', 'class.finish', 'class.cancel'] as const) {
    const more = kind === 'class.enrol' ? { accounts: [below.account] } : {}
    const session = kind === 'class.attend' ? { session: 1, accounts: [below.account] } : {}
    const code = codeOf(await fixture.send(stranger, kind, { class: made, ...more, ...session }))
    expect(code, kind).toBe('not-allowed')
  }
})

const trained = async (unit: string, cut = '') => {
  await runFollowersOnce({ db: fixture.db, followers: [rotationFollower(fixture), figureFollower] })
  const { rows } = await fixture.db.owner.query(
    `select coalesce(sum(persons), 0)::int as n from figure where unit = $1 and cut = $2 and measure = 'trained'`,
    [await fixture.unit(unit), cut],
  )
  return rows[0].n as number
}

test('who met the hours of their group is counted once, moves with a transfer, and goes with the post', async () => {
  const before = [await trained(county), await trained(township)] as const
  const one = await fixture.staff(township, 'handler')
  const half = await fixture.staff(township, 'handler')
  const made = await newClass(['2026-06-02', '2026-06-03'])
  const both = [one.account, half.account]
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: both })
  await fixture.accept(trainer, 'class.attend', { class: made, session: 1, accounts: both })
  expect(await trained(county)).toBe(before[0])
  await fixture.accept(trainer, 'class.attend', { class: made, session: 2, accounts: [one.account] })
  expect([await trained(county), await trained(township)]).toEqual([before[0] + 1, before[1] + 1])
  // Another class, or the same said again, makes no second person of them; half of the hours make none.
  const elsewhere = {
    unit: trainer.unit,
    account: one.account,
    title: '党校',
    on: '2026-06-01',
    hours: 4,
    tags: [],
    plan,
  }
  const record = await make(trainer, 'training.record', elsewhere)
  expect(await trained(county, `plan:${plan}`)).toBe(before[0] + 1)
  await fixture.accept(trainer, 'training.take-back', { training: record })
  await fixture.accept(operator, 'post.grant', {
    ...{ account: one.account, unit: trainer.unit, role: 'agent', fullTime: true },
  })
  await fixture.accept(operator, 'post.end', { account: one.account, post: one.post })
  expect([await trained(county), await trained(township)]).toEqual([before[0] + 1, before[1]])
  const back = { class: made, session: 2, accounts: [one.account], hours: 0 }
  await fixture.accept(trainer, 'class.attend', back)
  expect(await trained(county)).toBe(before[0])
  await fixture.accept(trainer, 'class.attend', { ...back, hours: 4 })
  expect(await trained(county)).toBe(before[0] + 1)
})

test('other hours of the plan count for everybody anew; the figure is that of a recount and of coverage', async () => {
  const low = [
    { fullTime: true, level: null, hours: 4 },
    { fullTime: false, level: null, hours: 4 },
  ]
  const was = await trained(county)
  await fixture.accept(trainer, 'plan.change', { plan, groups: low })
  const now = await trained(county)
  expect(now).toBeGreaterThan(was)
  expect((await coverage(trainer, '2026-06-15')).whole.met).toBe(now)
  await fixture.accept(trainer, 'plan.change', { plan, groups })
  expect(await trained(county)).toBe(was)
  expect((await coverage(trainer, '2026-06-15')).whole.met).toBe(was)
  expect((await recount(fixture.db.owner)).differences).toEqual([])
})

test('under the figure there is no list, and nobody reads who is trained but the person', async () => {
  const asked = { measure: 'trained', unit: trainer.unit, from: '2026-01', to: '2026-12' } as const
  const rules = fixture.context.rules.figures
  const told = await read(trainer, (client) => countedUnder(client, trainer, asked, rules))
  expect(told).toEqual({ rows: [], after: null, deeper: false, sealed: true })
  const seen = await read(trainer, async (client) => (await client.query('select account from training_met')).rows)
  expect(seen.filter(({ account }) => account !== trainer.account)).toEqual([])
  const look = { account: below.account, plan }
  await expect(fixture.send(trainer, 'rotation.look', look)).rejects.toMatchObject({ status: 403 })
})

test('what was vouched for is read by the union that did, and by nobody else', async () => {
  const record = { unit: trainer.unit, account: below.account, title: '干部学院', on: '2026-06-01', hours: 2, tags: [] }
  const made = await make(trainer, 'training.record', record)
  const records = (actor: Staff) => read(actor, (client) => recordsOf(client, actor))
  const told = (await records(trainer)).rows.find(({ id }) => id === made)
  expect(told).toMatchObject({ title: '干部学院', hours: 2, verbs: ['training.take-back'] })
  for (const actor of [head, handler, stranger]) expect((await records(actor)).rows).toEqual([])
  await fixture.accept(trainer, 'training.take-back', { training: made })
  expect((await records(trainer)).rows.map(({ id }) => id)).not.toContain(made)
})

test('a sheet of ten thousand rows is booked or named within bounds; more than it may hold is refused whole', async () => {
  const made = await newClass(['2026-06-08'])
  await fixture.accept(trainer, 'class.enrol', { class: made, accounts: [below.account] })
  const { rows } = await fixture.db.owner.query('select login from account where id = $1', [below.account])
  const strangers = Array.from({ length: 9_999 }, (_, n) => `=cmd|${n},1,`).join('\n')
  const sent = await fixture.send(trainer, 'class.attend-import', {
    ...{ class: made, text: `who,session,hours\n${rows[0].login},1,\n${strangers}\n` },
  })
  expect(sent).toMatchObject({ accepted: { rows: 10_000, faults: 9_999 } })
  expect((sent as unknown as { accepted: { rejected: unknown[] } }).accepted.rejected).toHaveLength(200)
  const long = { class: made, text: `who,session\n${'a,1\n'.repeat(20_001)}` }
  await expect(fixture.send(trainer, 'class.attend-import', long)).rejects.toMatchObject({
    ...{ code: 'field.invalid', field: 'body.text' },
  })
  // Chinese bytes of another encoding, read as UTF-8: no heading is known.
  const wrong = { class: made, text: '\ufffd\ufffd,\ufffd\n1,2\n' }
  await expect(fixture.send(trainer, 'class.attend-import', wrong)).rejects.toMatchObject({ field: 'body.text' })
})

test('the projections of training are rebuilt to the byte', async () => {
  const tables = [
    'training_plan',
    'training_course',
    'training_class',
    'training_learner',
    'training_hours',
    'training_pass',
    'training_met',
  ]
  const all = async () => {
    const shown = []
    for (const table of tables)
      shown.push((await fixture.db.owner.query(`select t::text from ${table} t order by 1`)).rows)
    return shown
  }
  const before = await all()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await all()).toEqual(before)
})
