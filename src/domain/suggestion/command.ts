/** What a level says to a suggestion: carry it on, carry it on with changes, say no, or settle it itself. */
export const opinions = ['support', 'support-with-changes', 'decline', 'settled-here'] as const
/** What a level says to a suggestion. */
export type Opinion = (typeof opinions)[number]

/** Commands on a policy suggestion 政策建议. `unit` is an integer id, `issue` and `suggestion` are streams. */
export type SuggestionCommand =
  | {
      readonly kind: 'suggestion.raise'
      readonly unit: number
      readonly title: string
      readonly text: string
      /** The common issue it came of. */
      readonly issue?: string | undefined
    }
  | {
      readonly kind: 'suggestion.opine'
      readonly suggestion: string
      readonly opinion: Opinion
      readonly text: string
    }

/** Verbs on a suggestion: the kinds of the commands, and reading it. */
export type SuggestionVerb = SuggestionCommand['kind'] | 'suggestion.read'
