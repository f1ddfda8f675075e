import type { At } from './event.ts'

/** A visit, folded. Holds no sentence: `content` is the id of the sealed one. */
export type VisitState = At & {
  readonly id: string
  readonly unit: number
  readonly path: readonly number[]
  readonly status: 'planned' | 'dropped' | 'recorded'
  /** Local day and post of the plan; null where it was not planned. */
  readonly plan: { readonly on: string; readonly post: number } | null
  /** Code of rules/visits.yaml; null until it was paid. */
  readonly kind: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly submittedAt: string | null
  readonly recordedAt: string | null
  /** Post that recorded it. */
  readonly by: number | null
  readonly team: readonly number[]
  readonly met: number
  readonly opinions: readonly { readonly theme: string; readonly content: string }[]
  readonly explanations: readonly { readonly topic: string | null; readonly policy: string | null }[]
  readonly deeds: readonly { readonly deed: string; readonly content: string }[]
  readonly next: { readonly on: string | null; readonly content: string } | null
  readonly corrections: number
}
