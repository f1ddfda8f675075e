import type { Holder } from '../demand/event.ts'
import type { ClockWhat } from './event.ts'

/** Something that time will do once, unless it is settled before. */
export type Alarm = { readonly act: 'warn' | 'chase' | 'supervise'; readonly what: ClockWhat; readonly at: string }

/** The clock machine: what is wound up, and who was called in by it. */
export type ClockState = {
  readonly alarms: readonly Alarm[]
  /** Next interim report of a specially complex matter. */
  readonly interimAt: string | null
  /** When the life of a closed matter ends. */
  readonly archiveAt: string | null
  /** Until when the worker may open it again. */
  readonly reopenUntil: string | null
  readonly archived: boolean
  /** Units that were told because it was late; they see it from then on. */
  readonly supervisors: readonly Holder[]
  /** True while a due rests on a calendar without an official notice. */
  readonly provisional: boolean
}

/** Before anything happened. */
export const noClock: ClockState = {
  alarms: [],
  interimAt: null,
  archiveAt: null,
  reopenUntil: null,
  archived: false,
  supervisors: [],
  provisional: false,
}
