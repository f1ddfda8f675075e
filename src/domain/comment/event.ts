import type { ContentRef } from '../decision.ts'

/**
 * Events of a comment. Its words and the number of its writer are sealed, each under a key of its own. `path`: the union of
 * the article, itself first; `by`: an account.
 */
export type CommentEvent =
  | {
      readonly kind: 'CommentWritten'
      readonly body: {
        readonly article: string
        readonly unit: number
        readonly path: readonly number[]
        readonly content: Readonly<Record<'text' | 'phone', ContentRef>>
      }
    }
  | { readonly kind: 'CommentPublished'; readonly body: { readonly by: string | null } }
  /** Not published, or no longer. `reason`: a code of rules/news.yaml, which its writer reads. */
  | { readonly kind: 'CommentRefused'; readonly body: { readonly by: string | null; readonly reason: string } }
  | { readonly kind: 'CommentWithdrawn'; readonly body: Readonly<Record<string, never>> }
  /** Always with the taking back: keys of words and number are destroyed, and nobody opens them again (domain §4). */
  | {
      readonly kind: 'ContentErased'
      readonly body: { readonly parts: readonly ('identity' | 'text')[]; readonly reason: 'withdrawn' }
    }
