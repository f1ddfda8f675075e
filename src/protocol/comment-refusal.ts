/** Refusals around comments of readers. */
export const commentRefusals = {
  'comments.off': { doc: 'This federation takes no comments (rules/news.yaml).', retry: 'never' },
  'comments.so': { doc: 'It is open, or closed, already.', retry: 'never' },
  'comments.about-person': { doc: 'It tells of a worker, or did: nobody comments on that.', retry: 'never' },
  'comments.closed': { doc: 'The article takes no comments.', retry: 'never' },
  'comment.unknown': { doc: 'No such comment within your reach.', field: 'comment', retry: 'after-change' },
  'comment.too-long': { doc: 'The comment is too long. Parameter: most.', field: 'text', retry: 'after-change' },
  'comment.personal': { doc: 'A number in it reaches a person.', field: 'text', retry: 'after-change' },
  'comment.over': { doc: 'It was decided before, or taken back.', retry: 'never' },
  'comment.writers-only': { doc: 'Only who wrote it takes it back.', retry: 'never' },
} as const
