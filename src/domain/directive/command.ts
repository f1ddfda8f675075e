import type { Measure } from '../measure/measure.ts'

/** What a clause asks for. Its figure is computed; nobody can type one, because no field for one exists. */
export type Clause = {
  readonly text: string
  /** A measure of the registry; null for a clause that asks for nothing that is counted. */
  readonly measure: Measure | null
  /** What the figure is cut by, e.g. `topic:A`; null for the whole. */
  readonly cut: string | null
}

/** What a directive says. */
export type DirectiveWords = {
  /** As the issuer counts them, e.g. `2026-3`. */
  readonly number: string
  readonly title: string
  readonly clauses: readonly Clause[]
}

/** Commands on a directive 意见. `unit` of `directive.issue`: it and all below receive. */
export type DirectiveCommand =
  | ({ readonly kind: 'directive.draft'; readonly unit: number; readonly campaign: string } & DirectiveWords)
  | ({ readonly kind: 'directive.change'; readonly directive: string } & Partial<DirectiveWords>)
  | { readonly kind: 'directive.issue'; readonly directive: string; readonly unit: number }
  | { readonly kind: 'directive.supersede'; readonly directive: string; readonly successor: string }
  | { readonly kind: 'directive.withdraw'; readonly directive: string; readonly reason: string }
  | FormCommand

/**
 * A form that a level wants to send down under a directive. It is refused until a post of province level or above has named
 * the law behind it (law 4: nobody is asked twice).
 */
export type FormCommand =
  | {
      readonly kind: 'form.ask'
      readonly directive: string
      /** The unit that wants it. */
      readonly unit: number
      readonly title: string
      /** Why the figures that are there do not do. */
      readonly why: string
    }
  | {
      readonly kind: 'form.refuse'
      readonly directive: string
      readonly unit: number
      readonly title: string
      readonly reason: string
    }
  | {
      readonly kind: 'form.attach'
      readonly directive: string
      /** The unit that would send it down. */
      readonly unit: number
      readonly title: string
      readonly legalBasis?: string | undefined
    }
  | {
      readonly kind: 'form.approve'
      readonly directive: string
      readonly unit: number
      readonly title: string
      readonly legalBasis: string
    }

/** Verbs on a directive: the kinds of the commands. */
export type DirectiveVerb = DirectiveCommand['kind']
