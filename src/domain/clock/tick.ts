import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import type { LadderFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import { actOf } from './act.ts'
import type { ClockCommand } from './command.ts'
import { firstDue } from './due.ts'

/** More than any life owes at once; what is left is due at the next tick. */
const most = 200

/**
 * Everything that is due by now happens, in the order of its instant (§2.6): each act is folded before the next is looked
 * for, for one may bring about another. After it `clockAt` is later than now, or null.
 */
export function tick(
  state: DemandState,
  _command: Extract<ClockCommand, { kind: 'demand.tick' }>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  const done: Draft<DemandEvent>[] = []
  let then = state
  for (let due = firstDue(then); due !== null && due.at <= facts.now && done.length < most; due = firstDue(then)) {
    for (const draft of actOf(then, due, facts)) {
      done.push(draft)
      then = evolve(then, past(draft, then, facts))
    }
  }
  return done.length === 0 ? refused('clock.nothing-due') : accepted(...done)
}

/** An act of time as the ledger will give it back; none of them holds anything sealed. */
function past({ kind, body }: Draft<DemandEvent>, { id }: DemandState, { now }: LadderFacts): PastDemandEvent {
  return { kind, body, at: now, stream: id, actor: 'system' } as PastDemandEvent
}
