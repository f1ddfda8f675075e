/** What is counted of common issues: what unions did about what they heard again and again. */
export const issueMeasures = [
  'issues-opened',
  /** Closed, and not opened again since. */
  'issues-closed',
] as const

/** A measure of common issues. */
export type IssueMeasure = (typeof issueMeasures)[number]
