import type { Named } from '../rules.ts'

/** How common issues, suggestions and practices are dealt with: data of rules/issues.yaml. */
export type IssueRules = {
  /** Days before the opening and after the closing of an issue that are set against one another. */
  readonly measureDays: number
  /** Whole months before and after a practice began that are set against one another. */
  readonly practiceMonths: number
  /** Working days in which each level gives its opinion on a suggestion. */
  readonly opinionWorkingDays: number
  /** Most unions a practice may begin at. */
  readonly mostPlaces: number
  /** Why an issue is closed. None of them says that a worker's matter is solved: only workers do (product law 2). */
  readonly closeReasons: readonly Named[]
}
