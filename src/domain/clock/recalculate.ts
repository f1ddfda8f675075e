import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { answerClock, earlier } from '../order/answer-clock.ts'
import type { ClockCommand } from './command.ts'

type Dues = { readonly contactDueAt: string | null; readonly dueAt: string; readonly from: string }

/**
 * An official calendar replaced the provisional one: the dues are counted again from what they were counted from: the
 * submission, an extension of that, or the reopening. A due that a pause, a change of class or a merge set was agreed with
 * somebody and stands; only its mark is looked at again. While a pause runs and once the answer is given nothing is counted:
 * the pause's end counts by the calendar then in force.
 */
export function recalculate(
  state: DemandState,
  _command: Extract<ClockCommand, { kind: 'demand.recalculate' }>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const { times } = facts
  const { clock, order } = state
  const dues = isOpen(state) && state.status !== 'answered' && !order.pause ? countAgain(state, facts) : null
  if (!dues) return refused('clock.nothing-due')
  const { contactDueAt, dueAt, from } = dues
  const counted = answerClock(from, dueAt, times)
  const warn = clock.alarms.find(({ act, what }) => act === 'warn' && what === 'answer')
  const stands = clock.basis?.from === 'moved' && warn ? { warnAt: warn.at } : {}
  const body = { contactDueAt, ...counted, ...stands, provisional: times.provisional(dueAt, from) }
  const moved = clock.alarms.some(({ act, what, at }) => {
    if (what === 'contact') return at !== contactDueAt
    return what === 'answer' && at !== { warn: body.warnAt, chase: dueAt, supervise: body.superviseAt }[act]
  })
  if (dueAt === state.dueAt && body.provisional === clock.provisional && !moved) return refused('clock.nothing-due')
  return accepted<DemandEvent>({ kind: 'DueRecalculated', body })
}

function countAgain(state: DemandState, { times }: DemandFacts): Dues | null {
  const { submittedAt, contactDueAt, dueAt } = state
  const { basis } = state.clock
  if (basis === null || dueAt === null) return null
  switch (basis.from) {
    case 'submitted':
      return {
        contactDueAt: times.contactDue(state, submittedAt),
        dueAt: times.answerDue(state, submittedAt),
        from: submittedAt,
      }
    case 'extended': {
      const first = times.answerDue(state, submittedAt)
      return {
        contactDueAt: times.contactDue(state, submittedAt),
        dueAt: times.extendedDue(state, first),
        from: basis.at,
      }
    }
    case 'reopened': {
      const again = times.reopenDue(state, basis.at)
      return { contactDueAt: earlier(times.contactDue(state, basis.at), again), dueAt: again, from: basis.at }
    }
    case 'moved':
      return { contactDueAt, dueAt, from: submittedAt }
  }
}
