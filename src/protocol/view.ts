import type * as z from 'zod/mini'
import { commentViews } from './comment-view.ts'
import { countedViews } from './counted-view.ts'
import { deedViews } from './deed-view.ts'
import { demandListViews } from './demand-list-view.ts'
import { demandPageViews } from './demand-page-view.ts'
import { followViews } from './follow-view.ts'
import { issueViews } from './issue-view.ts'
import { lineViews } from './line-view.ts'
import { meetingViews } from './meeting-view.ts'
import { newsViews } from './news-view.ts'
import { practiceViews } from './practice-view.ts'
import { readingViews } from './reading-view.ts'
import { rulesViews } from './rules-view.ts'
import { sheetViews } from './sheet-view.ts'
import { staffViews } from './staff-view.ts'
import { suggestionViews } from './suggestion-view.ts'
import { trainingViews } from './training-view.ts'
import { visitViews } from './visit-view.ts'

export { demandLists } from './demand-list-view.ts'
export { TimelineRow } from './demand-page-view.ts'
export { DemandRow } from './demand-row.ts'

/**
 * The view registry: what can be asked for reading, under `GET /api/view/{name}?…`. Parameters arrive as text. Every row
 * of a demand carries the verbs the asker may use on it now.
 */

/** What can be read, by name: parameters, answer, who may ask. */
export const views = {
  ...deedViews,
  ...meetingViews,
  ...staffViews,
  ...demandListViews,
  ...demandPageViews,
  ...countedViews,
  ...lineViews,
  ...sheetViews,
  ...visitViews,
  ...issueViews,
  ...suggestionViews,
  ...practiceViews,
  ...rulesViews,
  ...newsViews,
  ...readingViews,
  ...commentViews,
  ...followViews,
  ...trainingViews,
} as const
/** Name of a view. */
export type ViewName = keyof typeof views
/** Answer of a view. */
export type ViewAnswer<N extends ViewName> = z.infer<(typeof views)[N]['answer']>
/** Parameters of a view. */
export type ViewParams<N extends ViewName> = z.infer<(typeof views)[N]['params']>
