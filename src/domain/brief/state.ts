import type { BriefPart } from './command.ts'

/** A unit's brief of a directive, folded from its events. Instants ISO 8601 UTC. */
export type BriefState = {
  readonly id: string
  readonly directive: string
  readonly unit: number
  readonly path: readonly number[]
  readonly clauses: number
  readonly deliveredAt: string
  /** 回执: somebody of the unit took it; null while nobody has. Whether anyone reads is nobody's figure. */
  readonly receivedAt: string | null
  readonly plannedAt: string | null
  /** Content id of the local plan. */
  readonly plan: string | null
  readonly parts: readonly BriefPart[]
}
