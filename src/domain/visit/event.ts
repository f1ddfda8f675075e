import type { ContentRef } from '../decision.ts'

/** Events of a visit 走访. Codes, counts, posts and times; every sentence stands sealed under `content`. */
export type VisitEvent =
  | { readonly kind: 'VisitPlanned'; readonly body: VisitPlanned }
  | { readonly kind: 'VisitDropped'; readonly body: { readonly reason: string } }
  | { readonly kind: 'VisitRecorded'; readonly body: VisitRecorded }
  | { readonly kind: 'VisitCorrected'; readonly body: VisitCorrected }

/** Where, as it was when it was written: a contact point brings its enterprise or region with it. */
export type At = {
  readonly place: string | null
  readonly employer: number | null
  readonly region: string | null
}

/** Planned for a local day, for a post of the unit. `path`: the unit with its ancestors, itself first. */
export type VisitPlanned = At & {
  readonly unit: number
  readonly path: readonly number[]
  readonly on: string
  readonly post: number
}

/** What was told of a visit without its sentences. `slot` names the sealed one in `content`. */
export type Told = {
  readonly kind: string
  /** Instants, ISO 8601 UTC. */
  readonly startedAt: string
  readonly endedAt: string | null
  /** Posts that went. */
  readonly team: readonly number[]
  readonly met: number
  readonly opinions: readonly { readonly theme: string; readonly slot: string }[]
  readonly explanations: readonly { readonly topic: string | null; readonly policy: string | null }[]
  readonly deeds: readonly { readonly deed: string; readonly slot: string }[]
  /** Local day of the next step, and whether there is one. */
  readonly next: { readonly on: string | null; readonly slot: string } | null
}

/** A visit was paid. `submittedAt`: when the phone took it, never later than its arrival. */
export type VisitRecorded = At &
  Told & {
    readonly unit: number
    readonly path: readonly number[]
    readonly submittedAt: string
    readonly by: number
    readonly content: Readonly<Record<string, ContentRef>>
  }

/** What takes the place of what was told; parts that stay are left out. */
export type VisitCorrected = Partial<Told> & { readonly content: Readonly<Record<string, ContentRef>> }
