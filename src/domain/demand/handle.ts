import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import { later } from '../order/answer-clock.ts'
import { isInHand, outOfHand, wasReached } from '../order/in-hand.ts'
import { resumed, waitsForWorker } from '../order/pause.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { AnswerFacts, DemandFacts } from './facts.ts'
import { callbackUnit } from './ladder.ts'
import { isOpen } from './next.ts'
import type { DemandState } from './state.ts'
import { textSlot } from './text-slot.ts'

export { textSlot } from './text-slot.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/** DISPATCHED → SIGNED (§2.6). */
export function sign(state: DemandState, _command: Of<'order.sign'>, _facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState !== 'offered' || !state.lead) return refused('order.not-offered')
  return accepted<DemandEvent>({ kind: 'OrderSigned', body: { unit: state.lead.unit } })
}

/** A live contact or a try that reached nobody; earns 面 when the worker was reached. An anonymous worker can only call in. */
export function logContact(state: DemandState, command: Of<'contact.log'>, facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (!wasSigned(state)) return refused('order.not-signed')
  const seal = command.note ? { note: { part: 'text', kind: 'contact.note', value: command.note } as const } : {}
  return accepted<DemandEvent>({
    kind: 'ContactLogged',
    body: { way: command.way, settles: command.way !== 'try' || state.contacts.try + 1 >= facts.needs.contactTries },
    seal,
  })
}

/**
 * The two-way thread: the worker by receipt, the lead for the union. Open as long as the demand is. What a pause waited for
 * from the worker has come with the worker's word, so the clock runs on.
 */
export function postMessage(
  state: DemandState,
  command: Of<'message.post'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const from = facts.actor.kind === 'claimant' ? 'worker' : 'union'
  const posted: Draft<DemandEvent> = {
    kind: 'MessagePosted',
    body: { from },
    seal: textSlot('message', command.text),
  }
  const runsOn = from === 'worker' && waitsForWorker(state) ? resumed(state, 'worker', facts.now, facts.times) : null
  return runsOn ? accepted(posted, runsOn) : accepted(posted)
}

/** 心, first half: the union writes back in plain words what it understood and what it can and cannot do. */
export function writeUnderstanding(
  state: DemandState,
  command: Of<'understanding.write'>,
  _f: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (!wasSigned(state)) return refused('order.not-signed')
  return accepted<DemandEvent>({
    kind: 'UnderstandingWritten',
    body: {},
    seal: textSlot('understanding', command.text),
  })
}

/** 实, first half: a deed may be recorded at any time (only the seal waits). */
export function recordDeed(state: DemandState, command: Of<'deed.record'>, _facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (!wasSigned(state)) return refused('order.not-signed')
  const body = { deed: command.deed, amountFen: command.amountFen ?? null }
  return accepted<DemandEvent>({ kind: 'DeedRecorded', body, seal: textSlot('deed', command.text) })
}

/** An order was signed, whether or not it is answered by now; what is objected to is nobody's yet. */
function wasSigned({ orderState }: DemandState): boolean {
  return orderState === 'signed' || orderState === 'answered'
}

/**
 * IN_PROGRESS → ANSWERED (§2.6): at least one real contact or three tries, and every joint unit answered or stated why. A
 * claim of *done* needs a deed and waits for the day of a promise; a consultation is explained and never counted as a
 * deed. The callback goes to another unit and opens on the due day (§2.8), or on the day after a promise.
 */
export function answer(state: DemandState, command: Of<'demand.answer'>, facts: AnswerFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  const { pause, commitment, joints } = state.order
  if (pause) return refused('order.paused')
  if (!wasReached(state) && state.contacts.try < facts.needs.contactTries)
    return refused('contact.missing', { tries: state.contacts.try, needed: facts.needs.contactTries })
  const waiting = joints.filter((joint) => joint.state === 'asked').length
  if (waiting > 0) return refused('joint.missing', { n: waiting })
  if (command.claim === 'done' && commitment && !commitment.due)
    return refused('commitment.not-due', { on: commitment.promisedOn })
  if (command.claim === 'done' && state.deeds === 0) return refused('deed.missing')
  const callback = whoCallsBack(state, state.lead.unit, facts)
  if (!callback) return refused('callback.nobody')
  const from = commitment ? later(state.dueAt, commitment.callbackAt) : state.dueAt
  const callbackDueAt = facts.times.callbackDue(facts.now, from)
  return accepted<DemandEvent>({
    kind: 'DemandAnswered',
    body: { claim: command.claim, ...callback, callbackDueAt },
    seal: textSlot('answer', command.text),
  })
}

/** A callback that opened without an answer stays with who has it. */
function whoCallsBack({ callback, callbacks, blocked, restricted }: DemandState, lead: number, facts: AnswerFacts) {
  if (callbacks.open && callback && callback.unit !== lead) return { callback, sameUnit: callbacks.sameUnit }
  const found = callbackUnit(facts.ladder, lead, blocked)
  return found && { ...found, callback: { ...found.callback, section: restricted ?? found.callback.section } }
}
