import type { zhNews } from './zh-news.ts'

/** The news room: its page, and why something of it was not accepted. */
export const enNews: Readonly<Record<keyof typeof zhNews, string>> = {
  'event.ConsentGiven': 'The worker agreed to a public story',
  'event.ConsentWithdrawn': 'The worker took back the consent to a public story',
  'fault.news.taken-off': 'This article was taken off.',
  'refusal.article.unknown': 'No such article within your reach.',
  'refusal.series.unknown': 'Your union has no such series: choose again.',
  'refusal.news-topic.unknown': 'No such topic: choose again.',
  'refusal.measure.unknown': 'No such measure: choose again.',
  'refusal.article.empty': 'Nothing to read yet. Write a title and at least one paragraph.',
  'refusal.article.whose':
    'A block is marked as telling of a worker, but the article is said to tell of nobody. Change one of them.',
  'refusal.article.withdrawn': 'This article was taken off and cannot be changed.',
  'refusal.article.not-a-draft': 'There is no draft to offer.',
  'refusal.article.not-offered': 'Not offered yet. Its writer offers it, another person releases it.',
  'refusal.article.own': 'Who wrote it does not release it. Ask another editor or the head of your union.',
  'refusal.article.not-released': 'This article is not published.',
  'refusal.article.correct-it': 'It is published: use “Correct” and say what was changed.',
  'refusal.article.findings': '{n} places may point to somebody: answer each before you release.',
  'refusal.article.tells-nobody': 'It tells of no worker, or what it told was taken off.',
  'refusal.consent.missing':
    'Without the worker’s consent it is not released. Only the worker gives it, on the follow page; the handler must not ask.',
  'refusal.consent.picture':
    'The worker agreed to the story, not to a picture. Take the picture out and offer it again.',
  'refusal.consent.in-force': 'The worker’s consent is in force.',
  'refusal.consent.given': 'It was agreed to before.',
  'refusal.consent.not-given': 'There is nothing to take back.',
  'refusal.consent.while-open': 'Whether to tell it in public is said once the matter is closed.',
  'refusal.consent.other-text': 'The text of the consent has changed: read it again.',
  'refusal.consent.workers-only': 'Only the worker agrees, and takes it back.',
}
