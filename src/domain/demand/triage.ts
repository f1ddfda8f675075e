import { accepted, type Decision, refused } from '../decision.ts'
import { lessUrgent } from './class-rank.ts'
import type { DemandCommand } from './command.ts'
import { endingOf } from './ending.ts'
import type { DemandEvent } from './event.ts'
import type { AnswerNowFacts, DemandFacts, TriageFacts } from './facts.ts'
import { callbackUnit } from './ladder.ts'
import { isOpen } from './next.ts'
import { copiesTo, offered } from './offer.ts'
import { notSortable, triaged } from './sort.ts'
import type { DemandState } from './state.ts'
import { textSlot } from './text-slot.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/**
 * SUBMITTED → DISPATCHED (§2.6): leaf, nature, class, lead and due are set. The answer due is fixed here once, counted
 * from submission (§0.8). The order is copied to the unit above the lead, which supervises. Danger and groups come here
 * with a class, a due and a lead: those are not made slacker, and the lead keeps its order unless another is named.
 */
export function triage(state: DemandState, command: Of<'demand.triage'>, facts: TriageFacts): Decision<DemandEvent> {
  const no = notSortable(state, command, facts)
  if (no) return no
  if (!facts.classKnown) return refused('class.unknown', { urgency: command.urgency, difficulty: command.difficulty })
  if (state.fixed && lessUrgent(command.urgency, state.urgency)) return refused('class.fixed')
  const { lead } = facts
  if (!lead) return refused('unit.unknown', { unit: command.lead })
  const toOwnUnion = facts.employerUnits.includes(lead.unit)
  if (toOwnUnion && !(facts.mayGoToEnterpriseUnion && state.mode === 'named'))
    return refused('lead.is-employers-own-union')
  const section = command.section ?? null
  if (facts.restricted !== null && section !== facts.restricted)
    return refused('lead.wrong-section', { section: facts.restricted })
  if (!lead.staffed) return refused('lead.not-staffed', { unit: lead.unit })
  const blocked = toOwnUnion ? facts.employerUnits.filter((unit) => unit !== lead.unit) : facts.employerUnits
  const sorted = triaged(state, command, blocked, facts)
  if (state.lead?.unit === lead.unit && state.lead.section === section) return accepted(sorted)
  // Answered before it was triaged: what is left to set is what it was about, not who leads.
  if (state.status === 'answered') return refused('order.already-answered')
  const to = { unit: lead.unit, path: lead.path, section }
  const copies = copiesTo(to, facts.copy, blocked)
  return accepted(sorted, offered({ lead: to, copies, why: 'triage', urgency: command.urgency }, facts))
}

/** SUBMITTED → REDIRECTED (§2.5): never silent, the worker is told where to go. Closed with *none*; not once it is in hand. */
export function redirect(
  state: DemandState,
  command: Of<'demand.redirect'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.status !== 'raised') return refused('demand.already-triaged')
  const { outcome, reason, earlier = null } = command
  const { reopenUntil, archiveAt } = endingOf(state, facts)
  return accepted<DemandEvent>({
    kind: 'DemandRedirected',
    body: { ...(outcome === undefined ? {} : { outcome }), reason, earlier, reopenUntil, archiveAt },
    seal: textSlot('redirect', command.text),
  })
}

/**
 * SUBMITTED → ANSWERED (§2.5, *answer now*): the receiving unit sorts, leads and answers in one go. The worker's *clear* or
 * verdict closes it, and the callback opens as after any answer. What danger or a group gave a lead is answered by the lead.
 */
export function answerNow(
  state: DemandState,
  command: Of<'demand.answer-now'>,
  facts: AnswerNowFacts,
): Decision<DemandEvent> {
  const no = notSortable(state, command, facts)
  if (no) return no
  if (state.lead) return refused('answer-now.has-lead')
  const { now, times, restricted, actor } = facts
  if (restricted !== null && !(actor.kind === 'staff' && actor.section === restricted))
    return refused('lead.wrong-section', { section: restricted })
  const { unit, path } = state.triage
  const lead = { unit, path, section: restricted ?? state.triage.section }
  const found = callbackUnit(facts.ladder, unit, facts.employerUnits)
  if (!found) return refused('callback.nobody')
  const { topic, nature } = command
  const ofClass = { urgency: state.urgency, difficulty: state.difficulty, nature }
  const copies = copiesTo(lead, facts.copy, facts.employerUnits)
  return accepted<DemandEvent>(
    triaged(state, { topic, ...ofClass }, facts.employerUnits, facts),
    offered({ lead, copies, why: 'triage', urgency: state.urgency }, facts),
    { kind: 'OrderSigned', body: { unit } },
    {
      kind: 'DemandAnswered',
      body: {
        claim: 'explained',
        callback: { ...found.callback, section: restricted ?? found.callback.section },
        sameUnit: found.sameUnit,
        callbackDueAt: times.callbackDue(now, times.answerDue(ofClass, state.submittedAt)),
      },
      seal: textSlot('answer', command.text),
    },
  )
}
