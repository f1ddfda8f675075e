import { linkOptions } from '@tanstack/react-router'
import { readAsking } from '../figures/asking.ts'
import { readAsking as readIssueAsking } from '../issues/asking.ts'
import type { TextKey } from '../text/zh.ts'

/** A page of the desk that is no list of demands. */
type Place = {
  readonly text: TextKey
  /** Shown to posts that have one of these verbs; empty: to every post. */
  readonly verbs: readonly string[]
  readonly link: { readonly to: string }
}

/** What the rail leads to below the lists, in this order. */
export const places = [
  { text: 'line.menu', verbs: ['line.see'], link: linkOptions({ to: '/line' }) },
  { text: 'visits.menu', verbs: ['visit.read'], link: linkOptions({ to: '/visits' }) },
  { text: 'workshop.menu', verbs: ['demand.raise', 'visit.read'], link: linkOptions({ to: '/posters' }) },
  { text: 'figures.menu', verbs: [], link: linkOptions({ to: '/figures', search: readAsking({}) }) },
  { text: 'deeds.menu', verbs: ['deed.read'], link: linkOptions({ to: '/deeds' }) },
  {
    text: 'issues.menu',
    verbs: ['issue.read', 'suggestion.read', 'practice.read'],
    link: linkOptions({ to: '/issues', search: readIssueAsking({}) }),
  },
  { text: 'meetings.menu', verbs: ['meeting.read'], link: linkOptions({ to: '/meetings' }) },
  { text: 'training.menu', verbs: [], link: linkOptions({ to: '/training' }) },
  { text: 'news.menu', verbs: ['article.read'], link: linkOptions({ to: '/news' }) },
  { text: 'openings.menu', verbs: ['opening.read'], link: linkOptions({ to: '/openings' }) },
  { text: 'tables.menu', verbs: ['asked.see'], link: linkOptions({ to: '/tables' }) },
] as const satisfies readonly Place[]
