import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { LadderFacts, LeadFacts, ObjectFacts, RecusalFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import { copiesBeside, copiesTo, offered } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import type { OrderCommand } from './command.ts'
import { oneUp, rulerOf } from './one-up.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>

/**
 * DISPATCHED → OBJECTED (§2.6, 退单): once, in time, with a reason of the catalogue. The answer due runs on: time lost by a
 * wrong dispatch is the dispatcher's, never the worker's (§2.7).
 */
export function object(state: DemandState, command: Of<'order.object'>, facts: ObjectFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.order.objected) return refused('objection.once')
  if (state.orderState !== 'offered') return refused('order.not-offered')
  const { objectUntil } = state.order
  if (objectUntil === null) return refused('objection.not-here')
  if (facts.now > objectUntil) return refused('objection.too-late')
  if (!facts.reasonKnown) return refused('reason.unknown', { reason: command.reason })
  const ruler = rulerOf(state, facts.deciders)
  if (!ruler) return refused('objection.nobody')
  return accepted<DemandEvent>({
    kind: 'OrderObjected',
    body: { reason: command.reason, ruler, rulingDueAt: facts.times.rulingDue(facts.now) },
    seal: textSlot('objection', command.text),
  })
}

/**
 * OBJECTED → RULED (§2.6): the ruling names the lead and is final, so the order that follows cannot be objected to. Upheld
 * when the order goes to another unit or section than the one that objected.
 */
export function rule(
  state: DemandState,
  command: Of<'order.rule'>,
  facts: LeadFacts & LadderFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const { lead: before, topic } = state
  const { ruling } = state.order
  if (!ruling || !before || topic === null) return refused('ruling.nothing')
  const { lead } = facts
  if (!lead) return refused('unit.unknown', { unit: command.lead })
  const ownUnion = facts.employerUnits.includes(lead.unit)
  if (state.blocked.includes(lead.unit) || (ownUnion && !(facts.mayGoToEnterpriseUnion && state.mode === 'named')))
    return refused('lead.is-employers-own-union')
  const section = command.section ?? null
  if (state.restricted !== null && section !== state.restricted)
    return refused('lead.wrong-section', { section: state.restricted })
  if (!lead.staffed) return refused('lead.not-staffed', { unit: lead.unit })
  const to = { unit: lead.unit, path: lead.path, section }
  const upheld = to.unit !== before.unit || to.section !== before.section
  return accepted<DemandEvent>(
    {
      kind: 'OrderRuled',
      body: { upheld, reason: ruling.reason, topic, from: before.unit, to: to.unit },
      seal: textSlot('ruling', command.text),
    },
    offered(
      { lead: to, copies: copiesTo(to, facts.copy, state.blocked), why: 'ruling', urgency: state.urgency },
      facts,
    ),
  )
}

/**
 * Recusal (§4 rule 6): the post steps back and sees nothing of it any more. Where nobody else could lead at its unit the
 * order goes one unit up; while a ruling is awaited the ruling names the lead.
 */
export function recuse(
  state: DemandState,
  _command: Of<'recusal.declare'>,
  facts: RecusalFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (facts.actor.kind !== 'staff' || !state.lead) return refused('order.not-offered')
  const { post } = facts.actor
  if (state.order.recused.includes(post)) return refused('recusal.declared')
  if (facts.othersStaffed || state.order.ruling)
    return accepted<DemandEvent>({ kind: 'HandlerRecused', body: { post } })
  const lead = oneUp(state, facts.ladder)
  if (!lead) return refused('recusal.nobody')
  const { urgency } = state
  return accepted<DemandEvent>(
    { kind: 'HandlerRecused', body: { post } },
    offered({ lead, copies: copiesBeside(state, lead), why: 'recusal', urgency }, facts),
  )
}
