/** What is counted of visits and contact points. What unions do themselves is no worker's secret. */
export const visitMeasures = [
  /** Visits that were paid. */
  'visits',
  /** People met on them: a sum of persons. */
  'visits-met',
  /** Visits on which something was explained 释疑解惑. */
  'explanations',
  /** Enterprises that were visited, each once in a calendar year. */
  'enterprises-visited',
  /** Contact points, from their first day. */
  'contact-points-kept',
] as const

/** A measure of visits and contact points. */
export type VisitMeasure = (typeof visitMeasures)[number]
