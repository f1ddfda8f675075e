/** Commands of time; only the system sends them. */
export type ClockCommand =
  /** Whatever is due by now happens. Refused with `clock.nothing-due` when nothing is. */
  | { readonly kind: 'demand.tick'; readonly demand: string }
  /** An official calendar came into force: count the dues again. */
  | { readonly kind: 'demand.recalculate'; readonly demand: string }
