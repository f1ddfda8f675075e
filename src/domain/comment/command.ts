/** Commands on a comment 评论. `comment` is its stream; `comment.write` makes one under `article`. */
export type CommentCommand =
  | {
      readonly kind: 'comment.write'
      readonly article: string
      readonly text: string
      /** The number whose code was typed in; sealed apart, opened for nobody of the union. */
      readonly phone: string
    }
  | { readonly kind: 'comment.publish'; readonly comment: string }
  | { readonly kind: 'comment.refuse'; readonly comment: string; readonly reason: string }
  | { readonly kind: 'comment.withdraw'; readonly comment: string }

/** What a post may do with comments on its paper; `comment.read` is the list of them. */
export type CommentVerb = 'comment.read' | 'comment.publish' | 'comment.refuse'
