import type { CallbackWay } from './event.ts'

/** The callback machine beside `callback` (who) of the demand. */
export type CallbackState = {
  /** When it opens by itself: the due day, or the day after a promise. Null once open, or while nothing is due. */
  readonly opensAt: string | null
  /** The answer due, whatever holds the callback back: it opens then when a promise or a pause does not stand. */
  readonly owedAt: string | null
  /** The day after a promise: until then nothing else opens it. */
  readonly heldUntil: string | null
  readonly open: boolean
  readonly sameUnit: boolean
  readonly closeAt: string | null
  readonly tries: readonly { readonly way: CallbackWay; readonly on: string }[]
  /** How often it was opened since the last answer; the second time another unit calls, then silence is *unknown*. */
  readonly rounds: number
  readonly meant: boolean | null
}

/** Before anything happened. */
export const noCallback: CallbackState = {
  opensAt: null,
  owedAt: null,
  heldUntil: null,
  open: false,
  sameUnit: false,
  closeAt: null,
  tries: [],
  rounds: 0,
  meant: null,
}
