import type { ArticleState } from '../../domain/article/state.ts'
import { statusOf } from '../../domain/article/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { SeriesState } from '../../domain/series/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a series. */
export function projectSeries(state: unknown): readonly TableRows[] {
  const { id, unit, path, title, topic } = state as SeriesState
  return [{ table: 'series', replaces: [id], rows: [{ realm: realmOfId(id), id, unit, path, title, topic }] }]
}

/** The row of an article as its paper sees it: where it stands, whom it tells of, no word of it. */
export function projectArticle(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const article = state as ArticleState
  const { id, unit, path, head, revision, stage, writers, public: told } = article
  const { series = null, part = null, author, source, topics, tells, demand = null } = head
  const row = {
    ...{ realm: realmOfId(id), id, unit, path, series, part, author, source, topics, tells, demand },
    ...{ status: statusOf(article), stage, revision, writers, public_version: told?.version ?? null },
    // Whose consent what is public stands on: another one than that of a correction under way.
    public_demand: told && told.head.tells === 'worker' && !article.withdrawn ? (told.head.demand ?? null) : null,
    released_at: told?.releasedAt ?? null,
    changed_at: events.at(-1)?.at ?? null,
  }
  return [{ table: 'article', replaces: [id], rows: [row] }]
}
