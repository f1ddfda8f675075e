/** A session of a class: instants ISO 8601 with an offset; `hours` in 学时, halves allowed. */
export type PlannedSession = { readonly startAt: string; readonly endAt: string; readonly hours: number }

/** Commands on a class 班次. People are account ids. */
export type ClassCommand =
  | {
      readonly kind: 'class.plan'
      readonly unit: number
      readonly course: string
      /** Plan whose hours it counts for; none: it counts for no plan. */
      readonly plan?: string | undefined
      readonly venue: string
      readonly seats: number
      /** Who trains: a post of ours, or in words; words are sealed, for they name a person. */
      readonly trainerPost?: number | undefined
      readonly trainer?: string | undefined
      readonly sessions: readonly PlannedSession[]
    }
  | {
      readonly kind: 'class.change'
      readonly class: string
      readonly venue?: string | undefined
      readonly seats?: number | undefined
      readonly sessions?: readonly PlannedSession[] | undefined
    }
  | { readonly kind: 'class.cancel'; readonly class: string }
  | { readonly kind: 'class.enrol'; readonly class: string; readonly accounts: readonly string[] }
  | { readonly kind: 'class.unenrol'; readonly class: string; readonly accounts: readonly string[] }
  | {
      readonly kind: 'class.attend'
      readonly class: string
      /** Number of the session, from 1. */
      readonly session: number
      readonly accounts: readonly string[]
      /** The whole session where it is left out; 0 takes back what was marked. */
      readonly hours?: number | undefined
    }
  | {
      readonly kind: 'class.attend-import'
      readonly class: string
      /** CSV: login or account, session, hours. */
      readonly text: string
      readonly allOrNothing?: boolean | undefined
    }
  | {
      readonly kind: 'class.examine'
      readonly class: string
      readonly accounts: readonly string[]
      readonly passed: boolean
    }
  | { readonly kind: 'class.finish'; readonly class: string }
