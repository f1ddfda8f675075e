/** What is counted of training. */
export const classMeasures = [
  /** People who completed a class that was finished: a sum of persons. */
  'training-attended',
] as const

/** A measure of training. */
export type ClassMeasure = (typeof classMeasures)[number]
