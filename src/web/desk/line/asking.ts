/** What the page of a directive is asked, as it stands in the address: a clause can be sent to somebody else. */
export interface LineAsking {
  /** Whose figures; the own union's when left out. */
  readonly unit?: number | undefined
  /** Clause that is open, from 1. */
  readonly clause?: number | undefined
}

/** Whatever stands in the address, read; what cannot be one is left out. */
export function readLineAsking(search: Readonly<Record<string, unknown>>): LineAsking {
  const whole = (value: unknown) => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined)
  const [unit, clause] = [whole(search.unit), whole(search.clause)]
  return { ...(unit === undefined ? {} : { unit }), ...(clause === undefined ? {} : { clause }) }
}
