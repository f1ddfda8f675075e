/** One part of `npm test`: it always answers with what it counted, and never throws for a failing check. */
export interface Part {
  readonly name: string
  run(): Promise<PartResult>
}

export interface PartResult {
  readonly passed: number
  /** One line per failure: where, then what. */
  readonly failures: readonly string[]
  /** Where the time went, longest first: seconds and the file. A run that grows slow is seen while it grows. */
  readonly slowest?: readonly string[]
}

/** A part that saw nothing has not passed. */
export function sawNothing(what: string): PartResult {
  return { passed: 0, failures: [`${what}: looked at nothing, so nothing is known`] }
}
