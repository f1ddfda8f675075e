import type { Deadline } from './entitlement/deadline.ts'
import type { LawRef } from './entitlement/law.ts'
import type { Text } from './text.ts'

/** What the help pages tell beside the calculators: data of `rules/help.yaml` (domain.md §2.10, issue 5). */
export type HelpRules = {
  /** What to keep, by matter. */
  readonly evidence: readonly {
    readonly code: string
    readonly name: Text
    readonly law: readonly LawRef[]
    readonly items: readonly Text[]
  }[]
  readonly deadlines: readonly Deadline[]
  /** Where to go. `why`: for what; `phones`: numbers of `rules/emergency.yaml`. */
  readonly places: readonly {
    readonly code: string
    readonly name: Text
    readonly why: Text
    readonly how: Text
    readonly law: readonly LawRef[]
    readonly phones: readonly string[]
  }[]
}
