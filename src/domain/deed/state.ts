import type { DeedFor, Useful } from './command.ts'
import type { DeedProposed } from './event.ts'

/** Where a deed stands. `approved` at once where no money is given. */
export type DeedStatus = 'proposed' | 'approved' | 'refused' | 'done' | 'ended'

/** A deed that stands by itself, folded from its events. */
export type DeedState = Omit<DeedProposed, 'content'> & {
  readonly id: string
  readonly status: DeedStatus
  /** Instant, ISO 8601 UTC. */
  readonly proposedAt: string
  /** Who approved, in order. */
  readonly approvals: readonly { readonly by: string; readonly unit: number; readonly at: string }[]
  readonly doneOn: string | null
  /** Slips made so far, by side. */
  readonly slips: Readonly<Record<DeedFor, number>>
  /** The last word of each slip that was answered; silence is no entry. */
  readonly words: ReadonlyMap<number, Useful>
  readonly enterpriseWord: 'yes' | 'no' | null
}
