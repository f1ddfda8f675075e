import type { BriefEvent } from './event.ts'
import type { BriefState } from './state.ts'

/** An event of a brief as it stands in the ledger. */
export type RecordedBriefEvent = BriefEvent & { readonly stream: string; readonly at: string }

/** Folds one event into the state; the first is always `BriefDelivered`. */
export function evolve(state: BriefState | null, event: RecordedBriefEvent): BriefState {
  if (event.kind === 'BriefDelivered') {
    const open = { receivedAt: null, plannedAt: null, plan: null, parts: [] }
    return { id: event.stream, ...event.body, deliveredAt: event.at, ...open }
  }
  if (!state) throw new Error(`${event.kind} cannot be the first event of a brief`)
  switch (event.kind) {
    case 'BriefReceived':
      return { ...state, receivedAt: event.at }
    case 'BriefPlanned':
      return { ...state, plannedAt: event.at, plan: event.body.content.plan.id }
    case 'BriefDecomposed':
      return { ...state, parts: event.body.parts }
  }
}
