/** A line that keeps something from happening, and what to put there to see a test miss it. */
export type Guard = {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly instead: string
  /** What must go red, as vitest takes it. */
  readonly tests: readonly string[]
}
