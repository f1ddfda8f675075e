import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import type { Actor } from '../../domain/actor.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { nouns } from '../command/nouns.ts'
import { withReceipt } from '../command/with-receipt.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { recount } from '../figure/recount.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { checkSlip } from '../vault/slip.ts'
import { deedMoney } from './deed-money.ts'
import { deedNotices } from './deed-notices.ts'
import { deedPage } from './deed-page.ts'
import { deedSlip } from './deed-slip.ts'
import { findDeeds } from './deeds.ts'
import { figuresOf } from './figures.ts'
import { reading } from './scope.ts'

let fixture: PipelineFixture
let handler: Staff
let head: Staff
let city: Staff
let beside: Staff
let below: Staff
let auditor: Staff
beforeAll(async () => {
  fixture = await pipelineFixture({ at: new Date('2026-06-16T01:05:00Z') })
  handler = await fixture.staff('江湾区总工会', 'handler')
  head = await fixture.staff('江湾区总工会', 'head')
  city = await fixture.staff('示例市总工会', 'head')
  auditor = await fixture.staff('示例市总工会', 'auditor')
  beside = await fixture.staff('望江街道工会', 'head')
  below = await fixture.staff('柳荫街道工会', 'handler')
})
afterAll(() => fixture?.close())

const reader = <T>(actor: Staff, work: Parameters<typeof reading<T>>[2]) => reading(fixture.db.reader, actor, work)
const list = (actor: Staff, which: 'unit' | 'approve' | 'below', more = {}) =>
  reader(actor, (client) => findDeeds(client, actor, { list: which, ...more }))
const page = (actor: Staff, id: string) => deedPage(fixture.opening(actor), actor, id)
const aid = (more = {}) => ({
  ...{ unit: handler.unit, deed: 'relief', for: 'workers', what: '住院费六万二', beneficiaries: 1 },
  ...{ names: ['王素芬'], surnames: ['王'], amountFen: 300_000, fund: 'aid-fund', fields: { class: 'accidental' } },
  ...more,
})
const newId = () => makeId(9901, fixture.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))

/** Slips as they are told to whoever made them. */
async function slipsOf(actor: Staff, deedId: string, side: 'workers' | 'enterprise', count: number) {
  const id = newId()
  const submission = { id, kind: 'deed.slip', body: { deedId, side, count } } as const
  const submitted = await fixture.pipeline.submit(actor, submission)
  const told = withReceipt(fixture.context, 'deed.slip', id, submitted)
  if ('refused' in told) throw new Error(told.refused.code)
  const again = withReceipt(fixture.context, 'deed.slip', id, await fixture.pipeline.submit(actor, submission))
  expect(again).toEqual(told)
  return told.accepted.slips as { number: string; code: string }[]
}
async function holderOf({ number, code }: { number: string; code: string }): Promise<Actor> {
  const held = await checkSlip(fixture.context, number, code, 'somewhere')
  if (!('deed' in held)) throw new Error('the slip is not taken')
  return { kind: 'claimant', demand: held.deed, assisted: true, slip: held.slip }
}

let relief: string
test('aid waits for two persons and its public notice, and is then done', async () => {
  const made = await fixture.accept(handler, 'deed.propose', aid())
  relief = made.stream
  expect(made.noticeTo).toBe('2026-06-24')
  expect((await list(head, 'approve')).rows.map(({ id }) => id)).toEqual([relief])
  expect((await list(city, 'approve')).rows.map(({ id }) => id)).toEqual([relief])
  expect(await fixture.send(handler, 'deed.approve', { deedId: relief })).toMatchObject({
    refused: { code: 'not-allowed' },
  })
  await fixture.accept(head, 'deed.approve', { deedId: relief })
  expect((await list(head, 'approve')).rows).toEqual([])
  expect(await fixture.send(head, 'deed.approve', { deedId: relief })).toMatchObject({
    refused: { code: 'deed.approved-before' },
  })
  await fixture.accept(city, 'deed.approve', { deedId: relief })
  fixture.clock.stepTo(new Date('2026-06-25T02:00:00Z'))
  expect(await fixture.send(handler, 'deed.do', { deedId: relief, on: '2026-06-24' })).toEqual({
    refused: { code: 'deed.notice-running', params: { until: '2026-06-24' } },
  })
  await fixture.accept(handler, 'deed.do', { deedId: relief, on: '2026-06-25', evidence: '银行回单' })
  expect((await page(handler, relief)).deed).toMatchObject({
    ...{ status: 'done', approvals: 2, amountFen: 300_000, fund: 'aid-fund', doneOn: '2026-06-25' },
    verbs: ['deed.slip', 'deed.read'],
  })
})

