import type { SheetEvent, SheetTaken } from './event.ts'

type Matched = Extract<SheetEvent, { kind: 'SheetMatched' }>['body']

/** A table, folded from its events. */
export type SheetState = SheetTaken & {
  readonly id: string
  readonly matched: Matched | null
  /** Day it was first answered, YYYY-MM-DD. */
  readonly filledOn: string | null
  /** All minutes that were stated; null while nobody has. */
  readonly minutes: number | null
}
