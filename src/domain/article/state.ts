import type { ContentRef } from '../decision.ts'
import type { ArticleHead } from './command.ts'

/** What the public can read. */
export type PublicText = {
  readonly head: ArticleHead
  readonly version: number
  readonly revision: number
  readonly words: ContentRef
  readonly releasedAt: string
  readonly changedAt: string
  /** Why it is another version than the first; null for the first. */
  readonly note: 'corrected' | 'person' | null
}

/** An article, folded from its events. Holds no word of it. */
export type ArticleState = {
  readonly id: string
  readonly unit: number
  readonly path: readonly number[]
  /** Of the text last written. */
  readonly head: ArticleHead
  readonly revision: number
  readonly words: ContentRef
  /** `settled`: nothing waits to be released. */
  readonly stage: 'draft' | 'offered' | 'settled'
  /** Accounts that wrote the text that waits. */
  readonly writers: readonly string[]
  readonly public: PublicText | null
  /** An editor opened it to comments. */
  readonly comments: boolean
  /** Why the whole of it was taken off, and the version that says so. */
  readonly withdrawn: { readonly reason: string; readonly version: number; readonly at: string } | null
}

/** What people call where it stands. */
export type ArticleStatus = 'draft' | 'offered' | 'released' | 'withdrawn'

/** A correction that waits leaves the article released. */
export function statusOf({ stage, public: told, withdrawn }: ArticleState): ArticleStatus {
  if (withdrawn) return 'withdrawn'
  if (told) return 'released'
  return stage === 'offered' ? 'offered' : 'draft'
}

/**
 * Whether it may be open to comments at all: published, and of nobody. Who knows a worker that is told about would name and
 * judge them; and what was taken out of an article must not come back under it.
 */
export function isForComments({ public: told, withdrawn }: Pick<ArticleState, 'public' | 'withdrawn'>): boolean {
  return told !== null && withdrawn === null && told.head.tells === 'nobody' && told.note !== 'person'
}

/** Whether comments on it are taken and shown, as far as the article goes. */
export function takesComments(article: Pick<ArticleState, 'public' | 'withdrawn' | 'comments'>): boolean {
  return article.comments && isForComments(article)
}
