import type { LeadingGroupEvent } from './event.ts'
import type { LeadingGroupState } from './state.ts'

/** An event of a leading group as it stands in the ledger. */
export type RecordedLeadingGroupEvent = LeadingGroupEvent & { readonly stream: string }

/** A group that is named again takes the place of the one before. */
export function evolve(_: LeadingGroupState | null, event: RecordedLeadingGroupEvent): LeadingGroupState {
  return { id: event.stream, ...event.body }
}
