import { localDateOf } from '../calendar/local-time.ts'
import { evolve, type RecordedSuggestionEvent } from '../suggestion/evolve.ts'
import type { SuggestionState } from '../suggestion/state.ts'
import type { Counted } from './measure.ts'

/** What a suggestion counts as, for the union that raised it and all above. */
export function countSuggestion(events: readonly RecordedSuggestionEvent[]): readonly Counted[] {
  const suggestion = events.reduce((state: SuggestionState | null, event) => evolve(state, event), null)
  if (!suggestion) return []
  const { path, raisedAt, ended } = suggestion
  const common = { path, cuts: [], persons: 0 }
  const raised = { measure: 'suggestions-raised', on: localDateOf(Date.parse(raisedAt)), ...common } as const
  if (!ended) return [raised]
  return [raised, { measure: 'suggestions-answered', on: localDateOf(Date.parse(ended.at)), ...common }]
}
