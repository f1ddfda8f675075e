import type { Role } from '../actor.ts'

/**
 * Events of an account's stream: which person of the union holds which posts, and since when. The stream is born in the
 * realm of the unit that made it and holds no login, no name and no password: those are no history (domain §3).
 */
export type AccountEvent =
  | { readonly kind: 'AccountCreated'; readonly body: AccountCreated }
  | { readonly kind: 'PostGranted'; readonly body: PostGranted }
  | { readonly kind: 'PostEnded'; readonly body: PostEnded }
  | { readonly kind: 'AccountDisabled'; readonly body: Readonly<Record<string, never>> }
  | { readonly kind: 'PasswordReset'; readonly body: { readonly by: string } }

/** The unit the person belongs to; `realm` is that unit's, and the stream's. */
export type AccountCreated = { readonly unit: number; readonly realm: number }

/** A post was given. `post` is its number in the whole installation; `section` null means the whole unit. */
export type PostGranted = {
  readonly post: number
  readonly unit: number
  readonly section: string | null
  readonly role: Role
  /** Part-time committee members have at most three paid days a month (Trade Union Law, article 41). */
  readonly fullTime: boolean
  /** The post it was handed over from, and the one that chain began with; absent where the post is a new one. */
  readonly handedOver?: { readonly from: number; readonly first: number }
}

/** A post was taken. `to`: the post that goes on with it, where it was handed over. */
export type PostEnded = { readonly post: number; readonly to?: number }
