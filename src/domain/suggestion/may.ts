import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant } from '../unit-grants.ts'
import type { SuggestionVerb } from './command.ts'
import type { SuggestionState } from './state.ts'

/**
 * Who may do what with a policy suggestion. Whoever works with workers' matters raises one for their own union; each level
 * on its way gives its opinion by its head or the leading group's office; all on its way read it from the beginning, and
 * so the answer is read where it was raised.
 */
export const suggestionGrants: readonly UnitGrant<SuggestionVerb>[] = [
  ...(['head', 'organiser', 'triage', 'handler'] as const).flatMap((role) => [
    { role, verb: 'suggestion.raise', reach: 'own' } as const,
    { role, verb: 'suggestion.read', reach: 'subtree' } as const,
  ]),
  { role: 'head', verb: 'suggestion.opine', reach: 'own' },
  { role: 'organiser', verb: 'suggestion.opine', reach: 'own' },
]

/** Roles by which a level can give its opinion: a level without one is passed by. */
export const opining = [
  ...new Set(suggestionGrants.flatMap(({ role, verb }) => (verb === 'suggestion.opine' ? [role] : []))),
]

/** What the table looks at: a state, or a row of the projection. */
export type SuggestionTarget = Pick<SuggestionState, 'path'> & {
  readonly waits: { readonly path: readonly number[] } | null
}

/** Whether the actor may use the verb on a suggestion that is there. */
export function mayOnSuggestion(actor: Actor, verb: SuggestionVerb, { path, waits }: SuggestionTarget): UnitAnswer {
  if (mayAtUnit(suggestionGrants, actor, 'suggestion.read', path) !== 'yes') return 'hidden'
  if (verb === 'suggestion.read') return 'yes'
  return waits && mayAtUnit(suggestionGrants, actor, verb, waits.path) === 'yes' ? 'yes' : 'no'
}

/** The verbs the actor may use on a suggestion now. */
export function suggestionVerbs(actor: Actor, suggestion: SuggestionTarget): readonly SuggestionVerb[] {
  return mayOnSuggestion(actor, 'suggestion.opine', suggestion) === 'yes' ? ['suggestion.opine'] : []
}

/** Whether the post reads suggestions at all. */
export function readsSuggestions(actor: Actor): boolean {
  return actor.kind === 'staff' && mayAtUnit(suggestionGrants, actor, 'suggestion.read', [actor.unit]) === 'yes'
}
