import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { told } from '../../protocol/told.ts'
import { followView } from './follow.ts'

const county = '江湾区总工会'
const street = '柳荫街道工会'
let fixture: PipelineFixture
let triage: Staff
let handler: Staff
let head: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  triage = await fixture.staff(county, 'triage')
  handler = await fixture.staff(street, 'handler')
  head = await fixture.staff(county, 'head')
})
afterAll(() => fixture?.close())

async function dispatched(text: string): Promise<string> {
  const demand = await fixture.raise(text)
  const body = { demand, topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: handler.unit }
  await fixture.accept(triage, 'demand.triage', body)
  return demand
}

function followed(demand: string) {
  const { reader, writer } = fixture.db
  const { subjectKeys } = fixture.context
  return followView({ reader, writer, subjectKeys }, { kind: 'claimant', demand, assisted: false })
}

test('a worker is told who leads after an objection, by name, and nothing of what was written about it', async () => {
  const demand = await dispatched('五月的加班费没有发')
  await fixture.accept(handler, 'order.object', { demand, reason: 'recusal', text: '门卫老李是我亲戚' })
  await fixture.accept(head, 'order.rule', { demand, lead: handler.unit, text: '还是由街道来办，老李不参加' })
  await fixture.accept(handler, 'order.sign', { demand })
  await fixture.accept(handler, 'contact.log', { demand, way: 'call', note: '在宿舍门口谈的' })
  await fixture.accept(handler, 'request.ask', {
    ...{ demand, request: 'pause', reason: 'appraisal', until: '2026-06-26', text: '等老李的鉴定' },
  })
  const page = await followed(demand)
  expect(JSON.stringify(page)).not.toMatch(/老李|宿舍|recusal|"path"|"post"/)
  const of = (kind: string) => page.timeline.find((row) => row.kind === kind)
  expect(of('OrderObjected')?.detail).toMatchObject({ ruler: { name: county } })
  expect(of('OrderRuled')?.detail).toEqual({ upheld: false, to: expect.objectContaining({ name: street }) })
  expect(of('RequestAsked')).toMatchObject({ text: null, detail: { request: 'pause', reason: 'appraisal' } })
  expect(of('DemandRaised')?.text).toBe('五月的加班费没有发')
})

test('a worker reads the words that are theirs: of a promise, and of their own *no* to it', async () => {
  const demand = await dispatched('四月的加班费没有发')
  await fixture.accept(handler, 'order.sign', { demand })
  await fixture.accept(handler, 'contact.log', { demand, way: 'call' })
  await fixture.accept(handler, 'commitment.make', {
    ...{ demand, promisedOn: '2026-07-08', promisor: 'employer', amountFen: 300_000, workerAgreed: true, text: '补发' },
  })
  expect((await followed(demand)).demand).toMatchObject({ promisedOn: '2026-07-08', master: null })
  const claimant = { kind: 'claimant', demand, assisted: false } as const
  await fixture.accept(claimant, 'commitment.contradict', { demand, text: '没有人问过我' })
  const { timeline } = await followed(demand)
  expect(timeline.find((row) => row.kind === 'CommitmentMade')).toMatchObject({
    text: '补发',
    detail: { promisor: 'employer', promisedOn: '2026-07-08', amountFen: 300_000 },
  })
  expect(timeline.at(-1)).toMatchObject({ kind: 'CommitmentContradicted', text: '没有人问过我' })
})

test('nothing of an event but what the table of the protocol names', async () => {
  const { timeline } = await followed(await dispatched('三月的加班费没有发'))
  expect(timeline.map((row) => row.kind)).toEqual(['DemandRaised', 'DemandTriaged', 'OrderOffered'])
  for (const { kind, detail } of timeline) {
    const { facts, units } = told[kind as keyof typeof told]!
    expect([...facts, ...units]).toEqual(expect.arrayContaining(Object.keys(detail)))
  }
})
