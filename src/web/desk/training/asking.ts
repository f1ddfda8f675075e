/** What the page of a plan is asked, as it stands in the address. */
export interface CoverageAsking {
  /** Whose people; the own union's when left out. */
  readonly unit?: number | undefined
  /** As of which day, YYYY-MM-DD; today when left out. */
  readonly on?: string | undefined
}

/** Whatever stands in the address, read; what cannot be one is left out. */
export function readCoverageAsking(search: Readonly<Record<string, unknown>>): CoverageAsking {
  const unit = Number.isInteger(search.unit) && Number(search.unit) > 0 ? Number(search.unit) : undefined
  const on = typeof search.on === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.on) ? search.on : undefined
  return { ...(unit === undefined ? {} : { unit }), ...(on === undefined ? {} : { on }) }
}
