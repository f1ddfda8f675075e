import { isLocalDate, localDateOf } from '../calendar/local-time.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import type { OrderCommand } from './command.ts'
import { wasReached } from './in-hand.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>

/**
 * COMMITTED (§2.6): somebody promised something for a day, and the worker agreed to wait in live contact or in the thread.
 * The callback moves to the day after; the answer due stays where it is, for a promise is no pause.
 */
export function commit(state: DemandState, command: Of<'commitment.make'>, facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.orderState !== 'signed' && state.orderState !== 'answered') return refused('order.not-signed')
  if (state.order.pause) return refused('order.paused')
  if (state.order.commitment) return refused('commitment.one-at-a-time')
  if (!command.workerAgreed || !wasReached(state)) return refused('commitment.worker-must-agree')
  const { promisedOn, promisor, amountFen = null } = command
  if (!isLocalDate(promisedOn) || promisedOn <= localDateOf(Date.parse(facts.now))) return refused('commitment.past')
  const promisedAt = facts.times.promiseInstant(promisedOn)
  const callbackAt = facts.times.afterPromise(promisedOn)
  return accepted<DemandEvent>({
    kind: 'CommitmentMade',
    body: { promisedOn, promisedAt, callbackAt, promisor, amountFen },
    seal: textSlot('commitment', command.text),
  })
}

/** The worker never agreed to this: the promise is none, and the matter is in hand again (law 2). */
export function contradict(
  state: DemandState,
  command: Of<'commitment.contradict'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('commitment.workers-only')
  if (!isOpen(state)) return refused('demand.closed')
  if (!state.order.commitment) return refused('commitment.nothing')
  const seal = textSlot('contradiction', command.text)
  return accepted<DemandEvent>({ kind: 'CommitmentContradicted', body: {}, seal })
}
