/** Faults of the news room. */
export const newsFaults = {
  'news.taken-off': 'The article was taken off.',
  'article.unreadable': 'There is no text in the file, or it takes too long to read.',
} as const

/** Refusals of the news room. */
export const newsRefusals = {
  'article.unknown': { doc: 'No such article within your reach.', field: 'article', retry: 'after-change' },
  'series.unknown': { doc: 'No such series of this union.', field: 'series', retry: 'after-change' },
  'news-topic.unknown': { doc: 'No such topic. Parameter: topic.', field: 'topics', retry: 'after-change' },
  'measure.unknown': {
    doc: 'Nothing is counted by that name. Parameter: measure.',
    field: 'blocks',
    retry: 'after-change',
  },
  'article.empty': { doc: 'There is nothing to read in it.', field: 'blocks', retry: 'after-change' },
  'article.picture': {
    doc: 'A picture is no whole PNG or JPEG. Parameter: block, its place from 1.',
    field: 'blocks',
    retry: 'after-change',
  },
  'article.whose': {
    doc: 'Something is marked as a worker’s, but the article is said to tell of nobody.',
    field: 'tells',
    retry: 'after-change',
  },
  'article.withdrawn': { doc: 'The article was taken off.', retry: 'never' },
  'article.not-a-draft': { doc: 'It is not a draft that waits to be offered.', retry: 'never' },
  'article.not-offered': { doc: 'Nothing of it was offered for release.', retry: 'later' },
  'article.own': { doc: 'Who wrote it does not release it: another person does.', retry: 'never' },
  'article.not-released': { doc: 'It is not published.', retry: 'later' },
  'article.correct-it': { doc: 'It is published: correct it, with a note.', retry: 'never' },
  'article.findings': { doc: 'Answer what may point to somebody. Parameter: n.', retry: 'after-change' },
  'article.tells-nobody': { doc: 'It tells of no worker, or no longer.', retry: 'never' },
  'consent.missing': { doc: 'The worker it tells of has not agreed, or no longer agrees.', retry: 'later' },
  'consent.picture': { doc: 'The worker agreed to words, not to a picture.', retry: 'after-change' },
  'consent.name': {
    doc: 'The worker agreed to the story, not to the name. Parameter: block, its place from 1; 0 is the title.',
    retry: 'after-change',
  },
  'article.unmarked': {
    doc: 'The worker is named where nothing is marked as theirs: it would stay when the consent is taken back. Parameter: block, its place from 1; 0 is the title.',
    retry: 'after-change',
  },
  'consent.in-force': { doc: 'The consent is in force.', retry: 'never' },
  'consent.given': { doc: 'It was agreed to before.', retry: 'never' },
  'consent.not-given': { doc: 'There is nothing to take back.', retry: 'never' },
  'consent.while-open': { doc: 'A story is told only once the matter is closed.', retry: 'later' },
  'consent.other-text': { doc: 'The text of the consent has changed: read it again.', retry: 'after-change' },
  'consent.workers-only': { doc: 'Only the worker agrees, and takes it back.', retry: 'never' },
} as const
