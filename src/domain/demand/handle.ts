import { accepted, type Decision, refused, type Sealed } from '../decision.ts'
import { route } from '../routing.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { AnswerFacts, DemandFacts } from './facts.ts'
import { isOpen } from './next.ts'
import type { DemandState } from './state.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/** A sealed text in the slot `text`, or nothing. */
export function textSlot(kind: string, value: string | undefined): Record<string, Sealed> {
  return value ? { text: { part: 'text', kind, value } } : {}
}

/** DISPATCHED → SIGNED (§2.6). */
export function sign(state: DemandState, _command: Of<'order.sign'>, _facts: DemandFacts): Decision<DemandEvent> {
  if (state.orderState !== 'offered' || !state.lead) return refused('order.not-offered')
  return accepted<DemandEvent>({ kind: 'OrderSigned', body: { unit: state.lead.unit } })
}

/** A live contact or a try that reached nobody; earns 面 when the worker was reached. An anonymous worker can only call in. */
export function logContact(state: DemandState, command: Of<'contact.log'>, facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState === null || state.orderState === 'offered') return refused('order.not-signed')
  const seal = command.note ? { note: { part: 'text', kind: 'contact.note', value: command.note } as const } : {}
  return accepted<DemandEvent>({
    kind: 'ContactLogged',
    body: { way: command.way, settles: command.way !== 'try' || state.contacts.try + 1 >= facts.contactTries },
    seal,
  })
}

/** The two-way thread: the worker by receipt, the lead for the union. Open as long as the demand is. */
export function postMessage(
  state: DemandState,
  command: Of<'message.post'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const from = facts.actor.kind === 'claimant' ? 'worker' : 'union'
  return accepted<DemandEvent>({ kind: 'MessagePosted', body: { from }, seal: textSlot('message', command.text) })
}

/** 心, first half: the union writes back in plain words what it understood and what it can and cannot do. */
export function writeUnderstanding(
  state: DemandState,
  command: Of<'understanding.write'>,
  _f: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState === null || state.orderState === 'offered') return refused('order.not-signed')
  return accepted<DemandEvent>({
    kind: 'UnderstandingWritten',
    body: {},
    seal: textSlot('understanding', command.text),
  })
}

/** 实, first half: a deed may be recorded at any time (only the seal waits). */
export function recordDeed(state: DemandState, command: Of<'deed.record'>, _facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState === null || state.orderState === 'offered') return refused('order.not-signed')
  const body = { deed: command.deed, amountFen: command.amountFen ?? null }
  return accepted<DemandEvent>({ kind: 'DeedRecorded', body, seal: textSlot('deed', command.text) })
}

/**
 * IN_PROGRESS → ANSWERED (§2.6): at least one real contact or three tries; a claim of *done* needs a deed, a consultation
 * is explained and never counted as a deed. The callback goes to another unit and opens on the due day (§2.8).
 */
export function answer(state: DemandState, command: Of<'demand.answer'>, facts: AnswerFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState === 'answered') return refused('order.already-answered')
  if (state.orderState !== 'signed' || !state.lead || !state.dueAt) return refused('order.not-signed')
  const { person, video, call } = state.contacts
  const reached = person + video + call > 0 || (state.messages.union > 0 && state.messages.worker > 0)
  if (!reached && state.contacts.try < facts.contactTries)
    return refused('contact.missing', { tries: state.contacts.try, needed: facts.contactTries })
  if (command.claim === 'done' && state.deeds === 0) return refused('deed.missing')
  const lead = state.lead.unit
  const other = route(
    facts.callbackCandidates.filter((c) => c.unit !== lead),
    state.blocked,
  )
  const same = other
    ? null
    : route(
        facts.callbackCandidates.filter((c) => c.unit === lead),
        state.blocked,
      )
  const chosen = other ?? same
  if (!chosen) return refused('callback.nobody')
  return accepted<DemandEvent>({
    kind: 'DemandAnswered',
    body: {
      claim: command.claim,
      callback: chosen.to,
      sameUnit: other === null,
      callbackDueAt: facts.times.callbackDue(facts.now, state.dueAt),
    },
    seal: textSlot('answer', command.text),
  })
}
