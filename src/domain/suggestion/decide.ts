import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import { findPersonal } from '../mask.ts'
import { mayAtUnit } from '../unit-grants.ts'
import type { SuggestionCommand } from './command.ts'
import type { SuggestionEvent } from './event.ts'
import type { RaiseSuggestionFacts, SuggestionFacts } from './facts.ts'
import { mayOnSuggestion, suggestionGrants } from './may.ts'
import type { SuggestionState } from './state.ts'

type Of<K extends SuggestionCommand['kind']> = Extract<SuggestionCommand, { kind: K }>
type Decided = Decision<SuggestionEvent>

/**
 * A union suggests a policy; the level above is asked first. Refused: `not-allowed`, `unit.unknown`, `issue.unknown`,
 * `title.names-someone`, `suggestion.nobody-above`.
 */
export function raise(command: Of<'suggestion.raise'>, facts: RaiseSuggestionFacts): Decided {
  const { unit, title, text, issue } = command
  const answer = mayAtUnit(suggestionGrants, facts.actor, 'suggestion.raise', facts.unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || !facts.unit) return refused('unit.unknown', { unit })
  if (!facts.issueKnown) return refused('issue.unknown')
  if (findPersonal(title).length > 0) return refused('title.names-someone')
  const sent = sentOn(facts)
  if (!sent) return refused('suggestion.nobody-above')
  const body = { unit, path: facts.unit.path, title, issue: issue ?? null }
  return accepted<SuggestionEvent>({ kind: 'SuggestionRaised', body, seal: said('suggestion.text', text) }, sent)
}

/**
 * The level it waits for says what it thinks, in words (after 北京条例 Art 20: the level above must state an opinion). With
 * its support it climbs to the next level that is staffed, and ends at the last; else it ends here. Refused: `not-allowed`,
 * `suggestion.ended`.
 */
export function opine(state: SuggestionState, command: Of<'suggestion.opine'>, facts: SuggestionFacts): Decided {
  const { waits } = state
  if (!waits) return refused('suggestion.ended')
  if (mayOnSuggestion(facts.actor, 'suggestion.opine', state) !== 'yes') return refused('not-allowed')
  const { opinion } = command
  const opined = {
    kind: 'SuggestionOpined',
    body: { unit: waits.unit, opinion, late: facts.today > waits.dueOn },
    seal: said('suggestion.opinion', command.text),
  } as const
  const climbs = opinion === 'support' || opinion === 'support-with-changes'
  const on = climbs ? sentOn(facts) : null
  const ended = { kind: 'SuggestionEnded', body: { unit: waits.unit, as: opinion } } as const
  return accepted<SuggestionEvent>(opined, on ?? ended)
}

/** To the nearest level above that is staffed; null where there is none. */
function sentOn({ above, dueOn }: SuggestionFacts): Draft<SuggestionEvent> | null {
  const at = above.findIndex(({ staffed }) => staffed)
  const next = above[at]
  if (!next) return null
  const passed = above.slice(0, at).map(({ unit }) => unit)
  return { kind: 'SuggestionSent', body: { unit: next.unit, path: next.path, dueOn, passed } }
}

function said(kind: string, value: string) {
  return { text: { part: 'text', kind, value } } as const
}
