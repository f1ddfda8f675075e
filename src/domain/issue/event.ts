import type { ContentRef } from '../decision.ts'

/**
 * Events of a common issue. What was written about it (plan, tasks, why it was closed) is sealed: it may tell of a worker.
 * Title, place and days stand plain.
 */
export type IssueEvent =
  | { readonly kind: 'IssueOpened'; readonly body: IssueOpened }
  | { readonly kind: 'IssueOwned'; readonly body: At & { readonly post: number | null } }
  | {
      readonly kind: 'IssuePlanned'
      readonly body: { readonly until: string; readonly content: Slots<'goal' | 'text'> }
    }
  | {
      readonly kind: 'IssueTasked'
      readonly body: At & { readonly task: number; readonly until: string; readonly content: Slots<'what'> }
    }
  | { readonly kind: 'IssueTaskDone'; readonly body: { readonly task: number; readonly content?: Slots<'text'> } }
  | { readonly kind: 'IssueClosed'; readonly body: { readonly reason: string; readonly content?: Slots<'text'> } }
  | { readonly kind: 'IssueReopened'; readonly body: { readonly content: Slots<'text'> } }

type Slots<S extends string> = Readonly<Record<S, ContentRef>>

/** A unit as it stood when it was named: `path` is itself first, then all above it. */
type At = { readonly unit: number; readonly path: readonly number[] }

/** Demands of one leaf in one place, as they were counted when the issue was opened. */
export type Cluster = {
  readonly n: number
  /** Local days of the first and the last. */
  readonly firstOn: string
  readonly lastOn: string
}

/** Opened by a unit for one leaf at one employer or in one region; an agency is an employer (adr/0033). */
export type IssueOpened = At & {
  readonly topic: string
  readonly title: string
  readonly employer: number | null
  readonly region: string | null
  /** The matters found there name the employer as the agency that hired the worker out. */
  readonly agency?: true
  /** What the system had found there that day; null where it had found no pattern. */
  readonly cluster: Cluster | null
  /** The employer's own union and all below it, and those the matters found there are hidden from: they never see it (§4 rule 5). */
  readonly blocked: readonly number[]
}
