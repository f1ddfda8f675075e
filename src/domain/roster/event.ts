/**
 * Events of a unit's office: who is on duty 值班 and when, and whether it is a small office. One stream per unit holds
 * both, because both are what a unit arranges for itself, by few people and seldom.
 */
export type OfficeEvent =
  | { readonly kind: 'DutySet'; readonly body: DutySet }
  | { readonly kind: 'DutyCleared'; readonly body: { readonly unit: number; readonly entry: number } }
  | { readonly kind: 'SmallOfficeSet'; readonly body: { readonly unit: number; readonly on: boolean } }

/** A post is on duty from one instant to another (ISO 8601 UTC, `to` excluded). `entry` counts within the unit. */
export type DutySet = {
  readonly unit: number
  readonly entry: number
  readonly post: number
  /** The post its chain of hand-overs began with: whoever holds the last of the chain is on duty. */
  readonly first: number
  readonly from: string
  readonly to: string
}
