import type { CommentEvent } from './event.ts'
import type { CommentState } from './state.ts'

/** An event of a comment as it stands in the ledger. */
export type PastCommentEvent = CommentEvent & { readonly at: string; readonly stream: string }

/** Folds one event. Reads no rule and no clock. */
export function evolve(before: CommentState | null, event: PastCommentEvent): CommentState {
  if (event.kind === 'CommentWritten') {
    const { article, unit, path } = event.body
    const fresh = { status: 'waiting', reason: null, publishedAt: null } as const
    return { id: event.stream, article, unit, path, writtenAt: event.at, ...fresh }
  }
  if (!before) throw new Error(`the first event of a comment is CommentWritten, not ${event.kind}`)
  switch (event.kind) {
    case 'CommentPublished':
      return { ...before, status: 'published', reason: null, publishedAt: event.at }
    case 'CommentRefused':
      return { ...before, status: 'refused', reason: event.body.reason, publishedAt: null }
    case 'CommentWithdrawn':
      return { ...before, status: 'withdrawn', reason: null, publishedAt: null }
    case 'ContentErased':
      return before
  }
}