test('the texts are for those who do or sign; names are shown to nobody; who is out of reach finds nothing', async () => {
  const own = await page(handler, relief)
  expect(own).toMatchObject({
    what: '住院费六万二',
    evidence: '银行回单',
    surnames: ['王'],
    fields: { class: 'accidental' },
  })
  expect(JSON.stringify(own)).not.toContain('素芬')
  expect((await page(city, relief)).what).toBe('住院费六万二')
  expect(await page(auditor, relief)).toMatchObject({
    what: null,
    evidence: null,
    surnames: [],
    deed: { beneficiaries: 1 },
  })
  // Text and surnames are two parts, each with its record; who saw no word left none.
  const readers = await fixture.openedBy(relief)
  expect(readers.filter((post) => post === handler.post)).toHaveLength(2)
  expect(readers).toContain(city.post)
  expect(readers).not.toContain(auditor.post)
  for (const stranger of [beside, below]) {
    await expect(page(stranger, relief)).rejects.toMatchObject({ status: 404 })
    await expect(fixture.send(stranger, 'deed.approve', { deedId: relief })).rejects.toMatchObject({ status: 404 })
    expect((await list(stranger, 'below')).rows).toEqual([])
  }
  const { rows } = await fixture.db.owner.query('select to_jsonb(d)::text as row from deed d')
  expect(rows[0].row).not.toMatch(/王|住院/)
  const events = await fixture.db.owner.query("select body::text from event where noun = 'deed'")
  expect(JSON.stringify(events.rows)).not.toMatch(/王|住院|回单/)
})

test('a slip says one word; a wrong code, a slip never made and the other side do not', async () => {
  const slips = await slipsOf(handler, relief, 'workers', 1)
  expect(slips).toHaveLength(1)
  const slip = slips[0] as { number: string; code: string }
  const holder = await holderOf(slip)
  await fixture.accept(holder, 'deed.say', { deedId: relief, useful: 'partly' })
  await fixture.accept(holder, 'deed.say', { deedId: relief, useful: 'yes' })
  expect(
    await deedSlip(fixture.db.reader, holder as Extract<Actor, { kind: 'claimant' }>, fixture.context.rules),
  ).toEqual({
    ...{ deedId: relief, unit: '江湾区总工会', deed: { code: 'relief', zh: '困难救助', en: 'Hardship relief' } },
    ...{ doneOn: '2026-06-25', side: 'workers', said: 'yes' },
  })
  const other = slip.code.startsWith('0') ? `1${slip.code.slice(1)}` : `0${slip.code.slice(1)}`
  expect(await checkSlip(fixture.context, slip.number, other, 'elsewhere')).toEqual({ wrong: true })
  expect(await checkSlip(fixture.context, slip.number.replace('W1', 'W2'), slip.code, 'elsewhere')).toEqual({
    wrong: true,
  })
  expect(await fixture.send(holder, 'deed.enterprise-say', { deedId: relief, useful: 'yes' })).toMatchObject({
    refused: { code: 'deed.by-slip-only' },
  })
  await expect(fixture.send(holder, 'demand.withdraw', { demand: relief })).rejects.toMatchObject({ status: 404 })
  expect(await fixture.send(handler, 'deed.slip', { deedId: relief, side: 'workers' })).toMatchObject({
    refused: { code: 'deed.no-more-slips' },
  })
  expect((await page(handler, relief)).deed.said).toEqual({ yes: 1, partly: 0, no: 0 })
})

test('six wrong codes from one place make that place wait, and no other', async () => {
  const { stream } = await fixture.accept(
    handler,
    'deed.propose',
    aid({ deed: 'other', fields: {}, amountFen: 0, names: [] }),
  )
  await fixture.accept(handler, 'deed.do', { deedId: stream, on: '2026-06-25' })
  const [slip] = (await slipsOf(handler, stream, 'workers', 1)) as [{ number: string; code: string }]
  for (let n = 0; n < 6; n += 1) await checkSlip(fixture.context, slip.number, '000000000000', 'a guesser')
  expect(await checkSlip(fixture.context, slip.number, slip.code, 'a guesser')).toHaveProperty('wait')
  expect(await checkSlip(fixture.context, slip.number, slip.code, 'the holder')).toHaveProperty('deed', stream)
})

test('what is malformed names its field, and what is of another realm is not taken', async () => {
  const bad = (more: object) => fixture.send(handler, 'deed.propose', aid(more))
  await expect(bad({ fund: undefined })).rejects.toMatchObject({ status: 422, code: 'deed.fund-missing' })
  await expect(bad({ fund: 'gold' })).rejects.toMatchObject({ code: 'deed.fund-unknown', field: 'body.fund' })
  await expect(bad({ deed: 'miracle' })).rejects.toMatchObject({ code: 'deed.unknown', field: 'body.deed' })
  await expect(bad({ fields: {} })).rejects.toMatchObject({ code: 'deed.field-wrong', params: { field: 'class' } })
  await expect(bad({ employer: 999_999 })).rejects.toMatchObject({ code: 'employer.unknown' })
  await expect(bad({ demand: newId() })).rejects.toMatchObject({ code: 'deed.demand-unknown' })
  await expect(bad({ unit: beside.unit })).rejects.toMatchObject({ status: 422, code: 'unit.unknown' })
  await expect(fixture.send(handler, 'deed.propose', aid(), '980101')).rejects.toMatchObject({ code: 'id.wrong-realm' })
})

