import type { OutreachEvent } from '../outreach/event.ts'
import { evolve, type OutreachState } from '../outreach/evolve.ts'
import type { Counted } from './measure.ts'

/** What an enterprise in a year counts as: one, on the day of the first visit, at the union of its territory. */
export function countOutreach(events: readonly (OutreachEvent & { readonly stream: string })[]): readonly Counted[] {
  const state = events.reduce<OutreachState | null>(evolve, null)
  if (!state?.reached) return []
  return [{ measure: 'enterprises-visited', on: state.on, path: state.path, cuts: [], persons: 0 }]
}
