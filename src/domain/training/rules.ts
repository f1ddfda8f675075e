import type { Role } from '../actor.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { Text } from '../text.ts'

/** A word a course is tagged with. */
export type TrainingTag = { readonly code: string; readonly name: Text }

/**
 * Tags that belong together: 三家, 五种能力, topics. `levels`: levels of union whose courses may bear them, because the
 * model was made for the leaders there; null: every one (domain §6).
 */
export type TagFamily = {
  readonly code: string
  readonly name: Text
  readonly scope: Text
  readonly levels: readonly string[] | null
  readonly tags: readonly TrainingTag[]
}

/**
 * What a person must have passed before opening a case in a post of this role. It asks only those whose first post of the
 * role began on `from` or later: who served before is trained in their turn. `warn` opens and says so.
 */
export type TrainedBefore = {
  readonly role: Role
  readonly tag: string
  readonly mode: 'warn' | 'require'
  readonly from: LocalDate
}

/** What happens in a unit's matters that a course could help with; never said of one person. */
export const suggestionCauses = ['misunderstood', 'reopened', 'ruled'] as const
/** One of `suggestionCauses`. */
export type SuggestionCause = (typeof suggestionCauses)[number]

/** Dated data of training, from `rules/training.yaml`. */
export type TrainingRules = {
  readonly families: readonly TagFamily[]
  /** Minutes of one 学时: a session counts no more of them than it lasts. */
  readonly lessonMinutes: number
  /** Paid days a month of a part-time committee member (Trade Union Law, article 41): more warns, nothing is blocked. */
  readonly partTimeDays: number
  readonly before: readonly TrainedBefore[]
  /** Counted back over so many days. */
  readonly suggestDays: number
  readonly suggest: readonly { readonly cause: SuggestionCause; readonly tags: readonly string[] }[]
}

/** The family a tag belongs to, or undefined where there is no such tag. */
export function familyOf(rules: Pick<TrainingRules, 'families'>, tag: string): TagFamily | undefined {
  return rules.families.find(({ tags }) => tags.some(({ code }) => code === tag))
}
