/** Commands on a practice 创新载体. Units are integer ids, days YYYY-MM-DD. */
export type PracticeCommand =
  | {
      readonly kind: 'practice.describe'
      readonly unit: number
      /** Title and text are meant for everybody who could do the same: they stand plain and name nobody. */
      readonly title: string
      readonly text: string
      /** Where it is tried: the union itself or some below it. Without it, the union itself. */
      readonly where?: readonly number[] | undefined
      readonly since: string
      /** A measure of the registry, and a cut of it. */
      readonly measure: string
      readonly cut?: string | undefined
    }
  | { readonly kind: 'practice.adopt'; readonly practice: string; readonly unit: number; readonly since: string }
  | { readonly kind: 'practice.end'; readonly practice: string }

/** Verbs on a practice: the kinds of the commands, and reading it. */
export type PracticeVerb = PracticeCommand['kind'] | 'practice.read'
