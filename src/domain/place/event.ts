/** Events of a contact point 联系点. Days are local, YYYY-MM-DD, both ends included. */
export type PlaceEvent =
  | { readonly kind: 'PlaceKept'; readonly body: PlaceKept }
  | { readonly kind: 'PlacePassedOn'; readonly body: Held }
  | { readonly kind: 'PlaceEnded'; readonly body: { readonly on: string } }
  | { readonly kind: 'PostStationed'; readonly body: Stationed }
  | { readonly kind: 'PostUnstationed'; readonly body: { readonly entry: number } }

/** A post and the one its chain of hand-overs began with: whoever holds the last of the chain holds the place. */
export type Held = { readonly owner: number; readonly first: number }

/** A union keeps a place from a day on. It has an owner until it is ended, whatever becomes of the campaign it was made for. */
export type PlaceKept = Held & {
  readonly unit: number
  /** The unit with its ancestors, itself first. */
  readonly path: readonly number[]
  readonly name: string
  readonly kind: string
  readonly employer: number | null
  readonly region: string
  readonly from: string
  readonly to: string | null
}

/** Stationed 蹲点 at the place from one day to another. `entry` counts within the place. */
export type Stationed = {
  readonly entry: number
  readonly post: number
  readonly first: number
  readonly from: string
  readonly to: string
}
