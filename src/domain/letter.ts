import type { Span } from './calendar/due.ts'
import type { Text } from './text.ts'
import type { UnitLevel } from './topic.ts'

/** A place in a letter that a person fills. `person`: it says who the worker is. */
export type LetterField = { readonly code: string; readonly name: Text; readonly person: boolean }

/** The skeleton of a letter of `rules/letters.yaml` (domain.md §2.6, §2.8, §2.10, §8). */
export type Letter = {
  readonly code: string
  readonly name: Text
  readonly to: 'employer' | 'department' | 'worker' | 'unit'
  /** The lowest level of union that may send it. */
  readonly from: UnitLevel
  /** How long the recipient has from the sending; `order-due`: until the order's own due; null: no reply is asked for. */
  readonly reply: Span | 'order-due' | null
  /** Law and article. */
  readonly law: readonly string[]
  readonly fields: readonly LetterField[]
  /** Holds `{code}` for every field; filled with `fillSlots`. */
  readonly text: Text
}
