/** Events of one enterprise in one calendar year: whether anybody of a union went there. */
export type OutreachEvent =
  | { readonly kind: 'EnterpriseReached'; readonly body: EnterpriseReached }
  | { readonly kind: 'EnterpriseMissed'; readonly body: Readonly<Record<string, never>> }

/** Somebody went there; said again when an earlier visit comes in, or when the territory's union is another one. */
export type EnterpriseReached = FirstVisit & { readonly employer: number; readonly year: number }

/** The first visit of the year, and where the enterprise lies (`path`: the union of its territory and all above it). */
export type FirstVisit = {
  readonly visit: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly path: readonly number[]
}