test('sent twice it is proposed once', async () => {
  const before = (await list(handler, 'unit')).rows.length
  const submission = { id: newId(), kind: 'deed.propose', body: aid() } as const
  const [one, two] = await Promise.all([
    fixture.pipeline.submit(handler, submission),
    fixture.pipeline.submit(handler, submission),
  ])
  expect(two.outcome).toEqual(one.outcome)
  expect((await list(handler, 'unit')).rows.length).toBe(before + 1)
})

test('a list goes on where its page ended, newest first', async () => {
  const first = await list(handler, 'unit', { limit: '2' })
  const rest = await list(handler, 'unit', { after: first.after })
  const all = (await list(handler, 'unit')).rows.map(({ id }) => id)
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(all)
  expect(all.toSorted().reverse()).toEqual(all)
  expect(realmOfId(all[0] as string)).toBe(9901)
})

test('money adds up to the fen, and is hidden where it reached fewer than five', async () => {
  const give = async (deed: string, amountFen: number, beneficiaries: number, fields = {}) => {
    const body = aid({ deed, amountFen, beneficiaries, fields, fund: 'warmth-fund' })
    const { stream } = await fixture.accept(handler, 'deed.propose', body)
    for (const by of [head, city]) await fixture.accept(by, 'deed.approve', { deedId: stream })
    await fixture.accept(handler, 'deed.do', { deedId: stream, on: '2026-06-25' })
  }
  await give('warmth', 600_001, 6)
  await give('cooling', 70_002, 7)
  const money = await reader(city, (client) =>
    deedMoney(client, city.unit, {}, { fewest: 5, now: fixture.clock.now() }),
  )
  expect(money.total).toEqual({ amountFen: 300_000 + 600_001 + 70_002, beneficiaries: 14 })
  // One alone hidden would follow from the total: the smallest of the others goes with it, and which is small is not said.
  expect(money.rows.map(({ deed, amountFen, hidden }) => [deed, amountFen, hidden])).toEqual([
    ['cooling', 70_002, null],
    ['relief', null, 'difference'],
    ['warmth', null, 'difference'],
  ])
})

test('figures: by kind as a cut, people under five hidden, and a recount is the same', async () => {
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
  const told = await reader(city, (client) =>
    figuresOf(client, { unit: city.unit }, fixture.context.rules.figures, fixture.clock.now()),
  )
  expect(told.whole['deeds-done']).toEqual({ n: 4, hidden: null })
  expect(told.whole['deeds-reached']).toEqual({ n: 15, hidden: null })
  expect(told.whole['deed-useful']).toEqual({ n: null, hidden: 'few' })
  expect(told.cuts.map(({ cut }) => cut)).toContain('deed:relief')
  expect(told.whole.heard).toBeUndefined()
  expect((await recount(fixture.db.owner)).differences).toEqual([])
})

test('a rebuild gives the same rows', async () => {
  const rows = async () => (await fixture.db.owner.query('select * from deed order by id')).rows
  const before = await rows()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await rows()).toEqual(before)
  expect(before).toHaveLength(5)
})

const notices = async () => {
  const rules = fixture.context.rules
  return (await deedNotices(fixture.context, undefined, { now: fixture.clock.now(), rules })).rows
}

test('a notice shows surname and level of the union, five working days, and is gone after its end or a refusal', async () => {
  fixture.clock.stepTo(new Date('2026-06-16T01:05:00Z'))
  const before = (await notices()).length
  const { stream: given } = await fixture.accept(
    handler,
    'deed.propose',
    aid({ names: ['欧阳春'], surnames: ['欧阳'] }),
  )
  const { stream: other } = await fixture.accept(handler, 'deed.propose', aid({ surnames: ['温'] }))
  const found = await notices()
  expect(found.slice(before)).toEqual(
    ['欧阳', '温'].map((surname) => ({
      ...{ surnames: [surname], level: 'county', from: '2026-06-16', to: '2026-06-24' },
      deed: { code: 'relief', zh: '困难救助', en: 'Hardship relief' },
    })),
  )
  expect(JSON.stringify(found)).not.toMatch(/欧阳春|王素芬|住院|300000|江湾/)
  await fixture.accept(head, 'deed.refuse', { deedId: other, reason: '重复' })
  expect(JSON.stringify(await notices())).not.toContain('温')
  fixture.clock.stepTo(new Date('2026-06-24T15:59:00Z'))
  expect(JSON.stringify(await notices())).toContain('欧阳')
  fixture.clock.stepTo(new Date('2026-06-24T16:00:01Z'))
  expect(JSON.stringify(await notices())).not.toContain('欧阳')
  await fixture.db.owner.query('delete from subject_key where subject = $1', [given])
  fixture.clock.stepTo(new Date('2026-06-24T17:00:00Z'))
})

test('a whole name does not get into a notice', async () => {
  for (const surname of ['王素芬', '王素'])
    await expect(fixture.send(handler, 'deed.propose', aid({ surnames: [surname] }))).rejects.toMatchObject({
      ...{ status: 422, code: 'deed.surname-whole' },
    })
})
