import type { Outcome } from '../demand/event.ts'

/** How a demand stands to others it is handled with. */
export type MergeState = {
  /** The demand this claim is handled under; null where it stands alone or is the master itself. */
  readonly master: string | null
  readonly masterNumber: string | null
  /** On a master: the other claims, in the order they joined; the outcome once they have one, `reopened` while it is open again. */
  readonly claims: readonly { readonly id: string; readonly outcome: Outcome | null; readonly reopened: boolean }[]
}

/** Before anything happened. */
export const noMerge: MergeState = { master: null, masterNumber: null, claims: [] }
