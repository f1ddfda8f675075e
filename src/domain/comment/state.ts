/** Where a comment stands. `withdrawn` by its writer, for good. */
export type CommentStatus = 'waiting' | 'published' | 'refused' | 'withdrawn'

/** A comment, folded from its events. Holds no word of it. */
export type CommentState = {
  readonly id: string
  readonly article: string
  readonly unit: number
  readonly path: readonly number[]
  readonly status: CommentStatus
  /** Why it is not published; null otherwise. */
  readonly reason: string | null
  readonly writtenAt: string
  /** Since when everybody reads it; null where nobody does. */
  readonly publishedAt: string | null
}
