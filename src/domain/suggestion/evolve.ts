import { localDateOf } from '../calendar/local-time.ts'
import type { SuggestionEvent } from './event.ts'
import type { SuggestionState } from './state.ts'

/** An event of a suggestion as it stands in the ledger. */
export type RecordedSuggestionEvent = SuggestionEvent & { readonly stream: string; readonly at: string }

/** Folds one event into the state; the first raises it. Reads no rule and no clock. */
export function evolve(state: SuggestionState | null, event: RecordedSuggestionEvent): SuggestionState {
  if (event.kind === 'SuggestionRaised') {
    const { content, ...body } = event.body
    const nothing = { waits: null, opinions: [], passed: [], ended: null }
    return { id: event.stream, ...body, raisedAt: event.at, text: content.text.id, ...nothing }
  }
  if (!state) throw new Error(`a suggestion begins with ${event.kind}`)
  switch (event.kind) {
    case 'SuggestionSent':
      return { ...state, waits: event.body, passed: [...state.passed, ...event.body.passed] }
    case 'SuggestionOpined': {
      const { unit, opinion, late, content } = event.body
      const said = { unit, opinion, late, on: localDateOf(Date.parse(event.at)), text: content.text.id }
      return { ...state, opinions: [...state.opinions, said] }
    }
    case 'SuggestionEnded':
      return { ...state, waits: null, ended: { ...event.body, at: event.at } }
  }
}
