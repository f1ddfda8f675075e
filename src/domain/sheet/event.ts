import type { ContentRef } from '../decision.ts'
import type { MatchSheet } from './command.ts'

/** Events of a table that was asked for. What its other cells say stands in none of them. */
export type SheetEvent =
  | { readonly kind: 'SheetTaken'; readonly body: SheetTaken }
  | { readonly kind: 'SheetMatched'; readonly body: Omit<MatchSheet, 'kind' | 'sheet'> }
  | { readonly kind: 'SheetFilled'; readonly body: { readonly on: string; readonly minutes: number | null } }

/** Who asked for what; file and its name are sealed under the stream. */
export type SheetTaken = {
  readonly unit: number
  /** The unit and all above it, itself first. */
  readonly path: readonly number[]
  readonly title: string
  readonly from: string
  readonly askedOn: string
  readonly dueOn: string | null
  readonly form: 'xlsx' | 'csv'
  readonly content: { readonly file: ContentRef; readonly name: ContentRef }
}
