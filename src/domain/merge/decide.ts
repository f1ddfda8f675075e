import { accepted, type Decision, refused } from '../decision.ts'
import { raises } from '../demand/class-rank.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, LadderFacts, MergeFacts } from '../demand/facts.ts'
import { callbackUnit } from '../demand/ladder.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { answerClock, earlier } from '../order/answer-clock.ts'
import type { MergeCommand } from './command.ts'

type Of<K extends MergeCommand['kind']> = Extract<MergeCommand, { kind: K }>

/**
 * 并案 (§2.6, §2.8): this claim is handled by the master's lead until the earlier of both dues, so that merging never makes a
 * worker wait longer. Masters have no masters, and a claim is not led by its own employer's union because another's is. Both
 * are seen by all who have a part in it, or by the same section alone.
 */
export function mergeDemand(state: DemandState, _c: Of<'demand.merge'>, facts: MergeFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.merge.master !== null) return refused('merge.already')
  if (state.merge.claims.length > 0) return refused('merge.has-claims')
  if (state.status === 'answered') return refused('order.already-answered')
  const { master } = facts
  if (!master) return refused('merge.unknown')
  if (master.id === state.id) return refused('merge.same')
  if (!master.open) return refused('merge.master-closed')
  if (master.master !== null) return refused('merge.master-is-claim')
  const { lead, dueAt } = master
  if (!lead || !dueAt) return refused('merge.no-lead')
  if (state.blocked.includes(lead.unit)) return refused('lead.is-employers-own-union')
  // Sorting may yet give it to one section alone.
  if (master.topic === null) return refused('demand.not-triaged')
  // What is done and said for all is read with every claim: need to know on either side would be lost by the other (§4 rule 7).
  const section = state.restricted ?? master.restricted
  if (section !== null && [state.restricted, master.restricted, lead.section].some((one) => one !== section))
    return refused('lead.wrong-section', { section })
  // A claim that names no employer reads from now on what is answered about the master's.
  const blocked = [...new Set([...state.blocked, ...master.blocked])].sort((a, b) => a - b)
  const copies = master.copies.filter(({ unit }) => !blocked.includes(unit))
  return accepted<DemandEvent>({
    kind: 'DemandMerged',
    body: {
      master: master.id,
      masterNumber: master.number,
      lead,
      copies,
      dueAt: earlier(state.dueAt ?? dueAt, dueAt),
      blocked,
    },
  })
}

/** On the master: one more claim. Said twice it is heard once. */
export function joinClaim(state: DemandState, command: Of<'claim.join'>, facts: DemandFacts): Decision<DemandEvent> {
  const { claim } = command
  if (facts.actor.kind !== 'system') return refused('not-allowed')
  if (claim === state.id || state.merge.claims.some(({ id }) => id === claim)) return refused('claim.known')
  return accepted<DemandEvent>({ kind: 'ClaimJoined', body: { claim } })
}

/** On the master: what became of a claim; null: it was opened again, and that one alone (§2.6). */
export function settleClaim(
  state: DemandState,
  command: Of<'claim.settle'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const { claim, outcome } = command
  if (facts.actor.kind !== 'system') return refused('not-allowed')
  const known = state.merge.claims.find(({ id }) => id === claim)
  if (!known) return refused('claim.unknown')
  if (outcome === null) {
    if (known.reopened && known.outcome === null) return refused('claim.known')
    return accepted<DemandEvent>({ kind: 'ClaimReopened', body: { claim } })
  }
  if (known.outcome === outcome) return refused('claim.known')
  return accepted<DemandEvent>({ kind: 'ClaimSettled', body: { claim, outcome } })
}

/** On a claim: what was done for all was done for this worker. The sum stands with the master alone and is not counted twice. */
export function claimDeed(state: DemandState, command: Of<'claim.deed'>, facts: DemandFacts): Decision<DemandEvent> {
  const no = notAnOpenClaim(state, facts)
  if (no) return no
  const body = { deed: command.deed, amountFen: null, shared: true }
  return accepted<DemandEvent>({ kind: 'DeedRecorded', body, seal: textSlot('deed', command.text) })
}

/** On a claim: the master's answer. A caller this worker's employer stands behind is passed by (§0.3). */
export function claimAnswer(
  state: DemandState,
  command: Of<'claim.answer'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  const no = notAnOpenClaim(state, facts)
  if (no) return no
  if (state.status === 'answered') return refused('order.already-answered')
  const { claim, callbackDueAt } = command
  const given = { callback: command.callback, sameUnit: command.sameUnit }
  const barred = state.blocked.includes(given.callback.unit)
  const caller = barred && state.lead ? callbackUnit(facts.ladder, state.lead.unit, state.blocked) : given
  if (!caller) return refused('callback.nobody')
  return accepted<DemandEvent>({
    kind: 'DemandAnswered',
    body: { claim, ...caller, callbackDueAt },
    seal: textSlot('answer', command.text),
  })
}

/**
 * On a claim: what was promised to all was promised to this worker, whose callback moves with it. Who did not agree says so
 * on their own page, and for them it falls away.
 */
export function claimPromise(
  state: DemandState,
  command: Of<'claim.promise'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const no = notAnOpenClaim(state, facts)
  if (no) return no
  if (state.order.commitment) return refused('claim.known')
  const { promisedOn, promisor } = command
  const promisedAt = facts.times.promiseInstant(promisedOn)
  const body = { promisedOn, promisor, amountFen: null, promisedAt, callbackAt: facts.times.afterPromise(promisedOn) }
  return accepted<DemandEvent>({ kind: 'CommitmentMade', body, seal: textSlot('commitment', command.text) })
}

/**
 * On a claim: it presses as much as its master does by now, and is due no later. Never less and never later, for that is
 * asked of the level above for each matter alone (§2.7), and nobody waits longer because of another. The master carries
 * the clock; a claim that was opened again has one of its own.
 */
export function claimReclass(
  state: DemandState,
  command: Of<'claim.reclass'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const no = notAnOpenClaim(state, facts)
  if (no) return no
  if (state.status === 'answered') return refused('order.already-answered')
  if (state.order.pause) return refused('order.paused')
  const dueAt = earlier(state.dueAt ?? command.dueAt, command.dueAt)
  const { urgency, difficulty } = raises(state, command) ? command : state
  if (dueAt === state.dueAt && urgency === state.urgency && difficulty === state.difficulty)
    return refused('claim.known')
  const runs = state.clock.alarms.some(({ what }) => what === 'answer')
  const due = runs ? answerClock(facts.now, dueAt, facts.times) : { dueAt }
  const contactDueAt = state.contactDueAt ?? dueAt
  return accepted<DemandEvent>({
    kind: 'DemandReclassed',
    body: { urgency, difficulty, contactDueAt, agreed: false, ...due },
  })
}

function notAnOpenClaim(state: DemandState, facts: DemandFacts) {
  if (facts.actor.kind !== 'system') return refused('not-allowed')
  if (state.merge.master === null) return refused('claim.not-merged')
  return isOpen(state) ? null : refused('demand.closed')
}
