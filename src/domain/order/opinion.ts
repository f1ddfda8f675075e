import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import { copiesBeside, offered } from '../demand/offer.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import type { OrderCommand } from './command.ts'
import { isInHand, outOfHand } from './in-hand.ts'
import { oneUp } from './one-up.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>

/** 上报 (§2.6): the lead cannot solve it and asks the level above, which must state an opinion (L:北京条例 Art 20). */
export function askOpinion(state: DemandState, command: Of<'opinion.ask'>, facts: LadderFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  if (state.order.pause) return refused('order.paused')
  if (state.order.request || state.order.opinion) return refused('request.pending')
  const to = oneUp(state, facts.deciders)
  if (!to) return refused('opinion.nobody')
  return accepted<DemandEvent>({
    kind: 'OpinionAsked',
    body: { to, dueAt: facts.times.approvalDue(facts.now) },
    seal: textSlot('opinion.ask', command.text),
  })
}

/** The level above says what to do, or takes the matter: it leads and has signed from then on, and the due stays. */
export function giveOpinion(
  state: DemandState,
  command: Of<'opinion.give'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  const { opinion } = state.order
  if (!opinion) return refused('opinion.nothing')
  const given: Draft<DemandEvent> = {
    kind: 'OpinionGiven',
    body: { take: command.take },
    seal: textSlot('opinion', command.text),
  }
  if (!command.take) return accepted(given)
  const lead = opinion.to
  const { urgency } = state
  return accepted<DemandEvent>(
    given,
    offered({ lead, copies: copiesBeside(state, lead), why: 'escalated', urgency }, facts),
    { kind: 'OrderSigned', body: { unit: lead.unit } },
  )
}
