import type { DemandCommand } from '../demand/command.ts'
import { ask, fold, life, type Override, people, type Step } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'

const on = { demand: 'd' } as const

/** Steps of the order machine, as the people of the specs take them. */
export const acts = {
  object: [people.handler, { ...on, kind: 'order.object', reason: 'not-our-duty', text: '不归我们' }],
  rule: [people.county, { ...on, kind: 'order.rule', lead: 40, text: '由四十号办' }],
  recuse: [people.handler, { ...on, kind: 'recusal.declare' }],
  joint: [people.handler, { ...on, kind: 'joint.order', unit: 40, text: '请协办' }],
  department: [people.handler, { ...on, kind: 'joint.order', department: 'labour', text: '请协查' }],
  joined: [people.beside, { ...on, kind: 'joint.answer', n: 1, unable: false, text: '已查' }],
  pause: [
    people.handler,
    { ...on, kind: 'request.ask', request: 'pause', reason: 'worker-supplement', until: '2026-06-18', text: '等材料' },
  ],
  extend: [people.handler, { ...on, kind: 'request.ask', request: 'extend', reason: 'many-persons', text: '人多' }],
  lower: [
    people.handler,
    { ...on, kind: 'request.ask', request: 'lower', reason: 'new-facts', difficulty: 'hard', text: '复杂' },
  ],
  grant: [people.county, { ...on, kind: 'request.decide', grant: true }],
  refuse: [people.county, { ...on, kind: 'request.decide', grant: false, text: '不同意' }],
  resume: [people.handler, { ...on, kind: 'pause.end' }],
  raise: [people.handler, { ...on, kind: 'demand.reclass', urgency: 'P1', difficulty: 'plain' }],
  escalate: [people.handler, { ...on, kind: 'opinion.ask', text: '办不了' }],
  advise: [people.county, { ...on, kind: 'opinion.give', take: false, text: '这样办' }],
  take: [people.county, { ...on, kind: 'opinion.give', take: true, text: '我们办' }],
  promise: [
    people.handler,
    {
      ...{ ...on, kind: 'commitment.make', promisedOn: '2026-07-08', promisor: 'employer' },
      ...{ amountFen: 100, workerAgreed: true, text: '八号前付清' },
    },
  ],
  contradict: [people.worker, { ...on, kind: 'commitment.contradict', text: '我没同意' }],
  letter: [people.handler, { ...on, kind: 'letter.send', letter: 'opinion', text: '意见书' }],
  reply: [people.handler, { ...on, kind: 'letter.reply', n: 1, text: '已改正' }],
} as const satisfies Record<string, Step>

/** A demand the lead was offered. */
export const offered: readonly Step[] = [life.raise, life.triage]
/** One the lead has signed. */
export const signed: readonly Step[] = [...offered, life.sign]
/** Signed, and the worker was called. */
export const called: readonly Step[] = [...signed, life.call]

/** The same step with another body. */
export const but = <S extends Step>([actor, command]: S, more: object): Step => [
  actor,
  { ...command, ...more } as DemandCommand,
]

/** The demand after one more step, under these facts. */
export function onward(state: DemandState, [actor, command]: Step, more: Override = {}): DemandState {
  return fold(state, ask(state, actor, command, more), more.now)
}
