import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { callView } from './call.ts'
import { claimsOf } from './claims.ts'
import { demandPage } from './demand-page.ts'
import { duesOf, lettersOf } from './dues.ts'
import { findLeads } from './leads.ts'
import { precedentsOf } from './precedents.ts'
import { reading } from './scope.ts'
import { findByNumber } from './search.ts'

const county = '江湾区总工会'
const street = '柳荫街道工会'
let fixture: PipelineFixture
let triage: Staff
let handler: Staff
let head: Staff
let outside: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  triage = await fixture.staff(county, 'triage')
  handler = await fixture.staff(street, 'handler')
  head = await fixture.staff(county, 'head')
  outside = await fixture.staff('望江街道工会', 'handler')
  await fixture.staff(county, 'agent', 'hotline')
})
afterAll(() => fixture?.close())

const read = <T>(who: Staff, work: (client: Parameters<Parameters<typeof reading<T>>[2]>[0]) => Promise<T>) =>
  reading(fixture.db.reader, who, work)
const triaged = async (text: string, lead: Staff = handler) => {
  const demand = await fixture.raise(text)
  const body = { demand, topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: lead.unit }
  await fixture.accept(triage, 'demand.triage', body)
  return demand
}
const numberOf = async (demand: string): Promise<string> =>
  (await fixture.db.owner.query('select number from demand where id = $1', [demand])).rows[0].number

test('a demand is found by its number however it is typed, within reach only', async () => {
  const demand = await triaged('三月的加班费没有发')
  const number = await numberOf(demand)
  expect((await read(handler, (client) => findByNumber(client, handler, number))).row?.id).toBe(demand)
  const typed = number.toLowerCase().replaceAll('-', ' ')
  expect((await read(triage, (client) => findByNumber(client, triage, typed))).row?.id).toBe(demand)
  expect(await read(outside, (client) => findByNumber(client, outside, number))).toEqual({ row: null })
  expect(await read(triage, (client) => findByNumber(client, triage, 'SQ-990102-20260615-999999-0'))).toEqual({
    row: null,
  })
})

test('a class says before triage what triage would fix', async () => {
  const demand = await fixture.raise('年休假没有休')
  const asked = { demand, urgency: 'P2', difficulty: 'hard', nature: 'complaint' }
  const dues = await read(triage, (client) => duesOf(client, fixture.context.rules, asked))
  await fixture.accept(triage, 'demand.triage', { ...asked, topic: 'C03', lead: handler.unit })
  const page = await read(triage, (client) => demandPage(client, triage, demand))
  expect(dues).toEqual({ contactDueAt: page.contactDueAt, dueAt: page.demand.dueAt })
  const unknown = read(triage, (client) => duesOf(client, fixture.context.rules, { ...asked, urgency: 'P9' }))
  await expect(unknown).rejects.toMatchObject({ status: 400, code: 'field.invalid' })
})

test('letters are those of the level of the lead, with the day of the reply', async () => {
  const now = fixture.clock.now()
  const at = async (demand: string, who: Staff) =>
    (await read(who, (client) => lettersOf(client, fixture.context.rules, demand, now))).rows
  const below = await at(await triaged('社保断缴'), handler)
  expect(below.map(({ letter }) => letter)).not.toContain('proposal')
  expect(below.find(({ letter }) => letter === 'reminder')).toEqual({ letter: 'reminder', replyDueAt: null })
  const opinion = below.find(({ letter }) => letter === 'opinion')
  expect(Date.parse(opinion?.replyDueAt ?? '')).toBeGreaterThan(now.getTime() + 14 * 86_400_000)
  const above = await at(await triaged('社保断缴', head), head)
  expect(above.map(({ letter }) => letter)).toContain('proposal')
})

test('a ruling stands beside the next objection of its topic, for who is above or took part', async () => {
  const demand = await triaged('派单派错了')
  await fixture.accept(handler, 'order.object', { demand, reason: 'not-our-duty', text: '不归街道' })
  await fixture.accept(head, 'order.rule', { demand, lead: head.unit, text: '由区里办' })
  const seen = await read(head, (client) => precedentsOf(client, 'A03'))
  expect(seen.rows).toMatchObject([
    { reason: 'not-our-duty', upheld: true, from: { id: handler.unit, name: street }, to: { id: head.unit } },
  ])
  expect((await read(outside, (client) => precedentsOf(client, 'A03'))).rows).toEqual([])
  expect((await read(head, (client) => precedentsOf(client, 'B01'))).rows).toEqual([])
  const page = await read(head, (client) => demandPage(client, head, demand))
  expect(page.units.map(({ id }) => id)).toEqual(expect.arrayContaining([handler.unit, head.unit]))
})

test('a master shows its claims as far as the reader sees them', async () => {
  const master = await triaged('整个班组的工资')
  const claim = await triaged('我也是这个班组的')
  await fixture.accept(triage, 'demand.merge', { demand: claim, master })
  const claims = await read(triage, (client) => claimsOf(client, triage, master))
  expect(claims.rows.map(({ id, master: of }) => [id, of])).toEqual([[claim, master]])
  await expect(read(outside, (client) => claimsOf(client, outside, master))).rejects.toMatchObject({ status: 404 })
})

test('the check word is for who may call now', async () => {
  const demand = await triaged('没有人给我回电话')
  const call = (who: Staff) => callView({ ...fixture.db, subjectKeys: fixture.context.subjectKeys }, who, demand)
  await expect(call(handler)).rejects.toMatchObject({ status: 403 })
  await fixture.accept(handler, 'order.sign', { demand })
  expect((await call(handler)).checkWord.length).toBeGreaterThan(0)
  await expect(call(triage)).rejects.toMatchObject({ status: 403 })
  await expect(call(outside)).rejects.toMatchObject({ status: 404 })
})

test('who may call sees first that the worker wants no call, and nothing else of what they left', async () => {
  const identity = {
    name: '测试者孙某',
    phone: '13900002222',
    reach: '找我姐',
    how: 'none',
    from: '20:00',
    to: '02:00',
  }
  const demand = await fixture.raise('不要打电话给我', { mode: 'named', identity })
  const body = { demand, topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: handler.unit }
  await fixture.accept(triage, 'demand.triage', body)
  await fixture.accept(handler, 'order.sign', { demand })
  const seen = await callView({ ...fixture.db, subjectKeys: fixture.context.subjectKeys }, handler, demand)
  expect(seen.wishes).toEqual({ how: 'none', from: '20:00', to: '02:00' })
  expect(JSON.stringify(seen)).not.toMatch(/孙某|1390000|我姐/)
})

test('of the unions that could lead, those on the way up are told apart from their neighbours', async () => {
  const demand = await fixture.raise('在柳荫街道上班')
  const { rows } = await read(triage, (client) => findLeads(client, demand))
  const above = rows.filter((each) => each.above).map((each) => each.unit.name)
  expect(above).toContain(street)
  expect(above).toContain(county)
  expect(rows.find((each) => each.unit.name === '望江街道工会')?.above).toBe(false)
})
