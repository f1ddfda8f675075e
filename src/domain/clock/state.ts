import type { Holder } from '../demand/event.ts'
import type { ClockWhat } from './event.ts'

/** Something that time will do once, unless it is settled before. `n`: which joint order it is about. */
export type Alarm = {
  readonly act: 'warn' | 'chase' | 'supervise'
  readonly what: ClockWhat
  readonly at: string
  readonly n?: number
}

/**
 * What the answer due was last counted from, so that an official calendar can count it again: submission, an extension of
 * that, or a reopening, at that instant. `moved`: a pause, a change of class or a merge set it, and it stands.
 */
export type Basis =
  | { readonly from: 'submitted' | 'moved' }
  | { readonly from: 'extended' | 'reopened'; readonly at: string }

/** The clock machine: what is wound up, and who was called in by it. */
export type ClockState = {
  readonly alarms: readonly Alarm[]
  /** Alarms of the answer due that a pause or an answer took off; they come back when it does not stand. */
  readonly stopped: readonly Alarm[]
  /** Null while no answer due is fixed. */
  readonly basis: Basis | null
  /** Next interim report of a specially complex matter. */
  readonly interimAt: string | null
  /** When the life of a closed matter ends. */
  readonly archiveAt: string | null
  /** Until when the worker may open it again. */
  readonly reopenUntil: string | null
  readonly archived: boolean
  /** Units that were told because it was late; they see it from then on. */
  readonly supervisors: readonly Holder[]
  /** The one warning of a matter that arrived late was given. */
  readonly lateTold: boolean
  /** True while a due rests on a calendar without an official notice. */
  readonly provisional: boolean
}

/** Before anything happened. */
export const noClock: ClockState = {
  alarms: [],
  stopped: [],
  basis: null,
  interimAt: null,
  archiveAt: null,
  reopenUntil: null,
  archived: false,
  supervisors: [],
  lateTold: false,
  provisional: false,
}
