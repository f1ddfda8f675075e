import type { Named } from '../rules.ts'
import type { Text } from '../text.ts'

/** Lists and numbers of visits and contact points: data of `rules/visits.yaml`. */
export type VisitRules = {
  readonly kinds: readonly Named[]
  readonly placeKinds: readonly Named[]
  /** What opinions are about; none political or religious (domain §4 rule 26). */
  readonly themes: readonly Named[]
  /** Policy cards. */
  readonly policies: readonly Named[]
  /** Why a plan is dropped. */
  readonly drops: readonly Named[]
  /** More than `most` visits to one enterprise within `days` days are shown to whoever comes next. */
  readonly repeated: { readonly most: number; readonly days: number }
  /** Themes of a visit are shown to others from so many people met on. */
  readonly themesFrom: number
  readonly correctDays: number
  /** How far a phone's clock may run ahead. */
  readonly aheadMinutes: number
}

/** Groups of workers, and why they are asked for: data of `rules/worker-groups.yaml`. */
export type WorkerGroups = { readonly groups: readonly Named[]; readonly why: Text }
