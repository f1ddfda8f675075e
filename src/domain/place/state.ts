import type { PlaceKept, Stationed } from './event.ts'

/** A contact point, folded. */
export type PlaceState = PlaceKept & {
  readonly id: string
  /** Local day it was ended on; null while it is kept. */
  readonly endedOn: string | null
  readonly stationed: readonly Stationed[]
  /** Number of the last stationing ever made. */
  readonly lastEntry: number
}
