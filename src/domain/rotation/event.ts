import type { UnitLevel } from '../topic.ts'

/** Events of how one person stands under one plan. An account id, never a name; no hours, for study time is no score. */
export type RotationEvent =
  | { readonly kind: 'RotationMet'; readonly body: RotationMet }
  | { readonly kind: 'RotationLapsed'; readonly body: Readonly<Record<string, never>> }

/** They met the hours of their group, or are counted at another union since. */
export type RotationMet = Standing & { readonly account: string; readonly plan: string }

/** The post a person is counted by (`path`: its unit and all above, itself first), and the day their hours were met. */
export type Standing = {
  readonly path: readonly number[]
  readonly level: UnitLevel
  readonly fullTime: boolean
  /** YYYY-MM-DD. */
  readonly on: string
}
