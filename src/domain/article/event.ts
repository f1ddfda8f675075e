import type { ContentRef } from '../decision.ts'
import type { ArticleHead, FindingAnswer } from './command.ts'

/** Title, blocks and note are sealed as one value of kind `article.words`: any of them may tell of a worker. */
type Content = { readonly content: { readonly words: ContentRef } }

/** A text was written. `by`: the account, so that nobody releases what they wrote themselves. */
type Written = ArticleHead & Content & { readonly revision: number; readonly by: string | null }

/** Events of an article. `path`: the union with its ancestors, itself first. */
export type ArticleEvent =
  | {
      readonly kind: 'ArticleWritten'
      readonly body: Written & { readonly unit: number; readonly path: readonly number[] }
    }
  | { readonly kind: 'ArticleRevised'; readonly body: Written }
  | { readonly kind: 'ArticleOffered'; readonly body: { readonly revision: number } }
  /** `version` counts what the public saw. Its content is what was published, frozen figures included. */
  | {
      readonly kind: 'ArticleReleased'
      readonly body: Content & {
        readonly revision: number
        readonly version: number
        readonly by: string | null
        readonly answered: readonly FindingAnswer[]
      }
    }
  | { readonly kind: 'ArticleCorrected'; readonly body: Written }
  /** What was told of the worker is out: a new version without it. The version before stays sealed. */
  | {
      readonly kind: 'PersonTakenOut'
      readonly body: Content & { readonly version: number; readonly reason: string }
    }
  /** Readers may comment on it, or no longer. */
  | { readonly kind: 'CommentsOpened'; readonly body: { readonly by: string | null } }
  | { readonly kind: 'CommentsClosed'; readonly body: { readonly by: string | null } }
  | { readonly kind: 'ArticleWithdrawn'; readonly body: { readonly version: number; readonly reason: string } }
