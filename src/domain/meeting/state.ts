import type { Decided, MeetingTold } from './event.ts'

/** A meeting, folded from its events. */
export type MeetingState = MeetingTold & {
  readonly id: string
  readonly unit: number
  readonly path: readonly number[]
  readonly below: number
  readonly belowPath: readonly number[]
  readonly campaign: string | null
  readonly sequence: number
  readonly cancelled: boolean
  readonly papers: readonly { readonly n: number; readonly title: string; readonly text: string }[]
  readonly decisions: readonly (Decided & { readonly done: boolean })[]
}
