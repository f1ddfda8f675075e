import { type Draft, refused } from '../decision.ts'
import { endingOf } from './ending.ts'
import type { DemandEvent, VerdictGiven } from './event.ts'
import type { LadderFacts } from './facts.ts'
import { mayReopen, reopening } from './reopening.ts'
import type { DemandState } from './state.ts'

/**
 * What the worker's word brings about, whoever took it down (§2.8): a promise that was waited for is kept or unmet;
 * *unsolved* reopens by itself twice and once more one level up; everything else closes, and after *partly* the worker is
 * asked whether to open it again.
 */
export function entailed(
  state: DemandState,
  solved: VerdictGiven['solved'],
  facts: LadderFacts,
): readonly Draft<DemandEvent>[] {
  const kept = solved === 'solved' || solved === 'clear'
  const promise: Draft<DemandEvent>[] = state.order.commitment
    ? [{ kind: kept ? 'CommitmentKept' : 'CommitmentUnmet', body: {} }]
    : []
  if (solved === 'unsolved' && mayReopen(state, facts)) return [...promise, reopening(state, facts)]
  return [...promise, { kind: 'DemandClosed', body: { outcome: solved, ...endingOf(state, facts) } }]
}

/** *Clear* closes consultations only; they are no deed (product.md). Null where the word fits. */
export function notTheWord(state: DemandState, solved: VerdictGiven['solved']) {
  return solved === 'clear' && state.nature !== 'consultation' ? refused('verdict.clear-is-for-consultation') : null
}

/** True from the answer on, and from the due on where there was none. */
export function mayBeJudged(state: DemandState): boolean {
  return state.status === 'answered' || state.callbacks.open
}

/** The promise whose day has not passed, or null: nothing closes before it but the worker's own *solved* (§2.6). */
export function promiseAhead(state: DemandState) {
  const { commitment } = state.order
  return commitment && !commitment.due ? commitment : null
}
