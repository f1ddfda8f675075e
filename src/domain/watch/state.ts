import type { Holder } from '../demand/event.ts'

/** The watch after a case against an employer, and the protection a *yes* opens. */
export type WatchState = {
  /** Questions still to be asked: day and instant. */
  readonly asks: readonly { readonly day: number; readonly at: string }[]
  /** The day of the question that waits for an answer. */
  readonly asked: number | null
  readonly protection: {
    readonly cause: 'pressed' | 'watch'
    readonly to: Holder
    readonly dueAt: string
    readonly answered: boolean
  } | null
}

/** Before anything happened. */
export const noWatch: WatchState = { asks: [], asked: null, protection: null }
