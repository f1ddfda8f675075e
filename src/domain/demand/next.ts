import type { Holder } from './event.ts'
import type { DemandState } from './state.ts'

/** What somebody must do about a demand. */
export const duties = [
  'triage',
  'sign',
  'contact',
  'answer',
  'callback',
  'rule',
  'grant',
  'opinion',
  'joint',
  'resume',
  'promise',
  'protection',
] as const
/** One of `duties`. */
export type NextWhat = (typeof duties)[number]

/** What must happen next and by whom. One responsible unit and one time for every open demand (law 1). */
export type Next = {
  readonly unit: number
  readonly section: string | null
  readonly what: NextWhat
  readonly at: string
}

/** Bits of a holder's part in a demand, as the lists filter by them. */
export const bits = {
  triage: 1,
  lead: 2,
  joint: 4,
  callback: 8,
  copy: 16,
  sentOn: 32,
  ruler: 64,
  approver: 128,
  protection: 256,
  supervisor: 512,
} as const

type Held = { readonly holder: Holder; readonly duty: number }

/** Who holds the demand now, and as what. */
export function holdersOf(state: DemandState): readonly Held[] {
  const holders: Held[] = []
  const hold = (holder: Holder | null | undefined, duty: number) => holder && holders.push({ holder, duty })
  const { ruling, request, opinion, joints } = state.order
  if (awaitsTriage(state)) hold(state.triage, bits.triage)
  hold(state.lead, bits.lead)
  for (const copy of state.copies) hold(copy, bits.copy)
  for (const joint of joints) hold(joint.holder, bits.joint)
  hold(state.callback, bits.callback)
  hold(ruling?.ruler, bits.ruler)
  hold(request?.approver, bits.approver)
  hold(opinion?.to, bits.approver)
  // No step of the worker's matter, so `next` knows nothing of it: it has a list of its own.
  hold(state.exclusion.asked?.judge, bits.sentOn)
  // Once it has said what was done it keeps sight of the matter, and its list is free of it.
  const { protection } = state.watch
  hold(protection?.to, protection?.answered ? bits.sentOn : bits.protection)
  for (const supervisor of state.clock.supervisors) hold(supervisor, bits.supervisor)
  return holders
}

/** True while somebody still has something to do about it. */
export function isOpen(state: DemandState): boolean {
  return state.status !== 'closed' && state.status !== 'withdrawn'
}

/** True until a person has set topic, nature and lead; danger and groups have a lead before that. */
export function awaitsTriage(state: DemandState): boolean {
  return isOpen(state) && (state.status === 'raised' || !state.lead || (state.topic === null && !state.merge.master))
}

/**
 * The one responsible unit and the one time of an open demand; null when closed. Of what stands beside the main duty, a
 * decision asked for, a joint answer, a worker to protect, the soonest is next.
 */
export function next(state: DemandState): Next | null {
  const all = [...sideDuties(state)]
  if (isOpen(state)) all.push(mainDuty(state))
  return all.reduce<Next | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
}

function mainDuty(state: DemandState): Next {
  const { lead, dueAt, order, callbacks } = state
  if (!lead || !dueAt) return due(state.triage, 'triage', state.triageDueAt)
  const { ruling, pause, commitment, autoSignAt } = order
  if (ruling) return due(ruling.ruler, 'rule', ruling.rulingDueAt)
  const contactOrDue = earlier(state.contactDueAt ?? dueAt, dueAt)
  if (state.orderState === 'offered')
    return due(lead, 'sign', autoSignAt ? earlier(autoSignAt, contactOrDue) : contactOrDue)
  if (pause) return due(lead, 'resume', pause.untilAt)
  if (commitment && !commitment.due) {
    // A promise is no pause: an answer that is still owed comes first if it is due before.
    if (state.status === 'answered' || commitment.promisedAt < dueAt) return due(lead, 'promise', commitment.promisedAt)
  }
  if (state.callback && (state.status === 'answered' || commitment?.due))
    return due(state.callback, 'callback', callbacks.closeAt ?? state.callbackDueAt ?? dueAt)
  if (!state.contactSettled && state.messages.union === 0) return due(lead, 'contact', contactOrDue)
  return due(lead, 'answer', dueAt)
}

function sideDuties(state: DemandState): Next[] {
  const { request, opinion, joints } = state.order
  const { protection } = state.watch
  const found: Next[] = []
  if (protection && !protection.answered) found.push(due(protection.to, 'protection', protection.dueAt))
  if (!isOpen(state)) return found
  if (state.lead && awaitsTriage(state)) found.push(due(state.triage, 'triage', state.triageDueAt))
  if (request) found.push(due(request.approver, 'grant', request.decideBy))
  if (opinion) found.push(due(opinion.to, 'opinion', opinion.dueAt))
  for (const joint of joints)
    if (joint.holder && joint.state === 'asked') found.push(due(joint.holder, 'joint', joint.dueAt))
  return found
}

function due(holder: Holder, what: NextWhat, at: string): Next {
  return { unit: holder.unit, section: holder.section, what, at }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
