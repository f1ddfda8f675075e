import type { At, PracticeDescribed } from './event.ts'

/** A union where a practice is tried. `on`: the local day it was adopted; null where it was described. */
export type PracticePlace = At & { readonly since: string; readonly on: string | null }

/** A practice, folded from its events. */
export type PracticeState = Omit<PracticeDescribed, 'where'> & {
  readonly id: string
  /** Instants, ISO 8601 UTC. */
  readonly describedAt: string
  readonly endedAt: string | null
  readonly places: readonly PracticePlace[]
}
