import type { Holder } from './demand/event.ts'

/** A unit that could take the demand, nearest first. */
export type Candidate = Holder & {
  readonly level: string
  /** True when a post that may do the work is in force there. */
  readonly staffed: boolean
}

/** The unit chosen and why: `seat` the nearest one itself, `nearest-staffed` a unit above it, because that one is not staffed. */
export type Route = { readonly to: Holder; readonly why: 'seat' | 'nearest-staffed' }

/**
 * Routing stops at the nearest unit that is staffed, and says why (law 1, §2.6). Blocked units, the employer's own union
 * first of all, are passed by. Null when no unit up to the root is staffed: the caller refuses and nothing is stored.
 */
export function route(candidates: readonly Candidate[], blocked: readonly number[]): Route | null {
  const open = candidates.filter((c) => !blocked.includes(c.unit))
  const chosen = open.find((c) => c.staffed)
  if (!chosen) return null
  const to = { unit: chosen.unit, path: chosen.path, section: chosen.section }
  return { to, why: chosen === open[0] ? 'seat' : 'nearest-staffed' }
}
