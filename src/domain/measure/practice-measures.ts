/** What is counted of practices. */
export const practiceMeasures = [
  /** Taken up by at least one union that had not described it. */
  'practices-adopted',
] as const

/** A measure of practices. */
export type PracticeMeasure = (typeof practiceMeasures)[number]
