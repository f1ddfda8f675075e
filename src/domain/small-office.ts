/** What a person can be in one matter (product law 10). */
export const duties = ['raise', 'triage', 'handle', 'rule', 'approve', 'callback', 'custodian'] as const
/** One of `duties`. */
export type Duty = (typeof duties)[number]

/** Two duties, in either order. */
export type DutyPair = readonly [Duty, Duty]

/** `rules/small-office.yaml`: every pair of duties stands in exactly one of the two lists. */
export type SmallOffice = {
  /** Combined by one person in small-office mode only, shown on the record and counted apart. */
  readonly may: readonly DutyPair[]
  readonly never: readonly DutyPair[]
}

/** Whether small-office mode lets one person have both duties in one matter; a pair that stands nowhere is not let. */
export function mayCombine(rules: SmallOffice, one: Duty, other: Duty): boolean {
  return one === other || rules.may.some((pair) => pair.includes(one) && pair.includes(other))
}
