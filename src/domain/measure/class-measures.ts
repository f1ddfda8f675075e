/** What is counted of training. */
export const classMeasures = [
  /** People who completed a class that was finished: a sum of persons. */
  'training-attended',
  /** People who met the hours of their group under a plan, each once; cut by `plan:<id>`. */
  'trained',
] as const

/** A measure of training. */
export type ClassMeasure = (typeof classMeasures)[number]
