/** What a rule about deeds can refuse; part of `refusals`. */
export const deedRefusals = {
  'deed.field-wrong': {
    doc: 'A field of this kind of deed is missing, unknown or of the wrong form. Parameter: field.',
    field: 'fields',
    retry: 'after-change',
  },
  'deed.employer-missing': {
    doc: 'A deed for an enterprise names the enterprise.',
    field: 'employer',
    retry: 'after-change',
  },
  'deed.demand-unknown': { doc: 'No such demand within reach.', field: 'demand', retry: 'after-change' },
  'deed.fund-unknown': { doc: 'No such fund. Parameter: fund.', field: 'fund', retry: 'after-change' },
  'deed.fund-missing': { doc: 'Say where the money comes from.', field: 'fund', retry: 'after-change' },
  'deed.nobody': { doc: 'A deed for workers reaches at least one.', field: 'beneficiaries', retry: 'after-change' },
  'deed.surname-whole': {
    doc: 'The notice shows surnames alone: this is more. Parameter: n, its place from 1.',
    field: 'surnames',
    retry: 'after-change',
  },
  'deed.surname-missing': {
    doc: 'The public notice of this kind of deed shows a surname.',
    field: 'surnames',
    retry: 'after-change',
  },
  'deed.too-many-names': { doc: 'More names than beneficiaries.', field: 'beneficiaries', retry: 'after-change' },
  'deed.not-waiting': { doc: 'The deed waits for nothing of the kind.', retry: 'never' },
  'deed.own-proposal': { doc: 'Whoever proposed a deed does not sign for its money.', retry: 'never' },
  'deed.approved-before': { doc: 'You signed before: it takes another person.', retry: 'never' },
  'deed.not-approved': { doc: 'The money is not approved.', retry: 'later' },
  'deed.not-yet': { doc: 'The day it was done cannot lie ahead.', retry: 'after-change' },
  'deed.notice-running': {
    doc: 'The public notice is not over: it can be given from the day after. Parameter: until.',
    retry: 'later',
  },
  'deed.done-before': { doc: 'The deed was done.', retry: 'never' },
  'deed.not-done': { doc: 'Slips are made when the deed is done.', retry: 'later' },
  'deed.no-more-slips': {
    doc: 'Every beneficiary has a slip; only an employer that is named gets one. Parameter: left.',
    retry: 'never',
  },
  'deed.too-many-slips': { doc: 'Too many slips at once. Parameter: most.', retry: 'after-change' },
  'deed.by-slip-only': { doc: 'Only whoever holds a slip of this deed says that.', retry: 'never' },
  'deed.said-so': { doc: 'That is what you said before.', retry: 'never' },
} as const
