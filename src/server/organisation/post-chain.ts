/**
 * The first post of those that followed one another, which is how a post is named over its handovers [post_chain]. A `case`, because
 * `coalesce` may be no index's condition under a policy (db/migrations/0040).
 * @param post the alias of the post in the question
 */
export const chainOfPost = (post: string) =>
  `(case when ${post}.first_post is null then ${post}.id else ${post}.first_post end)`
