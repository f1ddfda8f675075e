/** Refusals about common issues, policy suggestions and practices; spread into `refusals`. */
export const issueRefusals = {
  'issue.one-place': {
    doc: 'Name exactly one place: an employer or a region.',
    field: 'region',
    retry: 'after-change',
  },
  'issue.topic-alone': {
    doc: 'One section alone sees matters of this leaf: nothing is counted of them here.',
    retry: 'never',
  },
  'issue.already-open': { doc: 'Your union has an open issue for this leaf in this place.', retry: 'never' },
  'issue.as-it-is': { doc: 'It is so already.', retry: 'never' },
  'issue.past-day': { doc: 'That day is over: name a later one.', field: 'until', retry: 'after-change' },
  'issue.no-task': { doc: 'There is no such task, or it is done. Parameter: task.', field: 'task', retry: 'never' },
  'issue.closed': { doc: 'The issue is closed: open it again first.', retry: 'after-change' },
  'issue.not-closed': { doc: 'The issue is open.', retry: 'never' },
  'issue.unknown': { doc: 'No such common issue within reach of the union.', field: 'issue', retry: 'after-change' },
  'suggestion.nobody-above': { doc: 'Nobody at any level above could give an opinion.', retry: 'later' },
  'suggestion.ended': { doc: 'It was answered; nobody is asked any more.', retry: 'never' },
  'practice.where': {
    doc: 'Name unions once each, at or below the one that describes it, and not too many.',
    field: 'where',
    retry: 'after-change',
  },
  'practice.ended': { doc: 'The practice is over.', retry: 'never' },
  'practice.adopted': { doc: 'It is tried at that union already.', retry: 'never' },
  'text.names-someone': {
    doc: 'Every union reads this text: it holds a number that reaches or names somebody.',
    field: 'text',
    retry: 'after-change',
  },
  'title.names-someone': {
    doc: 'A title is about the matter: it holds a number that reaches or names somebody.',
    field: 'title',
    retry: 'after-change',
  },
} as const
