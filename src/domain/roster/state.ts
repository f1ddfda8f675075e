import type { DutySet } from './event.ts'

/** The office of a unit, folded from its events. */
export type OfficeState = {
  readonly id: string
  readonly unit: number
  /** 小型工会: one person may combine duties that rules/small-office.yaml lets be combined (product law 10). */
  readonly small: boolean
  /** Entries of the duty roster that were not cleared, oldest entry first. */
  readonly duties: readonly DutySet[]
  /** Number of the last entry ever made; numbers are not given twice. */
  readonly lastEntry: number
}

/** The office of a unit that has arranged nothing yet: strict, and nobody on the roster. */
export function untouched(id: string, unit: number): OfficeState {
  return { id, unit, small: false, duties: [], lastEntry: 0 }
}
