import type { zhAudit } from './zh-audit.ts'

/** Texts of the auditor's pages. */
export const enAudit: Record<keyof typeof zhAudit, string> = {
  'openings.menu': 'Who looked',
  'openings.title': 'Who looked',
  'openings.about':
    'Sealed words that posts of this union and of those below it opened, newest first. The words themselves are not shown here. A post that opens the same words again within ten minutes stands once.',
  'openings.of': 'Opened was',
  'openings.all': 'Everything',
  'openings.noun.demand': 'a matter',
  'openings.noun.visit': 'a record of a visit',
  'openings.noun.deed': 'a deed',
  'openings.noun.issue': 'a common issue',
  'openings.noun.suggestion': 'a policy suggestion',
  'openings.noun.campaign': 'a note on the main line',
  'openings.noun.brief': 'a plan of a union',
  'openings.noun.sheet': 'a table',
  'openings.noun.article': 'an article',
  'openings.noun.other': 'other words',
  'openings.page': 'by opening its page',
  'openings.words': 'words',
  'openings.post': 'post: {role}',
  'openings.what': 'opened the {part} of {what}',
  'openings.for': 'for: {purpose}',
  'openings.see': 'See it',
  'openings.more': 'Show earlier ones',
  'openings.empty': 'Nothing yet',
  'openings.emptyOf': 'Nobody has opened {what} yet',
  'openings.emptyWhy': 'Once somebody opens sealed words, this shows which post it was, when, and what for.',
}
