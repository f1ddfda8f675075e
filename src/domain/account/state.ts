import type { PostGranted } from './event.ts'

/** A post as the account's stream knows it. Instants are ISO 8601 in UTC; `until` null while it is in force. */
export type HeldPost = PostGranted & { readonly since: string; readonly until: string | null }

/** Everything a decider needs to know of one account, folded from its events. */
export type AccountState = {
  readonly id: string
  /** The unit the person belongs to. */
  readonly unit: number
  readonly realm: number
  readonly posts: readonly HeldPost[]
  readonly disabledAt: string | null
}

/** The posts a person holds now. */
export function inForce(state: AccountState): readonly HeldPost[] {
  return state.posts.filter((post) => post.until === null)
}
