/** Refusals about leaving an unfair score out of the rates; spread into `refusals`. */
export const exclusionRefusals = {
  'exclusion.no-word': { doc: 'The worker has said nothing that counts in a rate.', retry: 'later' },
  'exclusion.pending': { doc: 'It was applied for, and the level above has not decided.', retry: 'later' },
  'exclusion.decided': { doc: 'It was decided before; only a new word of the worker begins anew.', retry: 'never' },
  'exclusion.too-late': { doc: 'The time to apply, counted from the worker’s word, is over.', retry: 'never' },
  'exclusion.nobody': { doc: 'No level above has two persons who could decide.', retry: 'later' },
  'exclusion.nothing': { doc: 'Nothing is to be decided about the rates.', retry: 'never' },
  'exclusion.lapsed': { doc: 'The time to decide is over: the word counts.', retry: 'never' },
  'exclusion.same-person': { doc: 'Two persons decide: you agreed before.', retry: 'never' },
  'exclusion.say-why': { doc: 'Say why it stays in the rates.', field: 'text', retry: 'after-change' },
} as const
