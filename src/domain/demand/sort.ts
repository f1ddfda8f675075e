import { type Decision, type Draft, refused } from '../decision.ts'
import { answerClock, earlier } from '../order/answer-clock.ts'
import type { DemandEvent } from './event.ts'
import type { TriageFacts } from './facts.ts'
import { awaitsTriage, isOpen } from './next.ts'
import type { DemandState } from './state.ts'

/** What triage decides of a matter, before who leads it. */
export type Sorted = {
  readonly topic: string
  readonly nature: string
  readonly urgency: string
  readonly difficulty: string
}

/** Why it cannot be triaged like this, whatever the outcome; null where it can. */
export function notSortable(
  state: DemandState,
  { topic, nature }: { readonly topic: string; readonly nature: string },
  facts: TriageFacts,
): Extract<Decision<never>, { refused: unknown }> | null {
  if (!awaitsTriage(state)) return refused(isOpen(state) ? 'demand.already-triaged' : 'demand.closed')
  if (!facts.topicKnown) return refused('topic.unknown', { topic })
  return facts.natureKnown ? null : refused('nature.unknown', { nature })
}

/** The triage itself. A due that stands is kept where it is earlier, and where answering or reopening has overtaken it. */
export function triaged(
  state: DemandState,
  { topic, nature, urgency, difficulty }: Sorted,
  blocked: readonly number[],
  { times, restricted, now }: TriageFacts,
): Draft<DemandEvent> {
  const ofClass = { urgency, difficulty, nature }
  const { submittedAt, dueAt, contactDueAt } = state
  const overtaken = state.status === 'answered' || state.status === 'reopened'
  const kept = (stood: string | null, counted: string) =>
    stood === null ? counted : overtaken ? stood : earlier(stood, counted)
  const answerDueAt = kept(dueAt, times.answerDue(ofClass, submittedAt))
  return {
    kind: 'DemandTriaged',
    body: {
      ...{ topic, nature, urgency, difficulty, blocked, restricted },
      contactDueAt: kept(contactDueAt, times.contactDue(ofClass, submittedAt)),
      ...answerClock(submittedAt, answerDueAt, times),
      interimAt: times.interimAt(ofClass, now),
      provisional: times.provisional(answerDueAt, submittedAt),
    },
  }
}
