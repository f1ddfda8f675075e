/** What a person can be in one matter (product law 10). */
export const duties = ['raise', 'triage', 'handle', 'rule', 'approve', 'callback', 'custodian'] as const
/** One of `duties`. */
export type Duty = (typeof duties)[number]

/** Two duties, in either order. */
export type DutyPair = readonly [Duty, Duty]

/** `rules/small-office.yaml`: pairs that stand in neither list are free in every office. */
export type SmallOffice = {
  /** An office with so many people or fewer is a small one without being made one. */
  readonly upToPersons: number
  /** Combined by one person in small-office mode only, shown on the record and counted apart. */
  readonly may: readonly DutyPair[]
  readonly never: readonly DutyPair[]
}

/** Whether small-office mode lets one person have both duties in one matter; a pair that stands nowhere is not let. */
export function mayCombine(rules: Pick<SmallOffice, 'may'>, one: Duty, other: Duty): boolean {
  return one === other || rules.may.some((pair) => pair.includes(one) && pair.includes(other))
}
