import { isContestable } from '../exclusion/evolve.ts'
import type { Target } from '../reach.ts'
import { awaitsTriage, bits, holdersOf } from './next.ts'
import type { DemandState } from './state.ts'

/** A folded demand as the table of grants looks at it. The demand table holds the same columns. */
export function targetOf(state: DemandState): Target {
  const holders = holdersEver(state).map(({ holder }) => holder)
  return {
    id: state.id,
    status: state.status,
    orderState: state.orderState,
    mode: state.mode,
    triageUnit: awaitsTriage(state) ? state.triage.unit : null,
    leadUnit: state.lead?.unit ?? null,
    leadSection: state.lead?.section ?? null,
    holderUnits: [...new Set(holders.map((h) => h.unit))].sort((a, b) => a - b),
    reachUnits: [...new Set(holders.flatMap((h) => h.path))].sort((a, b) => a - b),
    blockedUnits: [...state.blocked].sort((a, b) => a - b),
    reopened: state.reopened,
    understandings: state.understandings,
    understood: state.understood,
    erased: state.erased,
    ...parts(state),
  }
}

/** Units that have a part of their own in it, and what the worker is asked. */
function parts(state: DemandState) {
  const { ruling, request, opinion, joints, pause, commitment, letters, recused } = state.order
  const { protection, asked } = state.watch
  return {
    rulerUnit: ruling?.ruler.unit ?? null,
    approverUnit: request?.approver.unit ?? null,
    opinionUnit: opinion?.to.unit ?? null,
    callbackUnit: state.callback?.unit ?? null,
    callbackOpen: state.callbacks.open,
    protectionUnit: protection && !protection.answered ? protection.to.unit : null,
    exclusionUnit: state.exclusion.asked?.judge.unit ?? null,
    contestable: isContestable(state.exclusion),
    jointUnits: sorted(joints.filter((j) => j.state === 'asked' && j.holder).map((j) => j.holder?.unit ?? 0)),
    departmentAsked: joints.some((joint) => joint.department !== null && joint.state === 'asked'),
    pending: pendingOf(state),
    paused: pause !== null,
    committed: commitment !== null,
    awaitsReply: letters.some((letter) => letter.replyDueAt !== null && !letter.replied),
    watchAsked: asked !== null,
    master: state.merge.master,
    restricted: state.restricted,
    blockedPosts: sorted(recused),
    approach: state.approach.answer,
    consents: state.consents.map(({ purpose }) => purpose).sort(),
  }
}

/** What the lead waits for from one level up. */
function pendingOf(state: DemandState): string | null {
  return state.order.request?.request ?? (state.order.opinion ? 'opinion' : null)
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/**
 * Who holds the demand, and the triage unit, which keeps sight of what it sent on: bit 32, where it holds it no more. Who
 * may see a demand and in whose lists it stands both follow from this.
 */
export function holdersEver(state: DemandState): ReturnType<typeof holdersOf> {
  const holders = holdersOf(state)
  const triages = holders.some(({ duty }) => duty === bits.triage)
  return triages ? holders : [...holders, { holder: state.triage, duty: bits.sentOn }]
}
