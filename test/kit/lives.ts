import type { Actor } from '../../src/domain/actor.ts'
import type { CommandKind, Outcome } from '../../src/protocol/command.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'
import type { Random } from './random.ts'

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

/**
 * Commands at random on random demands, accepted or not: reopenings, withdrawals, erasures and refusals all happen.
 * Gives the demands raised.
 */
export async function randomLives(
  fixture: PipelineFixture,
  crew: Crew,
  random: Random,
  steps: number,
): Promise<string[]> {
  const demands: string[] = []
  for (let step = 0; step < steps; step += 1) {
    if (demands.length === 0 || random.chance(0.1))
      demands.push(await fixture.raise(`第${step}件事`, someWorker(random)))
    else await randomStep(fixture, crew, random, random.pick(demands))
  }
  return demands
}

function someWorker(random: Random): Record<string, unknown> {
  const mode = random.pick(['named', 'confidential', 'anonymous'])
  const identity = mode === 'anonymous' ? {} : { identity: { name: '测试者', phone: '13800000000' } }
  return {
    mode,
    ...identity,
    persons: random.pick([1, 1, 2, 12]),
    region: random.pick(['990102001', '990102002', '990102']),
  }
}

/** One random command; refusals and *not allowed* are part of life, anything else is thrown. */
async function randomStep(
  fixture: PipelineFixture,
  crew: Crew,
  random: Random,
  demand: string,
): Promise<Outcome | null> {
  const worker: Actor = { kind: 'claimant', demand, assisted: random.chance(0.3) }
  const steps: readonly (readonly [Actor, CommandKind, object])[] = [
    [
      crew.triage,
      'demand.triage',
      { ...triaged, nature: random.pick(['complaint', 'consultation']), lead: crew.handler.unit },
    ],
    [crew.triage, 'content.open', { part: 'text', purpose: 'triage' }],
    [crew.handler, 'order.sign', {}],
    [
      crew.handler,
      'contact.log',
      { way: random.pick(['person', 'call', 'try']), ...(random.chance(0.5) ? { note: '记' } : {}) },
    ],
    [crew.handler, 'understanding.write', { text: '明白了' }],
    [worker, 'understanding.answer', random.chance(0.6) ? { yes: true } : { yes: false, text: '不完全对' }],
    [crew.handler, 'deed.record', { deed: fixture.context.rules.deeds[0]?.code, text: '办了' }],
    [crew.handler, 'demand.answer', { claim: random.pick(['done', 'partly', 'explained']), text: '答复' }],
    [worker, 'verdict.give', { solved: random.pick(['solved', 'unsolved', 'unsolved', 'clear']) }],
    [worker, 'message.post', { text: '补充' }],
    [worker, 'demand.withdraw', { pressed: random.chance(0.7) }],
    [crew.custodian, 'content.erase', { parts: [random.pick(['identity', 'text'])], reason: 'worker-request' }],
  ]
  const [actor, kind, more] = random.pick(steps)
  try {
    return await fixture.send(actor, kind, { demand, ...more })
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null
    throw error
  }
}
