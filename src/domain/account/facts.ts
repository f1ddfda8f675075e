import type { Actor } from '../actor.ts'

/** A unit in force with its ancestors, itself first. */
export type SeatedUnit = { readonly unit: number; readonly path: readonly number[]; readonly realm: number }

/** What a decider of accounts may know beside state and command. Plain data, loaded by the pipeline. */
export type AccountFacts = {
  readonly actor: Actor
  /** The unit the command names; null when it names none, or none that is in force. */
  readonly unit: SeatedUnit | null
  /** Ancestors, itself first, of the account's own unit and of the units of its posts in force, by unit. */
  readonly paths: ReadonlyMap<number, readonly number[]>
}

/** Facts of `post.hand-over`; `unit` is that of the post handed over, `null` when it is no longer in force. */
export type HandOverFacts = AccountFacts & {
  /** Number of the post the receiver gets, already taken from the counter. */
  readonly post: number
  /** Pairs of roles that one person never holds at once (rules/posts.yaml). */
  readonly apart: readonly (readonly [string, string])[]
}

/** Facts of `post.grant`. */
export type GrantFacts = AccountFacts & {
  /** Number of the new post, already taken from the counter. */
  readonly post: number
  /** True when the command names no section, or one that the unit has. */
  readonly sectionKnown: boolean
  /** Pairs of roles that one person never holds at once (rules/posts.yaml). */
  readonly apart: readonly (readonly [string, string])[]
}
