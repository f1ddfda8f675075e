/** Refusals of visits and contact points; part of `refusals`. */
export const visitRefusals = {
  'visit.unknown': { doc: 'No such visit within your reach.', field: 'visit', retry: 'after-change' },
  'visit.where': {
    doc: 'Say where by one of contact point, enterprise and region.',
    field: 'place',
    retry: 'after-change',
  },
  'visit.not-planned': { doc: 'It was recorded or dropped before.', retry: 'never' },
  'visit.not-recorded': { doc: 'There is nothing recorded to correct.', retry: 'never' },
  'visit.not-yours': { doc: 'Who recorded a visit corrects it.', retry: 'never' },
  'visit.too-late': { doc: 'The days for correcting are over. Parameter: days.', retry: 'never' },
  'visit.nothing-changed': { doc: 'Say what was otherwise.', retry: 'after-change' },
  'visit.code-unknown': { doc: 'No such code. Parameters: list, code.', retry: 'after-change' },
  'visit.ahead': { doc: 'It lies ahead: record a visit once it was paid.', field: 'startedAt', retry: 'after-change' },
  'visit.order': { doc: 'A visit ends after it begins.', field: 'endedAt', retry: 'after-change' },
  'outreach.as-it-is': { doc: 'That is how the enterprise stands already.', retry: 'never' },
  'place.unknown': { doc: 'No such contact point within your reach.', field: 'place', retry: 'after-change' },
  'place.kind-unknown': {
    doc: 'No such kind of contact point. Parameter: kind.',
    field: 'kind',
    retry: 'after-change',
  },
  'place.names-someone': {
    doc: 'The name of a contact point leads to a person: it holds a number or a plate.',
    field: 'name',
    retry: 'after-change',
  },
  'place.ended': { doc: 'The contact point is kept no longer. Parameter: on.', retry: 'never' },
  'place.order': { doc: 'The first day comes before the last.', field: 'toOn', retry: 'after-change' },
  'place.as-it-is': { doc: 'This post owns the contact point already.', retry: 'never' },
  'place.stationed': { doc: 'The post is stationed there then already. Parameter: entry.', retry: 'after-change' },
  'place.not-stationed': { doc: 'No such stationing. Parameter: entry.', field: 'entry', retry: 'after-change' },
} as const
