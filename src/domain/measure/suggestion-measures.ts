/** What is counted of policy suggestions. */
export const suggestionMeasures = [
  'suggestions-raised',
  /** Some level ended it, or the last one answered. */
  'suggestions-answered',
] as const

/** A measure of suggestions. */
export type SuggestionMeasure = (typeof suggestionMeasures)[number]
