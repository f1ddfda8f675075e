import type { Actor } from '../actor.ts'

/** What a decider of tables may know beside state and command. Plain data, loaded by the pipeline. */
export type SheetFacts = {
  readonly actor: Actor
  /** Local day of the command, YYYY-MM-DD. */
  readonly today: string
}

/** Facts of `sheet.take`. */
export type TakeFacts = SheetFacts & {
  /** The unit named with its ancestors, itself first; empty when none is in force. */
  readonly path: readonly number[]
  /** What the file is, or why it cannot be read. */
  readonly form: 'xlsx' | 'csv' | { readonly fault: 'unreadable' | 'too-large' | 'unsafe' }
}
