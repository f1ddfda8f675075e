import type { Actor } from '../../src/domain/actor.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'

export { randomLives } from './random-lives.ts'

/** People of the demo's county who take a demand through its life. */
export interface Crew {
  readonly triage: Staff
  readonly handler: Staff
  readonly head: Staff
  readonly custodian: Staff
}

export async function crewOf(fixture: PipelineFixture): Promise<Crew> {
  return {
    triage: await fixture.staff('江湾区总工会', 'triage'),
    handler: await fixture.staff('柳荫街道工会', 'handler'),
    head: await fixture.staff('江湾区总工会', 'head'),
    custodian: await fixture.staff('江湾区总工会', 'custodian'),
  }
}

/** What is said in a life; by default nothing distinctive. */
export interface Words {
  readonly text?: string
  readonly name?: string
  readonly phone?: string
  readonly reach?: string
  readonly note?: string
  readonly message?: string
  readonly understanding?: string
  readonly correction?: string
  readonly deed?: string
  readonly answer?: string
  readonly verdict?: string
  /** What the worker says in the end: *unsolved* opens it again. */
  readonly solved?: 'solved' | 'unsolved'
}

const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }

/** A whole life as it should be: raised, triaged, signed, contacted, understood, done, answered, solved. Gives its id. */
export async function plainLife(fixture: PipelineFixture, crew: Crew, words: Words = {}): Promise<string> {
  const { name = '测试者', phone = '13800000000', reach } = words
  const identity = { name, phone, ...(reach ? { reach } : {}) }
  const demand = await fixture.raise(words.text ?? '三个月的加班费没有发', { mode: 'named', identity })
  const worker: Actor = { kind: 'claimant', demand, assisted: false }
  const then = (actor: Actor, kind: CommandKind, body: object = {}) => fixture.accept(actor, kind, { demand, ...body })
  await then(crew.triage, 'content.open', { part: 'text', purpose: 'triage' })
  await then(crew.triage, 'demand.triage', { ...triaged, lead: crew.handler.unit })
  await then(crew.handler, 'order.sign')
  await then(crew.handler, 'content.open', { part: 'identity', purpose: 'contact-worker' })
  await then(crew.handler, 'contact.log', { way: 'call', note: words.note ?? '下午通了电话' })
  await then(crew.handler, 'understanding.write', { text: words.understanding ?? '加班费没有发' })
  await then(worker, 'understanding.answer', { yes: false, text: words.correction ?? '是四个月' })
  await then(worker, 'message.post', { text: words.message ?? '还有饭补' })
  await then(crew.handler, 'understanding.write', { text: words.understanding ?? '四个月的加班费没有发' })
  await then(worker, 'understanding.answer', { yes: true })
  const deed = fixture.context.rules.deeds[0]?.code
  await then(crew.handler, 'deed.record', { deed, text: words.deed ?? '补发', amountFen: 360_000 })
  await then(crew.handler, 'demand.answer', { claim: 'done', text: words.answer ?? '已经补发' })
  await then(worker, 'verdict.give', {
    solved: words.solved ?? 'solved',
    satisfied: 'satisfied',
    text: words.verdict ?? '谢谢',
  })
  return demand
}

/** An objection and its ruling, a precedent from then on: the matter stays at its lead, and a unit beside joins in. Gives its id. */
export async function ruledLife(fixture: PipelineFixture, crew: Crew): Promise<string> {
  const demand = await fixture.raise('不知道该谁办的一件事')
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...triaged, lead: crew.handler.unit })
  await fixture.accept(crew.handler, 'order.object', { demand, reason: 'not-our-duty', text: '不归我们办' })
  await fixture.accept(crew.head, 'order.rule', { demand, lead: crew.handler.unit, text: '仍由你会办理' })
  await fixture.accept(crew.handler, 'order.sign', { demand })
  const beside = await fixture.staff('望江街道工会', 'handler')
  await fixture.accept(crew.handler, 'joint.order', { demand, unit: beside.unit, text: '请协办' })
  return demand
}
